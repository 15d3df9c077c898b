"""Charts of rows, one for each figure: bars from zero, bars in groups, and marks with their reach on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import altair as alt

from scripts.reading.declarations.charts import Chart
from scripts.website.charts.encodings import (
    INK,
    MARKS,
    Canvas,
    colour_scale,
    data_record,
    dim_unpicked,
    fill_scale,
    layer_chart,
    number_axis,
    shape_scale,
    with_data,
)
from scripts.website.charts.marks import Mark
from scripts.website.charts.text_metrics import text_width, wrap_text

_LETTERS, _AHEAD = 13, 10


@dataclass(frozen=True)
class BarRow:
    """A mark at its height with the words behind it, or the label above one or several marks."""

    y: float
    words: str
    mark: Mark | None = None


def bar_chart(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.LayerChart:
    """One row for each figure, labels above, the number at the end: bars from zero, or marks with their reach."""
    placed = list(_placed(chart, marks, canvas))
    height = max(row.y for row in placed) + 14
    drawn = [data_record(row.mark, y=row.y, words=row.words) for row in placed if row.mark]
    labels = [{"label": row.words, "y": row.y} for row in placed if not row.mark]
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, zero=False, nice=False))
    # Half of the last number on the axis stands beyond its line.
    beyond = text_width(f"{max(mark.reach for mark in marks):,.0f}", 12) / 2 + 8 if chart.kind == "ranges" else 0
    axis = number_axis(canvas.labels, 4, labelFlush=True) if beyond else None
    reach = canvas.width - 4 - beyond
    scale = alt.Scale(domain=[0, _domain_top(placed, canvas, reach)], range=[0, reach], nice=False)
    x = alt.X("end:Q", axis=axis, scale=scale)
    base = alt.Chart(MARKS).encode(y=y)
    words = alt.Chart(alt.InlineData(values=labels)).mark_text(
        align="left", baseline="top", fontSize=_LETTERS, color=INK, lineBreak="\n", fontWeight=500
    )
    layers = [words.encode(y=y, x=alt.value(0), text="label:N")]
    layers += (_reaches if chart.kind == "ranges" else _bars)(base, x, (canvas, colour_scale(marks)))
    number = base.mark_text(align="left", dx=_AHEAD, fontSize=_LETTERS, color=INK, baseline="middle", lineBreak="\n")
    layers.append(dim_unpicked(number.encode(x=x, text="words:N"), canvas))
    return with_data(layer_chart(layers, canvas, height), drawn)


def _placed(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> Iterator[BarRow]:
    y = 0.0
    for label, group in groupby(marks, key=lambda mark: mark.label):
        text = wrap_text(label, canvas.width - 8, _LETTERS)
        yield BarRow(y + 12, "\n".join(text))
        y += 16 * len(text) + 14
        for mark in group:
            words = _words(chart, mark, canvas)
            below = 15 * words.count("\n")
            yield BarRow(y + 9 + below / 2, words, mark)
            y += 20 + below


def _words(chart: Chart, mark: Mark, canvas: Canvas) -> str:
    # On a phone an interval stands below its number, as there is no room beside it.
    words = mark.amount.replace(" (", "\n(") if canvas.is_narrow and mark.amount != mark.words else mark.amount
    if chart.kind == "groups":
        return f"{mark.series}  {words}"
    return f"→ {words}" if chart.kind == "ranges" and mark.arrow == "right" else words


def _domain_top(placed: list[BarRow], canvas: Canvas, plot: float) -> float:
    """The smallest number at the plot's right edge with which the words after every mark still fit on the canvas."""
    room = canvas.width - _AHEAD - 8
    ends = [(row.mark.reach, max(room - _width(row.words), room * 0.25)) for row in placed if row.mark]
    return max(reach * plot / free for reach, free in ends)


def _width(words: str) -> float:
    return max(text_width(line, _LETTERS) for line in words.split("\n"))


def _bars(base: alt.Chart, x: alt.X, look: tuple[Canvas, alt.Color]) -> list[alt.Chart]:
    canvas, hue = look
    bar = base.mark_bar(size=13, orient="horizontal").encode(x=x, x2=alt.X2Datum(0), color=hue)
    return [dim_unpicked(bar, canvas)]


def _reaches(base: alt.Chart, x: alt.X, look: tuple[Canvas, alt.Color]) -> list[alt.Chart]:
    canvas, hue = look
    whisker = base.transform_filter("isValid(datum.low)").mark_rule(strokeWidth=9)
    point = base.transform_filter("isValid(datum.value)").mark_point(size=90, strokeWidth=2)
    return [
        dim_unpicked(whisker.encode(x=alt.X("low:Q"), x2="high:Q", color=hue), canvas, 0.35),
        dim_unpicked(point.encode(x=alt.X("value:Q"), shape=shape_scale(), fill=fill_scale(), color=hue), canvas),
    ]
