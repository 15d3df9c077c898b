"""Charts over time: a line for each series, with a band or whiskers where its figures have intervals.

Dates are UTC everywhere. A picture names its lines where they end; a chart that a reader touches has buttons for that.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

import altair as alt

from scripts.reading.declarations.charts import Chart
from scripts.website.charts.encodings import (
    DASHES,
    FIRST,
    LAST,
    MARKS,
    MUTED,
    Canvas,
    colour_scale,
    conditional_value,
    data_record,
    dim_unpicked,
    fill_scale,
    layer_chart,
    number_axis,
    series_names,
    shape_scale,
    time_axis,
    with_data,
)
from scripts.website.charts.label_placement import LabelRequest, Obstacles, place_labels
from scripts.website.charts.marks import Mark
from scripts.website.charts.text_metrics import text_width, wrap_text

_LETTERS, _ROOM = 13, 150
_SMALL = 11.5


@dataclass(frozen=True)
class _Frame:
    """What times and numbers become on a canvas: milliseconds from first to last and 0 to top, as pixels."""

    canvas: Canvas
    first: float
    last: float
    top: float
    gutter: float
    beside: float

    @property
    def height(self) -> float:
        return 300 if not self.canvas.is_narrow else 240

    @property
    def right(self) -> float:
        return self.canvas.width - 4 - self.beside - (6 if self.beside else 16)

    def across(self, day: str) -> float:
        part = (moment(day) - self.first) / ((self.last - self.first) or 1)
        return self.gutter + part * (self.right - self.gutter)

    def spot(self, mark: Mark) -> tuple[float, float]:
        return self.across(mark.time), self.height * (1 - middle(mark) / self.top)


def line_chart(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> alt.LayerChart:
    """Figures over time, from zero."""
    loose = _loose(chart)
    frame = _frame(chart, marks, canvas)
    data = [data_record(mark, middle=middle(mark), joined=mark.series not in loose) for mark in marks]
    data.sort(key=lambda point: (point["series"], point["time"]))
    x, y = _along(frame), _upright("middle", frame)
    base = _within(alt.Chart(MARKS), canvas).encode(x=x, color=colour_scale(marks, _legend(marks, canvas)))
    layers = _intervals(base, _upright("low", frame), canvas) + _strokes(base, y, (marks, canvas))
    layers += _events(chart, x, frame)
    if frame.beside:
        layers.append(_ends(chart, marks, frame))
    return with_data(layer_chart(layers, canvas, frame.height, frame.beside), data)


def moment(day: str) -> float:
    """A day as the milliseconds by which browsers count time."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000


def middle(mark: Mark) -> float:
    """Where a mark stands: at its value, else in the middle of its range."""
    return mark.value if mark.value is not None else ((mark.low or 0.0) + (mark.high or 0.0)) / 2


def _frame(chart: Chart, marks: tuple[Mark, ...], canvas: Canvas) -> _Frame:
    moments = [moment(mark.time) for mark in marks]
    # Words about an event stand at the top, above everything that is drawn.
    top = max(mark.reach for mark in marks) * (1.15 if chart.events else 1.04)
    gutter = text_width(f"{top:,.0f}", 12) + 8
    named = not (canvas.live or canvas.is_narrow)
    names = [line for name in series_names(marks) for line in wrap_text(name, _ROOM, _LETTERS, True)]
    beside = 14 + max(text_width(line, _LETTERS, True) for line in names) if named else 0
    return _Frame(canvas, min(moments), max(moments), top, gutter, beside)


def _along(frame: _Frame) -> alt.X:
    live = frame.canvas.live
    domain = {"domainMin": alt.ExprRef(FIRST), "domainMax": alt.ExprRef(LAST)}
    scale = alt.Scale(
        type="utc", range=[frame.gutter, frame.right], **(domain if live else {"domain": [frame.first, frame.last]})
    )
    return alt.X("utcyearmonthdate(time):T", axis=time_axis(frame.canvas), scale=scale)


def _upright(field: str, frame: _Frame) -> alt.Y:
    """From zero; on a touched chart, as far as the time that the reader chose needs."""
    axis = number_axis(
        frame.canvas.labels, 4, labelAlign="left", labelBaseline="bottom", labelPadding=0, labelOffset=-3, tickSize=0
    )
    scale = alt.Scale(zero=True, nice=4) if frame.canvas.live else alt.Scale(domain=[0, frame.top], nice=False)
    return alt.Y(f"{field}:Q", axis=axis, scale=scale)


def _within(chart: alt.Chart, canvas: Canvas) -> alt.Chart:
    """On a touched chart, only what lies within the time that the reader chose."""
    chosen = f"time(toDate(datum.time)) >= {FIRST} && time(toDate(datum.time)) <= {LAST}"
    within: alt.Chart = chart.transform_filter(chosen) if canvas.live else chart
    return within


def _legend(marks: tuple[Mark, ...], canvas: Canvas) -> alt.Legend | None:
    """On a phone there is no room for names at the ends of lines."""
    if canvas.live or not canvas.is_narrow or len(series_names(marks)) < 2:
        return None
    return alt.Legend(orient="top", title=None, columns=1, labelLimit=canvas.width - 40, offset=10)


def _intervals(base: alt.Chart, y: alt.Y, canvas: Canvas) -> list[alt.Chart]:
    bounded = base.transform_filter("isValid(datum.low)")
    band = bounded.transform_filter("datum.joined").mark_area(line=False).encode(y=y, y2="high:Q")
    whisker = bounded.transform_filter("!datum.joined").mark_rule(strokeWidth=2).encode(y=y, y2="high:Q")
    return [dim_unpicked(band, canvas, 0.18), dim_unpicked(whisker, canvas, 0.7)]


def _strokes(base: alt.Chart, y: alt.Y, shown: tuple[tuple[Mark, ...], Canvas]) -> list[alt.Chart]:
    marks, canvas = shown
    names = series_names(marks)
    dash = alt.StrokeDash("series:N", scale=alt.Scale(domain=names, range=DASHES[: len(names)]), legend=None)
    line = base.transform_filter("datum.joined").mark_line(strokeWidth=2)
    # An estimate on a line is shown by the line and its band alone.
    reach = conditional_value("datum.joined", 40 if len(marks) < 60 else 12, 110, alt.SizeValue)
    point = base.transform_filter("!datum.joined || datum.kind != 'estimate'").mark_point(strokeWidth=1.5)
    unseen = base.transform_filter("datum.joined && datum.kind == 'estimate'").mark_point(size=9, opacity=0)
    return [
        dim_unpicked(line.encode(y=y, strokeDash=dash), canvas),
        dim_unpicked(point.encode(y=y, shape=shape_scale(), fill=fill_scale(), size=reach), canvas),
        *([unseen.encode(y=y)] if canvas.live else []),
    ]


def _ends(chart: Chart, marks: tuple[Mark, ...], frame: _Frame) -> alt.Chart:
    """The name of each series at its last figure, or as near to it as nothing is in the way."""
    last = {mark.series: mark for mark in sorted(marks, key=lambda mark: mark.time)}
    texts = {name: wrap_text(name, _ROOM, _LETTERS, True) for name in last}
    names = [
        LabelRequest(*frame.spot(mark), max(text_width(line, _LETTERS, True) for line in texts[name]), len(texts[name]))
        for name, mark in last.items()
    ]
    spots = {name: sorted(frame.spot(mark) for mark in marks if mark.series == name) for name in last}
    loose = _loose(chart)
    drawn = [line for name, line in spots.items() if name not in loose]
    drawn += [[spot] for name, line in spots.items() if name in loose for spot in line]
    rules = [frame.across(day) for day in chart.events or {}]
    boxes = place_labels(names, Obstacles(drawn, rules, frame.height))
    labels = [
        {"text": "\n".join(texts[mark.series]), "x": box.left, "y": box.middle, "hue": f"var(--{mark.hue})"}
        for mark, box in zip(last.values(), boxes, strict=True)
    ]
    text = alt.Chart(alt.InlineData(values=labels)).mark_text(
        align="left", baseline="middle", fontSize=_LETTERS, fontWeight=600, lineBreak="\n"
    )
    x, y = alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None)
    named: alt.Chart = text.encode(x=x, y=y, text="text:N", color=alt.Color("hue:N", scale=None))
    return named


def _events(chart: Chart, x: alt.X, frame: _Frame) -> list[alt.Chart]:
    """A day with its words beside it, on the side where there is room."""
    share = (frame.last - frame.first) / 2 + frame.first
    layers = []
    for day, text in (chart.events or {}).items():
        late = moment(day) > share
        base = _within(alt.Chart(alt.InlineData(values=[{"time": day, "text": text}])), frame.canvas).encode(x=x)
        rule = base.mark_rule(strokeDash=[2, 3], color=MUTED)
        words = base.mark_text(
            align="right" if late else "left", dx=-5 if late else 5, baseline="top", fontSize=_SMALL, color=MUTED,
            lineBreak="\n",
        )  # fmt: skip
        layers += [rule, words.encode(y=alt.value(0), text="text:N")]
    return layers


def _loose(chart: Chart) -> set[str]:
    names = chart.names or {}
    return {names.get(name, name) for name in chart.points_only}
