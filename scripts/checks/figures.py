"""Checks that each figure is consistent in itself and with its indicator."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from scripts.findings import Finding, Rule
from scripts.reading.package.figures import Figure, Qualifier
from scripts.reading.package.periods import first_day, is_period, last_day
from scripts.reading.release.release import Release

QUESTION = "Is each figure possible in itself, and does it agree with what its indicator says?"

INTERVAL = Rule(
    "interval-order",
    "An interval is not one: its low end, value and high end are out of order, or one end or its kind is missing.",
    "Give both ends and the kind of the interval, low ≤ value ≤ high.",
)
CENTRE = Rule(
    "interval-centre",
    "A figure has a value beside an interval whose kind has no central value, or none beside one whose kind has one.",
    "Empty the value and write the qualifier range, or give the interval the kind that its source supports.",
)
QUALIFIER = Rule(
    "qualifier-mismatch",
    "The qualifier does not fit the numbers: a range needs two ends and no value, every other qualifier a value.",
    "Choose the qualifier that the source's words support.",
)
STATUS = Rule(
    "status-mismatch",
    "The status does not fit the numbers: a published figure has a number, every other status has none.",
    "Write the number of a published figure; of any other status empty value, value_low and value_high.",
)
PERIOD = Rule(
    "period-order",
    "A period ends before it begins, is not on the calendar, or was counted before it was over.",
    "Check the period and the day of the count against the source.",
)
UNIT = Rule(
    "value-unit",
    "A number is impossible in its unit: a fraction of a person, a negative count, a share above 100 percent.",
    "Check the number and the unit of its indicator.",
)
DIMENSION = Rule(
    "dimension-unexpected",
    "A figure is broken down, or stands in a resource, as its indicator does not provide for.",
    "Use the total code of the dimension, another indicator, or extend the indicator.",
)
ELSEWHERE = Rule(
    "court-elsewhere",
    "A figure of a court has another region than the list of courts gives for it.",
    "Write the region in which the court sits; the national total has the codes of all courts and the whole country.",
)
REUSED = Rule(
    "figure-reused",
    "The same id stands in two resources; an id names one figure for ever.",
    "Give the newer figure an id of its own.",
)
TWICE = Rule(
    "figure-twice",
    "Two rows tell the same thing: same indicator, codes, period, count, originator and source.",
    "Keep the row with the better source.",
)

RULES = (INTERVAL, CENTRE, QUALIFIER, STATUS, PERIOD, UNIT, DIMENSION, ELSEWHERE, REUSED, TWICE)

_WHOLE = ("persons", "cases", "verdicts", "requests", "bodies")


def check(release: Release) -> Iterator[Finding]:
    """Yield the figures that break a rule."""
    for figure in release.figures:
        yield from _numbers(figure)
        yield from _centre(figure, release)
        yield from _period(figure, release)
        yield from _unit(figure, release)
        yield from _dimensions(figure, release)
        yield from _court(figure, release)
    yield from _duplicates(release)


def _numbers(figure: Figure) -> Iterator[Finding]:
    numbers = (figure.value, figure.value_low, figure.value_high)
    if any(number is not None for number in numbers) != figure.is_published:
        yield STATUS.broken(
            figure.where,
            "It is published and has no number." if figure.is_published else "It has a number and is not published.",
        )
    elif not _is_interval(figure):
        yield INTERVAL.broken(figure.where, "The ends of the interval do not hold the value, or one part is missing.")
    elif figure.is_published and (figure.qualifier == Qualifier.RANGE) == (figure.value is not None):
        yield QUALIFIER.broken(figure.where, "Qualifier and numbers do not fit.")


def _is_interval(figure: Figure) -> bool:
    low, value, high = figure.value_low, figure.value, figure.value_high
    if low is None or high is None:
        return low is None and high is None and not figure.interval_kind
    return bool(figure.interval_kind) and low <= (low if value is None else value) <= high


def _centre(figure: Figure, release: Release) -> Iterator[Finding]:
    kind = release.registers.interval_kinds.get(figure.interval_kind)
    if kind and kind.centre == ("always" if figure.value is None else "never"):
        yield CENTRE.broken(figure.where, f"Its kind of interval is {kind.code}.")


def _period(figure: Figure, release: Release) -> Iterator[Finding]:
    """Yield impossible periods; only a rule may be counted before its period ends."""
    start, end, counted = figure.period_start, figure.period_end, figure.counted_on
    if not all(is_period(text) for text in (start, end, counted) if text):
        yield PERIOD.broken(figure.where, "A date is not on the calendar.")
    elif start and end and first_day(start) > last_day(end):
        yield PERIOD.broken(figure.where, "The period ends before it begins.")
    elif release.indicator_of(figure).measure != "rule" and last_day(counted) < first_day(end or start or counted):
        yield PERIOD.broken(figure.where, "The count was taken before the period was over.")


def _unit(figure: Figure, release: Release) -> Iterator[Finding]:
    indicator = release.indicator_of(figure)
    numbers = [n for n in (figure.value, figure.value_low, figure.value_high) if n is not None]
    if any(number < 0 for number in numbers):
        yield UNIT.broken(figure.where, "The number is negative.")
    if indicator.unit in _WHOLE and any(number != int(number) for number in numbers):
        yield UNIT.broken(figure.where, f"The unit is {indicator.unit}, but the number is not whole.")
    if indicator.measure == "share" and any(number > Decimal(100) for number in numbers):
        yield UNIT.broken(figure.where, "A share is larger than the whole.")


def _dimensions(figure: Figure, release: Release) -> Iterator[Finding]:
    indicator = release.indicator_of(figure)
    if indicator.resource != figure.resource:
        yield DIMENSION.broken(figure.where, f"Its indicator belongs to the resource {indicator.resource}.")
    for dimension in figure.dimensions:
        if dimension not in indicator.dimensions and release.code_of(figure, dimension).parent:
            yield DIMENSION.broken(figure.where, f"Its indicator is not broken down by {dimension}.")


def _court(figure: Figure, release: Release) -> Iterator[Finding]:
    """Yield a figure whose region is not the one in which its court sits."""
    codes = (release.code_of(figure, dimension) for dimension in figure.dimensions)
    seats = {code.region for code in codes if code.parent and code.region}
    if seats and figure.dimensions.get("region") not in seats:
        yield ELSEWHERE.broken(figure.where, "Its region is not that of its court.")


def _duplicates(release: Release) -> Iterator[Finding]:
    ids: dict[str, list[Figure]] = defaultdict(list)
    facts: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in release.figures:
        ids[figure.id].append(figure)
        codes = frozenset(figure.dimensions.items())
        period = (figure.period_start, figure.period_end, figure.counted_on)
        facts[figure.indicator, codes, period, figure.originator, figure.source].append(figure)
    for same in ids.values():
        for figure in same[1:]:
            yield REUSED.broken(figure.where, f"The resource {same[0].resource} has a figure with this id.")
    for same in facts.values():
        for figure in same[1:]:
            yield TWICE.broken(figure.where, f"Row {same[0].where.row} of {same[0].where.file} tells the same.")
