"""What a chart draws: its figures as marks with the words that stand beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scripts.checks import Cleared
from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure
from scripts.reading.package.periods import first_day, last_day
from scripts.reading.release.release import field_text
from scripts.website.text.formatting import amount, day, full_attribution, interval, period

_MONTH = len("2000-01")


@dataclass(frozen=True)
class Mark:
    """One figure in a chart; `low` and `high` bound its interval, `time` is an ISO date, `arrow` right or left.

    `pick` is the code by which a reader picks it out with others: its series, or the kind of its number. `told` are
    the lines that it says of itself when touched.
    """

    figure: str
    label: str
    series: str
    pick: str
    hue: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    arrow: str
    time: str
    words: str
    amount: str
    told: tuple[str, ...]

    @property
    def reach(self) -> float:
        """The largest number that the mark shows."""
        return max(number for number in (self.value, self.high, 0.0) if number is not None)


def chart_marks(chart: Chart, release: Cleared, labels: Labels) -> tuple[Mark, ...]:
    """The marks of a chart in the order of its declaration; figures without a number are not drawn."""
    drawn = [figure for figure in release.drawn(chart) if figure.is_published]
    order = {name: place for place, name in enumerate(chart.names or {})}
    drawn.sort(key=lambda figure: order.get(field_text(figure, chart.label or "figure"), len(order)))
    return tuple(_mark(figure, chart, release, labels) for figure in drawn)


def originators_of(chart: Chart, release: Cleared) -> tuple[str, ...]:
    """Who counted the figures of a chart."""
    return tuple(dict.fromkeys(release.registers.originators[f.originator].title for f in release.drawn(chart)))


def value_title(field: str, figure: Figure, chart: Chart, release: Cleared) -> str:
    """What to call a figure's value in a field: the chart's own name for it, else the title in its register."""
    value = field_text(figure, field)
    names: Mapping[str, str] = chart.names or {}
    if value in names:
        return names[value]
    if field in figure.dimensions:
        return release.code_of(figure, field).title
    if field == "indicator":
        return release.indicator_of(figure).title
    return release.registers.originators[value].title if field == "originator" else value


def _mark(figure: Figure, chart: Chart, release: Cleared, labels: Labels) -> Mark:
    span = interval(figure, labels)
    words = amount(figure, release, labels)
    return Mark(
        figure=figure.id,
        label=value_title(chart.label, figure, chart, release) if chart.label else "",
        series=value_title(chart.coloured_by, figure, chart, release),
        pick=field_text(figure, chart.series) if chart.series else release.indicator_of(figure).kind,
        hue=chart.hues[field_text(figure, chart.coloured_by)],
        kind=release.indicator_of(figure).kind,
        value=_float(figure.value),
        low=_float(figure.value_low),
        high=_float(figure.value_high),
        arrow={"at-least": "right", "at-most": "left"}.get(figure.qualifier, ""),
        time=_time(figure, chart.time),
        words=words,
        amount=f"{words} ({span})" if span else words,
        told=_told(figure, chart, release, labels),
    )


def _told(figure: Figure, chart: Chart, release: Cleared, labels: Labels) -> tuple[str, ...]:
    """Number with qualifier and interval; what; when; who counted, as of which day; where it was read."""
    span, words = interval(figure, labels), amount(figure, release, labels)
    kind = labels.of("interval_kind", figure.interval_kind) if figure.interval_kind else ""
    fields = dict.fromkeys(filter(None, (chart.label, chart.series)))
    names = [value_title(field, figure, chart, release) for field in fields]
    return (
        f"{words} ({', '.join(filter(None, (span, kind)))})" if span else words,
        ": ".join(names) or release.indicator_of(figure).title,
        period(figure, labels) or day(figure.counted_on, labels),
        full_attribution(figure, release, labels),
        f"{labels['source']}: {release.registers.sources[figure.source].publisher}",
    )


def _time(figure: Figure, field: str) -> str:
    text = field_text(figure, field) if field else ""
    if not text:
        return ""
    # A month stands in its middle, so that what is dated to the day keeps its place before or after it.
    return f"{text}-15" if len(text) == _MONTH else _end(text, field).isoformat()


def _end(text: str, field: str) -> date:
    return first_day(text) if field == "period_start" else last_day(text)


def _float(number: object) -> float | None:
    return None if number is None else float(str(number))
