"""The palette: every colour stands out from its ground, and colours of one chart differ also for the colour-blind."""

import re
from itertools import combinations

import pytest

from scripts.reading.declarations.charts import Chart, read_charts
from scripts.website.charts.colours import LIGHT
from tests.conftest import ROOT
from tests.website.charts.colours import BLIND, contrast, distance, linear, seen

STYLES = ("docs/assets/site.css", "theme/assets/site.css")
HUES = ("killed", "missing", "absent", "relabelled", "absent-2", "absent-3", "other")
APART = 0.08  # in Oklab: four times what can just be told apart


def palettes() -> dict[str, dict[str, str]]:
    """The colours by their names: in light, in dark and on paper."""
    style = next(path for path in map(ROOT.joinpath, STYLES) if path.is_file()).read_text("utf-8")
    blocks = re.findall(r"\{([^{}]*--ground:[^{}]*)\}", style)
    colours = [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", block)) for block in blocks]
    return dict(zip(("light", "dark", "paper"), colours, strict=True))


PALETTES = palettes()


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_words_stand_out_from_what_they_stand_on(name: str, ground: str) -> None:
    colours = PALETTES[name]
    # Series are named at the ends of their lines in their own hue, so hues are colours of words too.
    assert {hue: contrast(colours[hue], colours[ground]) >= 4.5 for hue in ("ink", "muted", *HUES)} == dict.fromkeys(
        ("ink", "muted", *HUES), True
    )


def charts() -> tuple[Chart, ...]:
    return tuple(read_charts(ROOT / "datapackage"))


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.chart)
def test_the_hues_of_one_chart_differ_for_everybody(chart: Chart, name: str) -> None:
    hues = sorted(set(chart.hues.values()))
    colours = {hue: linear(PALETTES[name][hue]) for hue in hues}
    for one, other in combinations(hues, 2):
        assert distance(colours[one], colours[other]) >= APART
        for blindness in BLIND:
            assert distance(seen(colours[one], blindness), seen(colours[other], blindness)) >= APART, blindness


def test_the_three_statuses_differ_for_everybody() -> None:
    for colours in PALETTES.values():
        for one, other in combinations(("killed", "missing", "absent"), 2):
            pair = [linear(colours[hue]) for hue in (one, other)]
            assert min(distance(*(seen(hue, kind) for hue in pair)) for kind in BLIND) >= APART


def test_pictures_for_download_have_the_colours_of_the_light_page() -> None:
    assert {name: PALETTES["light"][name] for name in LIGHT} == LIGHT


def test_the_measures_agree_with_published_values() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert distance(linear("#000000"), linear("#ffffff")) == pytest.approx(1, abs=1e-3)
    red, green = linear("#cc3311"), linear("#557711")
    assert distance(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < distance(red, green) / 2
