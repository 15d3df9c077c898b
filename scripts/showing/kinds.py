"""The kinds of charts, drawn with Altair: rows (bars, groups, ranges) and lines.

Colours are CSS variables, so that light, dark and print come from the page's palette; dates are UTC everywhere.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import Any

import altair as alt

from scripts.reading.charts import Chart
from scripts.showing.marks import Mark

SHAPES = {
    "documented-count": "circle",
    "official-statistic": "square",
    "leaked-record": "diamond",
    "claim": "circle",
    "estimate": "circle",
}
_DASHES = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3])
_INK, _MUTED, _RULE, _GROUND = "var(--ink)", "var(--muted)", "var(--rule)", "var(--ground)"
_LETTER = 6.6


@dataclass(frozen=True)
class Canvas:
    """What a chart is drawn on: its width in pixels, and whether a reader can touch it."""

    width: int
    live: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether it is meant for a phone."""
        return self.width < 500


@dataclass(frozen=True)
class Row:
    """A mark at its height, or the label above one or several marks."""

    y: float
    label: str = ""
    mark: Mark | None = None


def rows(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.LayerChart:
    """One row for each figure, labels above, the number at the end: bars from zero, or marks with their reach."""
    placed = list(_placed(chart, marks, canvas))
    height = max(row.y for row in placed) + 22
    top = _domain_top(marks, canvas)
    drawn = [_record(row.mark, y=row.y) for row in placed if row.mark]
    labels = [{"label": row.label, "y": row.y} for row in placed if row.label]
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, zero=False, nice=False))
    axis = None if chart.kind != "ranges" else alt.Axis(tickCount=3, format=",d", title=None, domain=False, ticks=False)
    x = alt.X("end:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))
    colour = _colour(chart, marks, canvas)
    base = alt.Chart(alt.InlineData(values=drawn)).encode(y=y)
    words = alt.Chart(alt.InlineData(values=labels)).mark_text(
        align="left", baseline="top", fontSize=13, color=_INK, lineBreak="\n", fontWeight=500
    )
    layers = [words.encode(y=y, x=alt.value(0), text="label:N")]
    layers += _bars(base, x, colour) if chart.kind != "ranges" else _reaches(base, x, colour)
    offset = 8 if chart.kind != "ranges" else 26
    number = base.mark_text(align="left", dx=offset, fontSize=13, color=_INK, baseline="middle")
    layers.append(number.encode(x=x, text="amount:N"))
    return _sized(alt.layer(*layers), canvas, height)


def lines(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.LayerChart:
    """Figures over time: a line for each series, with a band or whiskers where the figures have intervals."""
    height = 300 if not canvas.is_narrow else 240
    top = max(mark.reach for mark in marks) * 1.06
    data = [_record(mark, middle=_middle(mark), joined=mark.series not in _loose(chart)) for mark in marks]
    data.sort(key=lambda record: (record["series"], record["time"]))
    axis = alt.Axis(format="%Y", tickCount=alt.TimeInterval("year"), title=None, grid=False, tickColor=_RULE, labelAlign="left")
    x = alt.X("utcyearmonthdate(time):T", axis=axis, scale=alt.Scale(type="utc"))
    y = _upright("middle", top)
    colour = _colour(chart, marks, canvas)
    base = alt.Chart(alt.InlineData(values=data)).encode(x=x, color=colour)
    layers = _intervals(base, _upright("low", top)) + _strokes(base, y, marks)
    layers += _events(chart, x)
    named = not (canvas.live or canvas.is_narrow)
    if named:
        layers.append(_ends(marks, x, y, height / top))
    return _sized(alt.layer(*layers), canvas, height, beside=180 if named else 55)


def _upright(field: str, top: float) -> alt.Y:
    axis = alt.Axis(tickCount=4, format=",d", title=None, domain=False, ticks=False)
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=True))


def _placed(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> Iterator[Row]:
    y = 0.0
    letters = int(canvas.width / (_LETTER + 0.4))
    for label, group in groupby(marks, key=lambda mark: mark.label):
        text = textwrap.wrap(label, letters)
        yield Row(y + 10, label="\n".join(text))
        y += 16 * len(text) + 14
        for mark in group:
            y += 14
            words = f"{mark.series}  {mark.amount}" if chart.kind == "groups" else mark.amount
            yield Row(y, mark=replace(mark, amount=words))
            y += 8


def _domain_top(marks: tuple[Mark, ...], canvas: Canvas) -> float:
    """The number at the right edge, so that the words after the longest mark still fit."""
    longest = max(len(mark.amount) + len(mark.series) * (len({m.label for m in marks}) < len(marks)) for mark in marks)
    room = max(canvas.width - longest * _LETTER - 44, canvas.width * 0.3)
    return max(mark.reach for mark in marks) * canvas.width / room


def _bars(base: alt.Chart, x: alt.X, colour: alt.Color) -> list[alt.Chart]:
    bar = base.mark_rule(strokeWidth=13, strokeCap="butt")
    return [bar.encode(x=x, x2=alt.X2Datum(0), color=colour, tooltip=_tooltip())]


def _reaches(base: alt.Chart, x: alt.X, colour: alt.Color) -> list[alt.Chart]:
    whisker = base.transform_filter("isValid(datum.low)").mark_rule(strokeWidth=9, opacity=0.35)
    point = base.transform_filter("isValid(datum.value)").mark_point(size=90, strokeWidth=2, opacity=1)
    right = base.transform_filter("datum.arrow == 'right'").mark_text(text="→", dx=6, align="left", fontSize=16, baseline="middle")
    return [
        whisker.encode(x=alt.X("low:Q"), x2="high:Q", color=colour, tooltip=_tooltip()),
        point.encode(x=x.copy(), shape=_shape(), fill=_fill(), color=colour, tooltip=_tooltip()),
        right.encode(x=x, color=colour),
    ]


def _intervals(base: alt.Chart, y: alt.Y) -> list[alt.Chart]:
    bounded = base.transform_filter("isValid(datum.low)")
    band = bounded.transform_filter("datum.joined").mark_area(opacity=0.18, line=False)
    whisker = bounded.transform_filter("!datum.joined").mark_rule(strokeWidth=2, opacity=0.7)
    return [mark.encode(y=y, y2="high:Q") for mark in (band, whisker)]


def _strokes(base: alt.Chart, y: alt.Y, marks: tuple[Mark, ...]) -> list[alt.Chart]:
    series = _series(marks)
    dash = alt.StrokeDash("series:N", scale=alt.Scale(domain=series, range=_DASHES[: len(series)]), legend=None)
    line = base.transform_filter("datum.joined").mark_line(strokeWidth=2)
    size = 40 if len(marks) < 60 else 12
    point = base.mark_point(size=size, strokeWidth=1.5, opacity=1)
    return [line.encode(y=y, strokeDash=dash), point.encode(y=y, shape=_shape(), fill=_fill(), tooltip=_tooltip())]


def _ends(marks: tuple[Mark, ...], x: alt.X, y: alt.Y, scale: float) -> alt.Chart:
    """The name of each series at its last figure, pushed apart where they would overlap."""
    last = {mark.series: mark for mark in sorted(marks, key=lambda mark: mark.time)}
    latest = max(mark.time for mark in marks)
    labels, above = [], -100.0
    for mark in sorted(last.values(), key=_middle):
        spot = max(_middle(mark) * scale, above + 17)
        above = spot
        labels.append({"series": mark.series, "time": latest, "middle": spot / scale, "hue": f"var(--{mark.hue})"})
    text = alt.Chart(alt.InlineData(values=labels)).mark_text(align="left", dx=9, fontSize=13, fontWeight=600)
    return text.encode(x=x, y=y, text="series:N", color=alt.Color("hue:N", scale=None))


def _events(chart: Chart, x: alt.X) -> list[alt.Chart]:
    events = [{"time": day, "text": text} for day, text in (chart.events or {}).items()]
    if not events:
        return []
    base = alt.Chart(alt.InlineData(values=events)).encode(x=x)
    rule = base.mark_rule(strokeDash=[2, 3], color=_MUTED)
    text = base.mark_text(align="right", dx=-5, baseline="top", fontSize=11.5, color=_MUTED, lineBreak="\n")
    return [rule, text.encode(y=alt.value(0), text="text:N")]


def _colour(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.Color:
    series = _series(marks)
    hues = {mark.series: f"var(--{mark.hue})" for mark in marks}
    shown = len(series) > 1 and (canvas.live or (chart.kind == "lines" and canvas.is_narrow))
    legend = alt.Legend(orient="top", title=None, columns=1 if canvas.is_narrow else 0, labelLimit=canvas.width) if shown else None
    return alt.Color("series:N", scale=alt.Scale(domain=series, range=[hues[name] for name in series]), legend=legend)


def _sized(chart: alt.LayerChart, canvas: Canvas, height: float, beside: int = 0) -> alt.LayerChart:
    """The chart at its size; `beside` pixels are left for axis and names."""
    if canvas.live:
        chosen = alt.selection_point(fields=["series"], bind="legend", name="chosen")
        chart.layer[-2] = chart.layer[-2].encode(opacity=alt.condition(chosen, alt.value(1), alt.value(0.15))).add_params(chosen)
    return chart.properties(width=canvas.width - beside, height=height).resolve_scale(shape="independent")


def _shape() -> alt.Shape:
    return alt.Shape("kind:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None)


def _fill() -> alt.Fill:
    return alt.Fill("fill:N", scale=None, legend=None)


def _tooltip() -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:N") for name in ("series", "amount", "when", "told", "source")]


def _record(mark: Mark, **more: object) -> dict[str, Any]:
    ends = [number for number in (mark.value, mark.high) if number is not None]
    fill = _GROUND if mark.kind == "claim" else f"var(--{mark.hue})"
    return {**asdict(mark), "end": max(ends), "fill": fill, **more}


def _middle(mark: Mark) -> float:
    if mark.value is not None:
        return mark.value
    return ((mark.low or 0.0) + (mark.high or 0.0)) / 2


def _series(marks: Iterable[Mark]) -> list[str]:
    return list(dict.fromkeys(mark.series for mark in marks))


def _loose(chart: Chart) -> set[str]:
    names = chart.names or {}
    return {names.get(name, name) for name in chart.points_only}
