"""Charts with a row for each figure: bars from zero, bars in groups, and points with their intervals on one scale."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

import altair as alt

from scripts.website.charts.encodings import (
    INK,
    MARKS,
    Canvas,
    Plot,
    colour_scale,
    data_record,
    dim_unselected,
    fade_projected,
    fill_scale,
    number_axis,
    shape_scale,
)
from scripts.website.charts.model import ChartModel, Mark
from scripts.website.charts.text_metrics import text_width, wrap_text

_FONT_SIZE, _AXIS_FONT_SIZE = 13, 12
_GAP = 10  # pixels between a mark and its text
_LABEL_LINE, _NUMBER_LINE = 16, 15

RowText = Callable[[Mark, str], str]


@dataclass(frozen=True)
class BarRow:
    """A mark with its text at a height, or the label above one or several marks."""

    y: float
    text: str
    mark: Mark | None = None


def bar_chart(model: ChartModel, canvas: Canvas) -> Plot:
    """Draw a bar for each figure, with its label above and its number at the end."""
    return _bars(model, canvas, lambda mark, amount: amount)


def grouped_bar_chart(model: ChartModel, canvas: Canvas) -> Plot:
    """Draw the bars of one label as a group, each with its series and its number at the end."""
    return _bars(model, canvas, lambda mark, amount: f"{mark.series}  {amount}")


def range_chart(model: ChartModel, canvas: Canvas) -> Plot:
    """Draw a point, an interval or both for each figure on one axis; an arrow precedes a number that is a minimum."""
    rows = _rows(model.marks, canvas, lambda mark, amount: f"→ {amount}" if mark.arrow == "right" else amount)
    # Half of the last number on the axis extends beyond the axis.
    overhang = text_width(f"{max(mark.extent for mark in model.marks):,.0f}", _AXIS_FONT_SIZE) / 2 + 8
    x = _x(rows, canvas, canvas.plot_width - overhang, number_axis(4, labelFlush=True))
    colour = colour_scale(model.marks)
    interval = alt.Chart(MARKS).transform_filter("isValid(datum.low)").mark_rule(strokeWidth=9)
    interval = interval.encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), color=colour)
    point = alt.Chart(MARKS).transform_filter("isValid(datum.value)").mark_point(size=90, strokeWidth=2)
    point = point.encode(x=alt.X("value:Q"), shape=shape_scale(), fill=fill_scale(), color=colour)
    drawn = (model.marks, canvas)
    return _plot(rows, canvas, x, [*fade_projected(interval, drawn, 0.35), *fade_projected(point, drawn)])


def _bars(model: ChartModel, canvas: Canvas, row_text: RowText) -> Plot:
    rows = _rows(model.marks, canvas, row_text)
    x = _x(rows, canvas, canvas.plot_width)
    bar = alt.Chart(MARKS).mark_bar(size=13, orient="horizontal")
    bar = bar.encode(x=x, x2=alt.X2Datum(0), color=colour_scale(model.marks))
    return _plot(rows, canvas, x, fade_projected(bar, (model.marks, canvas)))


def _plot(rows: list[BarRow], canvas: Canvas, x: alt.X, layers: list[alt.Chart]) -> Plot:
    """Put the labels below the layers of marks, and the numbers above them."""
    height = max(row.y for row in rows) + 14
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, zero=False, nice=False))
    labels = alt.InlineData(values=[{"label": row.text, "y": row.y} for row in rows if not row.mark])
    label = alt.Chart(labels).mark_text(
        align="left", x=0, baseline="top", fontSize=_FONT_SIZE, color=INK, lineBreak="\n", fontWeight=500
    )
    number = alt.Chart(MARKS).mark_text(
        align="left", dx=_GAP, fontSize=_FONT_SIZE, color=INK, baseline="middle", lineBreak="\n"
    )
    number = dim_unselected(number.encode(x=x, text=alt.Text("words:N")), canvas)
    label = label.encode(y=y, text=alt.Text("label:N"))
    records = [data_record(row.mark, y=row.y, words=row.text) for row in rows if row.mark]
    return Plot([label, *(layer.encode(y=y) for layer in (*layers, number))], records, height)


def _rows(marks: tuple[Mark, ...], canvas: Canvas, row_text: RowText) -> list[BarRow]:
    return list(_iterate_rows(marks, canvas, row_text))


def _iterate_rows(marks: tuple[Mark, ...], canvas: Canvas, row_text: RowText) -> Iterator[BarRow]:
    y = 0.0
    for label, group in groupby(marks, key=lambda mark: mark.label):
        lines = wrap_text(label, canvas.width - 8, _FONT_SIZE)
        yield BarRow(y + 12, "\n".join(lines))
        y += _LABEL_LINE * len(lines) + 14
        for mark in group:
            text = row_text(mark, _amount(mark, canvas))
            extra = _NUMBER_LINE * text.count("\n")
            yield BarRow(y + 9 + extra / 2, text, mark)
            y += 20 + extra


def _amount(mark: Mark, canvas: Canvas) -> str:
    """The number with its interval; on a phone the interval is below the number, as it would not fit beside it."""
    return mark.amount.replace(" (", "\n(") if canvas.is_narrow and mark.amount != mark.text else mark.amount


def _x(rows: list[BarRow], canvas: Canvas, plot_width: float, axis: alt.Axis | None = None) -> alt.X:
    scale = alt.Scale(domain=[0, _domain_top(rows, canvas, plot_width)], range=[0, plot_width], nice=False)
    return alt.X("end:Q", axis=axis, scale=scale)


def _domain_top(rows: list[BarRow], canvas: Canvas, plot_width: float) -> float:
    """The smallest number at the plot's right edge with which the text after every mark still fits on the canvas."""
    width = canvas.width - _GAP - 8
    free = [(row.mark.extent, max(width - _text_width(row.text), width * 0.25)) for row in rows if row.mark]
    return max(extent * plot_width / pixels for extent, pixels in free)


def _text_width(text: str) -> float:
    return max(text_width(line, _FONT_SIZE) for line in text.split("\n"))
