"""The parts that all kinds of charts share: canvas, colours, shapes, fills, axes, and the selection of a series."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from scripts.website.charts.model import Mark, series_names

INK, MUTED, RULE, GROUND = "var(--ink)", "var(--muted)", "var(--rule)", "var(--ground)"
SHAPES = {
    "documented-count": "circle",
    "official-statistic": "square",
    "leaked-record": "diamond",
    "claim": "circle",
    "estimate": "M-0.09,-1.2L0.09,-1.2L0.09,1.2L-0.09,1.2Z",
}
DASHES = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3])
MARKS = alt.NamedData(name="marks")
# The parameters that a reader sets in an interactive chart: the selected code, the first and the last moment shown.
PICKED, FIRST, LAST = "picked", "first", "last"
# Vega adds this padding at the left and the right of every chart.
PADDING = 2


@dataclass(frozen=True)
class Canvas:
    """The area of a chart: its width in pixels, and whether a reader can interact with it."""

    width: int
    is_interactive: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether it is meant for a phone."""
        return self.width < 500

    @property
    def plot_width(self) -> int:
        """Its width without padding."""
        return self.width - 2 * PADDING


@dataclass(frozen=True)
class Plot:
    """The layers of a chart with the records of their data, its height, and the pixels kept free for names at right.

    The layers name their data, because Altair would copy records with every layer and encoding.
    """

    layers: list[alt.Chart]
    records: list[dict[str, Any]]
    height: float
    margin: float = 0


def dim_unselected(layer: alt.Chart, canvas: Canvas, opacity: float = 1) -> alt.Chart:
    """Give a layer its opacity; in an interactive chart, dim the marks that the reader did not select."""
    if not canvas.is_interactive:
        return layer.encode(opacity=alt.OpacityValue(opacity))
    return layer.encode(opacity=conditional_value(f"{PICKED} == '' || {PICKED} == datum.pick", opacity, opacity * 0.15))


def fade_projected(layer: alt.Chart, drawn: tuple[tuple[Mark, ...], Canvas], opacity: float = 1) -> list[alt.Chart]:
    """Draw a layer with its opacity, and what is a projection in it with half of that."""
    marks, canvas = drawn
    if not any(mark.projected for mark in marks):
        return [dim_unselected(layer, canvas, opacity)]
    counted, projected = (layer.transform_filter(test) for test in ("!datum.projected", "datum.projected"))
    return [dim_unselected(counted, canvas, opacity), dim_unselected(projected, canvas, opacity / 2)]


def conditional_value(test: str, passing: float, failing: float, channel: type = alt.OpacityValue) -> Any:
    """Encode one value for the marks that pass a test and another for the rest."""
    return channel(failing, condition={"test": test, "value": passing})


def colour_scale(marks: tuple[Mark, ...], legend: alt.Legend | None = None) -> alt.Color:
    """Encode the colour of each series."""
    names = series_names(marks)
    colours = {mark.series: f"var(--{mark.colour})" for mark in marks}
    return alt.Color("series:N", scale=alt.Scale(domain=names, range=[colours[name] for name in names]), legend=legend)


def shape_scale() -> alt.Shape:
    """Encode the shape of each kind of number."""
    return alt.Shape("kind:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None)


def fill_scale() -> alt.Fill:
    """Encode the fill of a mark: claims are open, everything else is solid."""
    return alt.Fill("fill:N", scale=None, legend=None)


def number_axis(ticks: int, **more: Any) -> alt.Axis:
    """Build an axis of whole numbers."""
    return alt.Axis(
        tickCount=ticks, format=",.0f", title=None, domain=False, ticks=False, labelOverlap=True, labelSeparation=6,
        **more,
    )  # fmt: skip


def time_axis(canvas: Canvas) -> alt.Axis:
    """Build an axis of years, or of months and days where it is short; the first tick always has its year.

    No format of D3 knows which tick is the first, so that an expression chooses the format.
    """
    day, month = (f"datum.index == 0 ? '{form} %Y' : '{form}'" for form in ("%-d %b", "%b"))
    form = f"utcdate(datum.value) > 1 ? ({day}) : utcmonth(datum.value) > 0 ? ({month}) : '%Y'"
    return alt.Axis(
        tickCount=3 if canvas.is_narrow else 6, labelExpr=f"utcFormat(datum.value, {form})", title=None, grid=False,
        tickColor=RULE, domainColor=MUTED, labelFlush=False, labelSeparation=8,
    )  # fmt: skip


def data_record(mark: Mark, **more: object) -> dict[str, Any]:
    """Write a mark as a record of a chart's data; `end` is the largest number that it shows."""
    return {
        "figure": mark.figure,
        "series": mark.series,
        "pick": mark.selector,
        "kind": mark.kind,
        "value": mark.value,
        "low": mark.low,
        "high": mark.high,
        "time": mark.time,
        "words": mark.text,
        "projected": mark.projected,
        "end": max(number for number in (mark.value, mark.high) if number is not None),
        "fill": GROUND if mark.kind == "claim" else f"var(--{mark.colour})",
        **more,
    }
