"""Builds the model of a chart: its figures as marks, its words, and what a reader can choose in it."""

from collections.abc import Mapping
from datetime import date

from scripts.checks import Cleared
from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure, Qualifier
from scripts.reading.package.periods import first_day, last_day
from scripts.reading.release.release import field_text
from scripts.website.charts.model import ChartModel, Mark
from scripts.website.charts.render import KINDS
from scripts.website.charts.vega_locale import vega_locale
from scripts.website.text.figure_references import resolve_references
from scripts.website.text.formatting import Formatter

_MONTH = len("2000-01")
_ARROWS: Mapping[str, str] = {Qualifier.AT_LEAST: "right", Qualifier.AT_MOST: "left"}


def chart_models(release: Cleared, labels: Labels) -> tuple[ChartModel, ...]:
    """Build the model of every chart of a release in one language."""
    return tuple(chart_model(chart, release, labels) for chart in release.charts)


def chart_model(chart: Chart, release: Cleared, labels: Labels) -> ChartModel:
    """Build the model of a chart in one language."""
    formatter = Formatter(release, labels)
    marks = chart_marks(chart, formatter)
    title, subtitle, description = (
        resolve_references(text, formatter) for text in (chart.title, chart.subtitle, chart.description)
    )
    return ChartModel(
        chart=chart,
        marks=marks,
        title=title,
        subtitle=subtitle,
        description=description,
        legend=_legend(chart, marks, labels),
        sources=f"{labels['sources']}: {'; '.join(originators_of(chart, release))}.",
        release_line=labels["release"].format(version=release.package.version),
        kind_names={m.kind: labels[f"mark_{m.kind}"] for m in marks} if KINDS[chart.kind].has_symbols else {},
        months=_months(marks, formatter) if KINDS[chart.kind].has_time else (),
        locale=vega_locale(labels),
    )


def chart_marks(chart: Chart, formatter: Formatter) -> tuple[Mark, ...]:
    """Build the marks of a chart in the order of its declaration; figures without a number have none."""
    drawn = [figure for figure in formatter.release.figures_of(chart) if figure.is_published]
    order = {name: index for index, name in enumerate(chart.names or {})}
    drawn.sort(key=lambda figure: order.get(field_text(figure, chart.label or "figure"), len(order)))
    return tuple(_mark(figure, chart, formatter) for figure in drawn)


def originators_of(chart: Chart, release: Cleared) -> tuple[str, ...]:
    """List the originators of a chart's figures."""
    return tuple(dict.fromkeys(release.registers.originators[f.originator].title for f in release.figures_of(chart)))


def value_title(field: str, figure: Figure, chart: Chart, release: Cleared) -> str:
    """Give the title of a figure's value in a field: the chart's own name for it, else the one in its register."""
    value = field_text(figure, field)
    names: Mapping[str, str] = chart.names or {}
    if value in names:
        return names[value]
    if field in figure.dimensions:
        return release.code_of(figure, field).title
    if field == "indicator":
        return release.indicator_of(figure).title
    return release.registers.originators[value].title if field == "originator" else value


def _mark(figure: Figure, chart: Chart, formatter: Formatter) -> Mark:
    release, bounds, text = formatter.release, formatter.interval(figure), formatter.amount(figure)
    return Mark(
        figure=figure.id,
        label=value_title(chart.label, figure, chart, release) if chart.label else "",
        series=value_title(chart.coloured_by, figure, chart, release),
        selector=field_text(figure, chart.series) if chart.series else release.indicator_of(figure).kind,
        colour=chart.hues[field_text(figure, chart.coloured_by)],
        kind=release.indicator_of(figure).kind,
        value=_float(figure.value),
        low=_float(figure.value_low),
        high=_float(figure.value_high),
        arrow=_ARROWS.get(figure.qualifier, ""),
        time=_time(figure, chart.time),
        text=text,
        amount=f"{text} ({bounds})" if bounds else text,
        tooltip=_tooltip(figure, chart, formatter),
        projected=figure.qualifier == Qualifier.PROJECTED,
    )


def _tooltip(figure: Figure, chart: Chart, formatter: Formatter) -> tuple[str, ...]:
    """Number with qualifier and interval; series; period; originator and day of the count; publisher."""
    release, labels = formatter.release, formatter.labels
    bounds, text = formatter.interval(figure), formatter.amount(figure)
    kind = formatter.interval_kind(figure)
    fields = dict.fromkeys(filter(None, (chart.label, chart.series)))
    names = [value_title(field, figure, chart, release) for field in fields]
    return (
        f"{text} ({', '.join(filter(None, (bounds, kind)))})" if bounds else text,
        ": ".join(names) or release.indicator_of(figure).title,
        formatter.period(figure) or formatter.day(figure.counted_on),
        formatter.full_attribution(figure),
        f"{labels['source']}: {release.registers.sources[figure.source].publisher}",
    )


def _legend(chart: Chart, marks: tuple[Mark, ...], labels: Labels) -> tuple[str, ...]:
    """A heading, then each kind of number, with its symbol where the chart has symbols, and the arrow where used."""
    kind, kinds = KINDS[chart.kind], dict.fromkeys(mark.kind for mark in marks)
    projected = [labels["mark_projected"]] if any(mark.projected for mark in marks) else []
    if not kind.has_symbols:
        return (labels["marks"].format(", ".join([labels.of("kind", each) for each in kinds] + projected)),)
    names = [labels[f"mark_{each}"] for each in kinds] + projected
    if kind.has_arrows and any(mark.arrow == "right" for mark in marks):
        names.append(labels["arrow"])
    return (labels["marks"].format("").strip(), *(f"{name}," for name in names[:-1]), names[-1])


def _months(marks: tuple[Mark, ...], formatter: Formatter) -> tuple[tuple[str, str], ...]:
    """Every month from that of the first mark to that of the last, as code and name."""
    first, last = (date.fromisoformat(choose(mark.time for mark in marks)) for choose in (min, max))
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    codes = [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]
    return tuple((code, formatter.day(code)) for code in codes)


def _time(figure: Figure, field: str) -> str:
    text = field_text(figure, field) if field else ""
    if not text:
        return ""
    # A month is drawn at its middle, so that a figure dated to the day is drawn before or after it as it should be.
    return f"{text}-15" if len(text) == _MONTH else _end(text, field).isoformat()


def _end(text: str, field: str) -> date:
    return first_day(text) if field == "period_start" else last_day(text)


def _float(number: object) -> float | None:
    return None if number is None else float(str(number))
