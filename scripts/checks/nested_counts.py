"""Checks that no count of a part of a period is larger than the same counter's count of the whole period."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from scripts.findings import Finding, Rule
from scripts.reading.package.figures import Figure, Qualifier
from scripts.reading.package.periods import first_day, last_day
from scripts.reading.package.relations import OverlapRelation
from scripts.reading.release.release import Release

QUESTION = "Is no count of a part of a period larger than the same counter's count of the whole of it?"

LARGER = Rule(
    "part-of-period-larger",
    "A count within a period is larger than the same counter's count of the whole period, taken at the same time.",
    "Check both periods and what each count covers; where the sources say so, name both figures in one conflict.",
)

RULES = (LARGER,)

# A count that was taken later than this after the other may know of cases that the other could not know.
_SAME_TIME = timedelta(days=31)


def check(release: Release) -> Iterator[Finding]:
    """Yield the figures that exceed a figure of a period around theirs, unless a conflict names both."""
    wholes = _wholes(release)
    series = _by_counter(release)
    for (indicator, *counter), figures in series.items():
        for whole in wholes.get(indicator, ()):
            around = series.get((whole, *counter), [])
            for figure in figures:
                yield from _exceeded(figure, around, release)


def _wholes(release: Release) -> Mapping[object, list[str]]:
    """For each series, those that hold its figures: itself where it counts by period, and those it is a part of."""
    found: dict[object, list[str]] = defaultdict(list)
    for indicator in release.registers.indicators.values():
        if indicator.measure == "period":
            found[indicator.code].append(indicator.code)
    for overlap in release.relations.overlaps:
        if overlap.relation == OverlapRelation.PART_OF:
            found[overlap.indicator].append(overlap.other)
    return found


def _by_counter(release: Release) -> Mapping[tuple[object, ...], list[Figure]]:
    """Group the figures that have a number and a whole period: by series, counter, and the codes that single out."""
    grouped: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in release.figures:
        if figure.is_published and figure.period_start and figure.period_end:
            codes = frozenset(code.code for code in release.broken_down(figure))
            grouped[figure.indicator, figure.originator, codes].append(figure)
    return grouped


def _exceeded(figure: Figure, around: list[Figure], release: Release) -> Iterator[Finding]:
    least = _least(figure)
    if least is None:
        return
    for whole in around:
        most = _most(whole)
        if most is not None and least > most and _is_within(figure, whole) and not _is_conflict(figure, whole, release):
            yield LARGER.broken(figure.where, f"It is larger than {whole.id}, whose period holds its own.")


def _is_within(part: Figure, whole: Figure) -> bool:
    """Whether the period of the part can lie in that of the whole, and was not counted much later.

    An end without a day counts as the day that makes it fit, because a count of a month is often taken within it.
    """
    if (part.period_start, part.period_end) == (whole.period_start, whole.period_end):
        return False
    begins = first_day(whole.period_start) <= first_day(part.period_start)
    ends = first_day(part.period_end) <= last_day(whole.period_end)
    return begins and ends and first_day(part.counted_on) <= last_day(whole.counted_on) + _SAME_TIME


def _is_conflict(part: Figure, whole: Figure, release: Release) -> bool:
    relations = release.relations
    return bool({*relations.conflicts_of(part.id)} & {*relations.conflicts_of(whole.id)})


def _least(figure: Figure) -> Decimal | None:
    """The smallest number that a figure can mean; None for a ceiling."""
    if figure.value is None:
        return figure.value_low
    if figure.qualifier == Qualifier.AT_MOST:
        return None
    return figure.value - _rounding(figure)


def _most(figure: Figure) -> Decimal | None:
    """The largest number that a figure can mean; None for a floor."""
    if figure.qualifier == Qualifier.AT_LEAST:
        return None
    highest = figure.highest
    return None if highest is None else highest + _rounding(figure)


def _rounding(figure: Figure) -> Decimal:
    """Half of the last digit that is not zero, for a number that its source calls rounded."""
    if figure.qualifier != Qualifier.ABOUT or not figure.value:
        return Decimal(0)
    exponent = figure.value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent) / 2
