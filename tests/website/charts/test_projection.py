"""A projection is drawn lighter or dotted and named in the legend; a range without a central value has no line."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from scripts.checks import Cleared
from scripts.reading.package.figures import Figure, Qualifier
from scripts.website.charts.build_models import chart_models
from scripts.website.charts.encodings import Canvas
from scripts.website.charts.render import vega_lite_specification

WIDTH = 640


def with_last(release: Cleared, **changes: Any) -> Cleared:
    """The invented release with its newest count of requests changed."""
    figures = tuple(replace(f, **changes) if f.id == "invented-requests-2000" else f for f in release.figures)
    return Cleared(replace(release, figures=figures))


def layers(release: Cleared, mark: str) -> Iterator[dict[str, Any]]:
    """The layers with a mark in the charts that draw requests."""
    for model in chart_models(release, release.labels["en"]):
        if any(drawn.figure == "invented-requests-2000" for drawn in model.marks):
            made = vega_lite_specification(model, Canvas(WIDTH))
            yield from (layer for layer in made["layer"] if layer.get("mark", {}).get("type") == mark)


def filters_of(layer: dict[str, Any]) -> str:
    return " ".join(str(step.get("filter", "")) for step in layer.get("transform", ()))


@pytest.fixture
def projected(cleared: Cleared) -> Cleared:
    return with_last(cleared, qualifier=Qualifier.PROJECTED.value)


def legend_of(release: Cleared) -> str:
    models = chart_models(release, release.labels["en"])
    return " ".join(
        word for m in models if any(d.figure == "invented-requests-2000" for d in m.marks) for word in m.legend
    )


def test_the_legend_names_a_projection_where_there_is_one(cleared: Cleared, projected: Cleared) -> None:
    words = cleared.labels["en"]["mark_projected"]
    assert words in legend_of(projected)
    assert words not in legend_of(cleared)


def test_a_projection_has_layers_of_its_own(cleared: Cleared, projected: Cleared) -> None:
    for mark in ("bar", "point", "line"):
        drawn = [*layers(projected, mark)]
        if drawn:
            assert any("datum.projected" in filters_of(layer) for layer in drawn)
            assert any("!datum.projected" in filters_of(layer) for layer in drawn)
    assert [*layers(projected, "line"), *layers(projected, "bar")]


def test_no_line_is_drawn_where_a_range_has_no_value(cleared: Cleared) -> None:
    ranged = with_last(cleared, value=None, qualifier=Qualifier.RANGE.value)
    lines = [*layers(ranged, "line"), *layers(ranged, "point")]
    assert all("isValid(datum.value)" in filters_of(layer) for layer in lines)


def test_a_text_says_that_it_is_a_projection(projected: Cleared) -> None:
    figure: Figure = next(f for f in projected.figures if f.id == "invented-requests-2000")
    marks = [m for model in chart_models(projected, projected.labels["en"]) for m in model.marks]
    assert figure.qualifier == "projected"
    assert next(m.text for m in marks if m.figure == figure.id).endswith("a projection")
