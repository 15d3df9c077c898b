"""Charts over time: a line for each series, with a band or whiskers where its figures have intervals.

Dates are UTC everywhere. A picture has the names of its series at the ends of their lines; an interactive chart has
buttons for that.
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
    Plot,
    colour_scale,
    conditional_value,
    data_record,
    dim_unselected,
    fade_projected,
    fill_scale,
    number_axis,
    shape_scale,
    time_axis,
)
from scripts.website.charts.label_placement import LabelRequest, Obstacles, place_labels
from scripts.website.charts.model import ChartModel, Mark, series_names
from scripts.website.charts.text_metrics import text_width, wrap_text

_FONT_SIZE, _EVENT_FONT_SIZE, _AXIS_FONT_SIZE = 13, 11.5, 12
_NAME_WIDTH = 150  # pixels in which a series' name is wrapped
_NAME_GAP = 14  # pixels between the plot and the names
_AXIS_GAP = 8  # pixels between the numbers of the axis and the first figure
_HEIGHT, _NARROW_HEIGHT = 300, 240
# Pixels from the last figure to the right edge of the plot: the last month must fit where no names follow.
_RIGHT, _RIGHT_WITHOUT_NAMES = 6, 16
# Free space above the largest number, as a factor; the texts of events need more.
_HEADROOM, _EVENT_HEADROOM = 1.04, 1.15
# With more marks than this their points are small.
_MANY_MARKS = 60
_DOTS = [1, 3]  # pixels of line and gap in what is a projection
_POINT_SIZE, _SMALL_POINT_SIZE, _UNJOINED_POINT_SIZE = 40, 12, 110


@dataclass(frozen=True)
class _Frame:
    """The scales of a chart: milliseconds from first to last and numbers from 0 to top, as pixels of a canvas.

    left: pixels kept free for the numbers of the axis. margin: pixels kept free for the names of the series.
    """

    canvas: Canvas
    first: float
    last: float
    top: float
    left: float
    margin: float

    @property
    def height(self) -> float:
        return _NARROW_HEIGHT if self.canvas.is_narrow else _HEIGHT

    @property
    def right(self) -> float:
        return self.canvas.plot_width - self.margin - (_RIGHT if self.margin else _RIGHT_WITHOUT_NAMES)

    def x(self, day: str) -> float:
        share = (moment(day) - self.first) / ((self.last - self.first) or 1)
        return self.left + share * (self.right - self.left)

    def point(self, mark: Mark) -> tuple[float, float]:
        return self.x(mark.time), self.height * (1 - middle(mark) / self.top)


def line_chart(model: ChartModel, canvas: Canvas) -> Plot:
    """Draw figures over time, from zero."""
    marks, unjoined = model.marks, _unjoined(model.chart)
    frame = _frame(model, canvas)
    last = _last_before_projection(marks)
    records = [
        data_record(mark, middle=middle(mark), joined=mark.series not in unjoined, leads=mark.figure in last)
        for mark in marks
    ]
    records.sort(key=lambda record: (record["series"], record["time"]))
    x = _x(frame)
    base = _within_chosen_time(alt.Chart(MARKS), canvas).encode(x=x, color=colour_scale(marks, _legend(marks, canvas)))
    layers = _intervals(base, _y("low", frame), canvas) + _lines(base, _y("middle", frame), (marks, canvas))
    layers += _events(model.chart, x, frame)
    if frame.margin:
        layers.append(_names(model, frame))
    return Plot(layers, records, frame.height, frame.margin)


def moment(day: str) -> float:
    """Convert a day to milliseconds since 1970, as JavaScript counts time."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000


def middle(mark: Mark) -> float:
    """Give the number at which a mark is drawn: its value, else the middle of its range."""
    return mark.value if mark.value is not None else ((mark.low or 0.0) + (mark.high or 0.0)) / 2


def _frame(model: ChartModel, canvas: Canvas) -> _Frame:
    moments = [moment(mark.time) for mark in model.marks]
    top = max(mark.extent for mark in model.marks) * (_EVENT_HEADROOM if model.chart.events else _HEADROOM)
    left = text_width(f"{top:,.0f}", _AXIS_FONT_SIZE) + _AXIS_GAP
    has_names = not (canvas.is_interactive or canvas.is_narrow)
    lines = [line for name in series_names(model.marks) for line in _name_lines(name)]
    margin = _NAME_GAP + max(text_width(line, _FONT_SIZE, True) for line in lines) if has_names else 0
    return _Frame(canvas, min(moments), max(moments), top, left, margin)


def _x(frame: _Frame) -> alt.X:
    domain = (
        {"domainMin": alt.ExprRef(FIRST), "domainMax": alt.ExprRef(LAST)}
        if frame.canvas.is_interactive
        else {"domain": [frame.first, frame.last]}
    )
    scale = alt.Scale(type="utc", range=[frame.left, frame.right], **domain)
    return alt.X("utcyearmonthdate(time):T", axis=time_axis(frame.canvas), scale=scale)


def _y(field: str, frame: _Frame) -> alt.Y:
    """A scale from zero; in an interactive chart, up to the largest number within the chosen time."""
    axis = number_axis(4, labelAlign="left", labelBaseline="bottom", labelPadding=0, labelOffset=-3, tickSize=0)
    picture = alt.Scale(domain=[0, frame.top], nice=False)
    return alt.Y(
        f"{field}:Q", axis=axis, scale=alt.Scale(zero=True, nice=4) if frame.canvas.is_interactive else picture
    )


def _within_chosen_time(chart: alt.Chart, canvas: Canvas) -> alt.Chart:
    """In an interactive chart, keep only what lies within the time that the reader chose."""
    test = f"time(toDate(datum.time)) >= {FIRST} && time(toDate(datum.time)) <= {LAST}"
    kept: alt.Chart = chart.transform_filter(test) if canvas.is_interactive else chart
    return kept


def _legend(marks: tuple[Mark, ...], canvas: Canvas) -> alt.Legend | None:
    """A legend for phones, where no names fit at the ends of lines."""
    if canvas.is_interactive or not canvas.is_narrow or len(series_names(marks)) < 2:
        return None
    return alt.Legend(orient="top", title=None, columns=1, labelLimit=canvas.width - 40, offset=10)


def _intervals(base: alt.Chart, y: alt.Y, canvas: Canvas) -> list[alt.Chart]:
    bounded, y2 = base.transform_filter("isValid(datum.low)"), alt.Y2("high:Q")
    band = bounded.transform_filter("datum.joined").mark_area(line=False).encode(y=y, y2=y2)
    whisker = bounded.transform_filter("!datum.joined").mark_rule(strokeWidth=2).encode(y=y, y2=y2)
    return [dim_unselected(band, canvas, 0.18), dim_unselected(whisker, canvas, 0.7)]


def _lines(base: alt.Chart, y: alt.Y, drawn: tuple[tuple[Mark, ...], Canvas]) -> list[alt.Chart]:
    marks, canvas = drawn
    names = series_names(marks)
    dash = alt.StrokeDash("series:N", scale=alt.Scale(domain=names, range=DASHES[: len(names)]), legend=None)
    # A range without a central value is a band, or a whisker, and no line.
    joined = base.transform_filter("datum.joined && isValid(datum.value)")
    line = joined.transform_filter("!datum.projected").mark_line(strokeWidth=2)
    projection = joined.transform_filter("datum.projected || datum.leads").mark_line(strokeWidth=2, strokeDash=_DOTS)
    # An estimate on a line is shown by the line and its band alone.
    joined_size = _POINT_SIZE if len(marks) < _MANY_MARKS else _SMALL_POINT_SIZE
    size = conditional_value("datum.joined", joined_size, _UNJOINED_POINT_SIZE, alt.SizeValue)
    valued = base.transform_filter("isValid(datum.value)")
    point = valued.transform_filter("!datum.joined || datum.kind != 'estimate'").mark_point(strokeWidth=1.5)
    # A reader of an interactive chart can point at such an estimate, too.
    invisible = base.transform_filter("datum.joined && datum.kind == 'estimate'").mark_point(size=9, opacity=0)
    return [
        dim_unselected(line.encode(y=y, strokeDash=dash), canvas),
        *([dim_unselected(projection.encode(y=y), canvas)] if any(mark.projected for mark in marks) else []),
        *fade_projected(point.encode(y=y, shape=shape_scale(), fill=fill_scale(), size=size), drawn),
        *([invisible.encode(y=y)] if canvas.is_interactive else []),
    ]


def _last_before_projection(marks: tuple[Mark, ...]) -> set[str]:
    """The figures to which the dotted lines of projections are tied: the last of each series that is none."""
    counted = sorted((mark for mark in marks if not mark.projected), key=lambda mark: mark.time)
    return {*{mark.series: mark.figure for mark in counted}.values()}


def _names(model: ChartModel, frame: _Frame) -> alt.Chart:
    """The name of each series at its last figure, or as near to it as the drawn lines allow."""
    last = {mark.series: mark for mark in sorted(model.marks, key=lambda mark: mark.time)}
    texts = {name: _name_lines(name) for name in last}
    requests = [
        LabelRequest(*frame.point(mark), max(text_width(line, _FONT_SIZE, True) for line in lines), len(lines))
        for mark, lines in zip(last.values(), texts.values(), strict=True)
    ]
    boxes = place_labels(requests, _obstacles(model, frame))
    records = [
        {"text": "\n".join(texts[mark.series]), "x": box.left, "y": box.middle, "hue": f"var(--{mark.colour})"}
        for mark, box in zip(last.values(), boxes, strict=True)
    ]
    text = alt.Chart(alt.InlineData(values=records)).mark_text(
        align="left", baseline="middle", fontSize=_FONT_SIZE, fontWeight=600, lineBreak="\n"
    )
    x, y = alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None)
    names: alt.Chart = text.encode(x=x, y=y, text=alt.Text("text:N"), color=alt.Color("hue:N", scale=None))
    return names


def _obstacles(model: ChartModel, frame: _Frame) -> Obstacles:
    """The lines and single points that names must not cover, and the rules of events."""
    unjoined = _unjoined(model.chart)
    points: dict[str, list[tuple[float, float]]] = {}
    for mark in model.marks:
        points.setdefault(mark.series, []).append(frame.point(mark))
    lines = [sorted(series) for name, series in points.items() if name not in unjoined]
    lines += [[point] for name, series in points.items() if name in unjoined for point in series]
    return Obstacles(lines, [frame.x(day) for day in model.chart.events or {}], frame.height)


def _events(chart: Chart, x: alt.X, frame: _Frame) -> list[alt.Chart]:
    """A rule for each event with its text beside it: to the left of the rule in the later half of the time."""
    half = (frame.last - frame.first) / 2 + frame.first
    layers = []
    for day, text in (chart.events or {}).items():
        is_late = moment(day) > half
        event = alt.Chart(alt.InlineData(values=[{"time": day, "text": text}]))
        base = _within_chosen_time(event, frame.canvas).encode(x=x)
        rule = base.mark_rule(strokeDash=[2, 3], color=MUTED)
        label = base.mark_text(
            align="right" if is_late else "left", dx=-5 if is_late else 5, baseline="top", fontSize=_EVENT_FONT_SIZE,
            color=MUTED, y=0, lineBreak="\n",
        )  # fmt: skip
        layers += [rule, label.encode(text=alt.Text("text:N"))]
    return layers


def _name_lines(name: str) -> list[str]:
    return wrap_text(name, _NAME_WIDTH, _FONT_SIZE, True)


def _unjoined(chart: Chart) -> set[str]:
    """The names of the series whose figures no line joins."""
    names = chart.names or {}
    return {names.get(code, code) for code in chart.points_only}
