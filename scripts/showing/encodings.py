"""What all kinds of charts share: canvas, colours, shapes, fills, tooltips, and how a reader picks out a series."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import altair as alt

from scripts.reading.charts import Chart
from scripts.showing.marks import Mark

INK, MUTED, RULE, GROUND = "var(--ink)", "var(--muted)", "var(--rule)", "var(--ground)"
SHAPES = {
    "documented-count": "circle",
    "official-statistic": "square",
    "leaked-record": "diamond",
    "claim": "circle",
    "estimate": "M0,-1L0,1",
}
TOUCHED = "touched"
MARKS = alt.NamedData(name="marks")


@dataclass(frozen=True)
class Canvas:
    """What a chart is drawn on: its width in pixels, and whether a reader can touch it."""

    width: int
    live: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether it is meant for a phone."""
        return self.width < 500


def layered(layers: list[alt.Chart], canvas: Canvas, height: float, beside: int = 0) -> alt.LayerChart:
    """The layers as one chart of the canvas's width, less the pixels left beside it for axis and names."""
    if canvas.live:
        layers = _selectable(layers)
    chart = alt.LayerChart(layer=layers, width=canvas.width - beside, height=height)
    apart: alt.LayerChart = chart.resolve_scale(shape="independent")
    return apart


def with_marks(chart: alt.LayerChart, records: list[dict[str, Any]]) -> alt.LayerChart:
    """The chart with the data that its layers name; Altair would copy them with every layer and encoding."""
    chart.datasets = {"marks": records}
    return chart


def colour(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.Color:
    """The hue of each series; a legend where names do not stand beside the marks."""
    names = series(marks)
    hues = {mark.series: f"var(--{mark.hue})" for mark in marks}
    needed = len(names) > 1 and (canvas.live or (chart.kind == "lines" and canvas.is_narrow))
    columns = 1 if canvas.is_narrow else 0
    legend = alt.Legend(orient="top", title=None, columns=columns, labelLimit=canvas.width) if needed else None
    return alt.Color("series:N", scale=alt.Scale(domain=names, range=[hues[name] for name in names]), legend=legend)


def shape() -> alt.Shape:
    """The mark of each kind of number."""
    return alt.Shape("kind:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None)


def fill() -> alt.Fill:
    """Claims are open marks, everything else is solid."""
    return alt.Fill("fill:N", scale=None, legend=None)


def tooltip() -> list[alt.Tooltip]:
    """What a mark says of itself when touched."""
    return [alt.Tooltip(f"{name}:N") for name in ("series", "amount", "when", "told", "source")]


def record(mark: Mark, **more: object) -> dict[str, Any]:
    """A mark as a row of a chart's data; `end` is where its number reaches."""
    ends = [number for number in (mark.value, mark.high) if number is not None]
    return {**asdict(mark), "end": max(ends), "fill": GROUND if mark.kind == "claim" else f"var(--{mark.hue})", **more}


def series(marks: Iterable[Mark]) -> list[str]:
    """The names of a chart's series, in order."""
    return list(dict.fromkeys(mark.series for mark in marks))


def _selectable(layers: list[alt.Chart]) -> list[alt.Chart]:
    """Layers whose names begin with TOUCHED pale where another series is picked in the legend."""
    chosen = alt.selection_point(fields=["series"], bind="legend", name="chosen")
    pale = alt.condition(chosen, alt.value(1), alt.value(0.15))
    touched = [place for place, layer in enumerate(layers) if str(layer.name).startswith(TOUCHED)]
    marked = [layer.encode(opacity=pale) if place in touched else layer for place, layer in enumerate(layers)]
    first = touched[0]
    marked[first] = marked[first].add_params(chosen)
    return marked
