"""The kinds of charts, drawn with Altair: rows (bars, groups, ranges) and lines.

Colours are CSS variables, so that light, dark and print come from the page's palette; dates are UTC everywhere.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

import altair as alt

from scripts.reading.charts import Chart
from scripts.showing.encodings import (
    INK,
    MARKS,
    MUTED,
    RULE,
    TOUCHED,
    Canvas,
    colour,
    fill,
    layered,
    record,
    series,
    shape,
    tooltip,
    with_marks,
)
from scripts.showing.marks import Mark

_DASHES = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3])
_LETTER = 6.6


@dataclass(frozen=True)
class Row:
    """A mark at its height, or the label above one or several marks."""

    y: float
    label: str = ""
    mark: Mark | None = None


def rows(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.LayerChart:
    """One row for each figure, labels above, the number at the end: bars from zero, or marks with their reach."""
    placed = list(_placed(chart, marks, canvas))
    height = max(row.y for row in placed) + 14
    top = _domain_top(marks, canvas)
    drawn = [record(row.mark, y=row.y) for row in placed if row.mark]
    labels = [{"label": row.label, "y": row.y} for row in placed if row.label]
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, zero=False, nice=False))
    axis = None if chart.kind != "ranges" else alt.Axis(tickCount=3, format=",d", title=None, domain=False, ticks=False)
    x = alt.X("end:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))
    hue = colour(chart, marks, canvas)
    base = alt.Chart(MARKS).encode(y=y)
    words = alt.Chart(alt.InlineData(values=labels)).mark_text(
        align="left", baseline="top", fontSize=13, color=INK, lineBreak="\n", fontWeight=500
    )
    layers = [words.encode(y=y, x=alt.value(0), text="label:N")]
    layers += _bars(base, x, hue) if chart.kind != "ranges" else _reaches(base, x, hue)
    offset = 8 if chart.kind != "ranges" else 26
    number = base.mark_text(align="left", dx=offset, fontSize=13, color=INK, baseline="middle")
    layers.append(number.encode(x=x, text="words:N"))
    return with_marks(layered(layers, canvas, height), drawn)


def lines(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.LayerChart:
    """Figures over time: a line for each series, with a band or whiskers where the figures have intervals."""
    height = 300 if not canvas.is_narrow else 240
    top = max(mark.reach for mark in marks) * 1.06
    data = [record(mark, middle=_middle(mark), joined=mark.series not in _loose(chart)) for mark in marks]
    data.sort(key=lambda point: (point["series"], point["time"]))
    axis = alt.Axis(
        format="%Y",
        tickCount="year",
        title=None,
        grid=False,
        tickColor=RULE,
        labelAlign="left",
    )
    x = alt.X("utcyearmonthdate(time):T", axis=axis, scale=alt.Scale(type="utc"))
    y = _upright("middle", top)
    hue = colour(chart, marks, canvas)
    base = alt.Chart(MARKS).encode(x=x, color=hue)
    layers = _intervals(base, _upright("low", top)) + _strokes(base, y, marks)
    layers += _events(chart, x)
    named = not (canvas.live or canvas.is_narrow)
    if named:
        layers.append(_ends(marks, x, y, height / top))
    return with_marks(layered(layers, canvas, height, beside=180 if named else 55), data)


def _upright(field: str, top: float) -> alt.Y:
    axis = alt.Axis(tickCount=4, format=",d", title=None, domain=False, ticks=False)
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=True))


def _placed(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> Iterator[Row]:
    y, letters = 0.0, int(canvas.width / (_LETTER + 0.4))
    for label, group in groupby(marks, key=lambda mark: mark.label):
        text = textwrap.wrap(label, letters)
        yield Row(y + 12, label="\n".join(text))
        y += 16 * len(text) + 14
        for mark in group:
            words = mark.words if canvas.is_narrow else mark.amount
            words = f"{mark.series}  {words}" if chart.kind == "groups" else words
            yield Row(y + 9, mark=replace(mark, words=words))
            y += 20


def _domain_top(marks: tuple[Mark, ...], canvas: Canvas) -> float:
    """The number at the right edge, so that the words after the longest mark still fit."""
    longest = max(
        len(mark.words if canvas.is_narrow else mark.amount)
        + len(mark.series) * (len({m.label for m in marks}) < len(marks))
        for mark in marks
    )
    room = max(canvas.width - longest * _LETTER - 44, canvas.width * 0.3)
    return max(mark.reach for mark in marks) * canvas.width / room


def _bars(base: alt.Chart, x: alt.X, hue: alt.Color) -> list[alt.Chart]:
    bar = base.mark_bar(size=13, orient="horizontal").properties(name=f"{TOUCHED}-bar")
    return [bar.encode(x=x, x2=alt.X2Datum(0), color=hue, tooltip=tooltip())]


def _reaches(base: alt.Chart, x: alt.X, hue: alt.Color) -> list[alt.Chart]:
    whisker = base.transform_filter("isValid(datum.low)").mark_rule(strokeWidth=9, opacity=0.35)
    point = base.transform_filter("isValid(datum.value)").mark_point(size=90, strokeWidth=2, opacity=1)
    point = point.properties(name=f"{TOUCHED}-point")
    right = base.transform_filter("datum.arrow == 'right'").mark_text(
        text="→", dx=6, align="left", fontSize=16, baseline="middle"
    )
    return [
        whisker.encode(x=alt.X("low:Q"), x2="high:Q", color=hue, tooltip=tooltip()),
        point.encode(x=alt.X("value:Q"), shape=shape(), fill=fill(), color=hue, tooltip=tooltip()),
        right.encode(x=x, color=hue),
    ]


def _intervals(base: alt.Chart, y: alt.Y) -> list[alt.Chart]:
    bounded = base.transform_filter("isValid(datum.low)")
    band = bounded.transform_filter("datum.joined").mark_area(opacity=0.18, line=False)
    whisker = bounded.transform_filter("!datum.joined").mark_rule(strokeWidth=2, opacity=0.7)
    return [mark.encode(y=y, y2="high:Q") for mark in (band, whisker)]


def _strokes(base: alt.Chart, y: alt.Y, marks: tuple[Mark, ...]) -> list[alt.Chart]:
    names = series(marks)
    dash = alt.StrokeDash("series:N", scale=alt.Scale(domain=names, range=_DASHES[: len(names)]), legend=None)
    line = base.transform_filter("datum.joined").mark_line(strokeWidth=2).properties(name=f"{TOUCHED}-line")
    reach = alt.condition("datum.joined", alt.value(40 if len(marks) < 60 else 12), alt.value(110))
    point = base.mark_point(strokeWidth=1.5, opacity=1).properties(name=f"{TOUCHED}-point")
    return [
        line.encode(y=y, strokeDash=dash),
        point.encode(y=y, shape=shape(), fill=fill(), size=reach, tooltip=tooltip()),
    ]


def _ends(marks: tuple[Mark, ...], x: alt.X, y: alt.Y, scale: float) -> alt.Chart:
    """The name of each series at its last figure; those that reach the edge in one column, pushed apart."""
    last = {mark.series: mark for mark in sorted(marks, key=lambda mark: mark.time)}
    first, latest = (date.fromisoformat(choose(mark.time for mark in marks)) for choose in (min, max))
    near = latest - (latest - first) * 0.15
    labels, above = [], -100.0
    for mark in sorted(last.values(), key=_middle):
        at_the_edge = date.fromisoformat(mark.time) >= near
        spot = max(_middle(mark) * scale, above + 17) if at_the_edge else _middle(mark) * scale
        above = spot if at_the_edge else above
        time = latest.isoformat() if at_the_edge else mark.time
        labels.append({"series": mark.series, "time": time, "middle": spot / scale, "hue": f"var(--{mark.hue})"})
    text = alt.Chart(alt.InlineData(values=labels)).mark_text(align="left", dx=9, fontSize=13, fontWeight=600)
    named: alt.Chart = text.encode(x=x, y=y, text="series:N", color=alt.Color("hue:N", scale=None))
    return named


def _events(chart: Chart, x: alt.X) -> list[alt.Chart]:
    events = [{"time": day, "text": text} for day, text in (chart.events or {}).items()]
    if not events:
        return []
    base = alt.Chart(alt.InlineData(values=events)).encode(x=x)
    rule = base.mark_rule(strokeDash=[2, 3], color=MUTED)
    text = base.mark_text(align="right", dx=-5, baseline="top", fontSize=11.5, color=MUTED, lineBreak="\n")
    return [rule, text.encode(y=alt.value(0), text="text:N")]


def _middle(mark: Mark) -> float:
    if mark.value is not None:
        return mark.value
    return ((mark.low or 0.0) + (mark.high or 0.0)) / 2


def _loose(chart: Chart) -> set[str]:
    names = chart.names or {}
    return {names.get(name, name) for name in chart.points_only}
