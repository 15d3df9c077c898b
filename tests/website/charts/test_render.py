"""Every kind of chart is drawn with its words, its colours as variables, and its uncertainty."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

import altair as alt
import pytest
from altair.vegalite.schema import load_schema
from jsonschema_rs import Draft7Validator, ValidationError

from scripts.checks import Cleared
from scripts.reading.declarations.charts import NEEDS, ChartKind
from scripts.website.charts.build_models import chart_models
from scripts.website.charts.encodings import Canvas
from scripts.website.charts.render import KINDS, NARROW, WIDE, Drawing, draw, vega_lite_specification
from tests.conftest import ROOT

Specification = dict[str, Any]


@pytest.fixture(scope="module")
def release(checked_out: Cleared) -> Cleared:
    return checked_out


@pytest.fixture(scope="module")
def drawings(release: Cleared) -> dict[str, Drawing]:
    return {model.chart.chart: draw(model) for model in chart_models(release, release.labels["en"])}


@pytest.fixture(scope="module")
def specifications(release: Cleared) -> dict[str, list[Specification]]:
    """Each chart as Vega-Lite: the picture wide and narrow, then the interactive chart wide and narrow."""
    canvases = [Canvas(width, is_interactive) for is_interactive in (False, True) for width in (WIDE, NARROW)]
    models = chart_models(release, release.labels["en"])
    return {model.chart.chart: [vega_lite_specification(model, each) for each in canvases] for model in models}


def test_the_eight_charts_use_every_kind(drawings: dict[str, Drawing]) -> None:
    assert len(drawings) >= 8
    assert {drawing.chart.kind for drawing in drawings.values()} == set(KINDS)


def test_every_declared_kind_can_be_drawn() -> None:
    assert set(KINDS) == set(NEEDS) == set(get_args(ChartKind))


def test_a_picture_has_role_name_description_source_and_licence(drawings: dict[str, Drawing]) -> None:
    for drawing in drawings.values():
        for picture in (drawing.wide, drawing.narrow):
            assert 'role="img"' in picture
            assert "<title id=" in picture
            assert "<desc id=" in picture
            assert "Sources:" in picture
            assert "CC BY 4.0" in picture


@pytest.fixture(scope="module")
def vega_lite() -> Draft7Validator:
    """The schema of Vega-Lite by which Altair judges a chart of layers; in Python it would take a second for each."""

    def addressed(part: dict[str, Any]) -> dict[str, Any]:
        """Names of definitions hold signs like < that no address may."""
        return {**part, "$ref": quote(part["$ref"], safe="#/")} if isinstance(part.get("$ref"), str) else part

    text = json.dumps({**load_schema(), **alt.LayerChart._schema})
    return Draft7Validator(json.loads(text, object_hook=addressed))


def test_every_specification_is_valid_vega_lite(
    specifications: dict[str, list[Specification]], vega_lite: Draft7Validator
) -> None:
    for made in specifications.values():
        for each in made:
            vega_lite.validate(each)


def test_a_specification_that_is_not_valid_is_refused(
    specifications: dict[str, list[Specification]], vega_lite: Draft7Validator
) -> None:
    valid = specifications["deaths-monthly"][0]
    for broken in ({**valid, "layer": [{"mark": "spiral"}]}, {**valid, "height": "tall"}, {**valid, "pitch": 1}):
        with pytest.raises(ValidationError):
            vega_lite.validate(broken)


def test_colours_come_from_the_page_and_not_from_the_picture(drawings: dict[str, Drawing]) -> None:
    for drawing in drawings.values():
        assert "var(--" in drawing.wide
        assert "#" not in drawing.wide.replace("url(#", "").replace('href="#', "")


def test_a_file_carries_its_own_colours(drawings: dict[str, Drawing]) -> None:
    for drawing in drawings.values():
        assert "--absent:#1f6f8b" in drawing.file


def test_ids_of_two_pictures_never_meet(drawings: dict[str, Drawing]) -> None:
    pictures = [picture for drawing in drawings.values() for picture in (drawing.wide, drawing.narrow)]
    ids = [part.split('"')[0] for picture in pictures for part in picture.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_uncertainty_is_drawn(drawings: dict[str, Drawing]) -> None:
    assert 'opacity="0.18"' in drawings["deaths-monthly"].wide
    assert "→" in drawings["absence-lists-and-claims"].wide


def test_a_mark_stands_at_its_value_and_its_interval_beside_it(specifications: dict[str, list[Specification]]) -> None:
    layers = specifications["killed-compared"][0]["layer"]
    fields = {layer["mark"]["type"]: layer["encoding"].get("x", {}).get("field") for layer in layers if "mark" in layer}
    assert fields["point"] == "value"
    assert fields["rule"] == "low"


def test_dates_are_utc_everywhere(specifications: dict[str, list[Specification]]) -> None:
    units = [
        encoding["timeUnit"]
        for made in specifications.values()
        for each in made
        for layer in each["layer"]
        for encoding in [layer.get("encoding", {}).get("x", {})]
        if encoding.get("type") == "temporal"
    ]
    assert units
    assert all(str(unit).startswith("utc") for unit in units)


def test_bars_and_lines_begin_at_zero(specifications: dict[str, list[Specification]], release: Cleared) -> None:
    for chart in release.charts:
        axis = "y" if chart.kind == "lines" else "x"
        for each in specifications[chart.chart]:
            scales = [layer["encoding"].get(axis, {}).get("scale") or {} for layer in each["layer"]]
            begun = [scale for scale in scales if "domain" in scale or "zero" in scale]
            assert begun
            assert all(scale.get("zero") or scale["domain"][0] == 0 for scale in begun)


def test_a_withheld_figure_is_in_no_chart(release: Cleared, drawings: dict[str, Drawing]) -> None:
    withheld = {figure.id for figure in release.figures if figure.is_suppressed}
    assert withheld
    assert not [name for name, drawing in drawings.items() if any(f'"{f}"' in drawing.interactive for f in withheld)]


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_pictures_are_the_same_in_every_time_zone(zone: str, drawings: dict[str, Drawing], tmp_path: Path) -> None:
    code = (
        "import pathlib\nfrom scripts.checks import read_sound\n"
        "from scripts.website.charts.build_models import chart_models\n"
        "from scripts.website.charts.render import draw\n"
        "release = read_sound(pathlib.Path('datapackage'))\n"
        "models = chart_models(release, release.labels['en'])\n"
        "drawing = draw(next(model for model in models if model.chart.chart == 'deaths-monthly'))\n"
        f"pathlib.Path({str(tmp_path / 'wide.svg')!r}).write_text(drawing.wide)\n"
        f"pathlib.Path({str(tmp_path / 'interactive.json')!r}).write_text(drawing.interactive)\n"
        f"pathlib.Path({str(tmp_path / 'image.png')!r}).write_bytes(drawing.image)\n"
    )
    environment = {"TZ": zone, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)
    expected = drawings["deaths-monthly"]
    assert (tmp_path / "wide.svg").read_text() == expected.wide
    assert (tmp_path / "interactive.json").read_text() == expected.interactive
    assert (tmp_path / "image.png").read_bytes() == expected.image
