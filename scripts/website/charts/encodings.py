"""What all kinds of charts share: canvas, colours, shapes, fills, axes, and how a reader picks out a series."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import altair as alt

from scripts.reading.declarations.labels import Labels
from scripts.website.charts.marks import Mark
from scripts.website.text.formatting import months, thousands

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
# What a reader sets when touching a chart: the code picked out, and the first and the last moment shown.
PICKED, FIRST, LAST = "picked", "first", "last"


@dataclass(frozen=True)
class Canvas:
    """What a chart is drawn on: its width in pixels, its language, and whether a reader can touch it."""

    width: int
    labels: Labels
    live: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether it is meant for a phone."""
        return self.width < 500


def layer_chart(layers: list[alt.Chart], canvas: Canvas, height: float, beside: float = 0) -> alt.LayerChart:
    """The layers as one chart of the canvas's width, less its padding and the pixels left beside it for names."""
    chart = alt.LayerChart(layer=layers, width=canvas.width - 4 - beside, height=height)
    apart: alt.LayerChart = chart.resolve_scale(shape="independent")
    return apart


def with_data(chart: alt.LayerChart, records: list[dict[str, Any]]) -> alt.LayerChart:
    """The chart with the data that its layers name; Altair would copy them with every layer and encoding."""
    chart.datasets = {"marks": records}
    return chart


def dim_unpicked(layer: alt.Chart, canvas: Canvas, opacity: float = 1) -> alt.Chart:
    """A layer whose marks pale where a reader picked out others; on a picture, with its opacity alone."""
    if not canvas.live:
        return layer.encode(opacity=alt.OpacityValue(opacity))
    return layer.encode(opacity=conditional_value(f"{PICKED} == '' || {PICKED} == datum.pick", opacity, opacity * 0.15))


def conditional_value(test: str, one: float, other: float, channel: type = alt.OpacityValue) -> Any:
    """A value for the marks that pass a test and another for the rest; Altair is slow with plain dictionaries."""
    return channel(other, condition={"test": test, "value": one})


def colour_scale(marks: tuple[Mark, ...], legend: alt.Legend | None = None) -> alt.Color:
    """The hue of each series."""
    names = series_names(marks)
    hues = {mark.series: f"var(--{mark.hue})" for mark in marks}
    return alt.Color("series:N", scale=alt.Scale(domain=names, range=[hues[name] for name in names]), legend=legend)


def shape_scale() -> alt.Shape:
    """The mark of each kind of number."""
    return alt.Shape("kind:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None)


def fill_scale() -> alt.Fill:
    """Claims are open marks, everything else is solid."""
    return alt.Fill("fill:N", scale=None, legend=None)


def number_axis(labels: Labels, ticks: int, **more: Any) -> alt.Axis:
    """An axis of numbers with the language's separators between thousands."""
    separator = thousands(labels)
    words = f"join(split(format(datum.value, ',.0f'), ','), '{separator}')"
    return alt.Axis(
        tickCount=ticks, labelExpr=words, title=None, domain=False, ticks=False, labelOverlap=True, labelSeparation=6,
        **more,
    )  # fmt: skip


def time_axis(canvas: Canvas) -> alt.Axis:
    """An axis of years, or of months and days where it is short; the first tick always has its year."""
    names = ", ".join(f"'{name}'" for name in months(canvas.labels))
    month = f"[{names}][utcmonth(datum.value)]"
    whole = f"{month} + (datum.index == 0 ? utcFormat(datum.value, ' %Y') : '')"
    day = f"utcFormat(datum.value, '%-d ') + {whole}"
    year = "utcFormat(datum.value, '%Y')"
    words = f"utcdate(datum.value) > 1 ? {day} : utcmonth(datum.value) > 0 ? {whole} : {year}"
    return alt.Axis(
        tickCount=3 if canvas.is_narrow else 6, labelExpr=words, title=None, grid=False, tickColor=RULE,
        domainColor=MUTED, labelFlush=False, labelSeparation=8,
    )  # fmt: skip


def data_record(mark: Mark, **more: object) -> dict[str, Any]:
    """A mark as a row of a chart's data; `end` is where its number reaches."""
    ends = [number for number in (mark.value, mark.high) if number is not None]
    kept = ("figure", "series", "pick", "kind", "value", "low", "high", "time", "words")
    hue = GROUND if mark.kind == "claim" else f"var(--{mark.hue})"
    return {**{name: getattr(mark, name) for name in kept}, "end": max(ends), "fill": hue, **more}


def series_names(marks: Iterable[Mark]) -> list[str]:
    """The names of a chart's series, in order."""
    return list(dict.fromkeys(mark.series for mark in marks))
