"""What ties the tables of one release to each other: parts of one series in another, shares, and growth over time."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from scripts.disclosure.audit.margins import add_remainder
from scripts.disclosure.audit.system import Cell, Equation, margin_equation
from scripts.reading.package.figures import Figure
from scripts.reading.package.periods import last_day
from scripts.reading.release.release import Release

CUMULATIVE = "cumulative"
SINCE = ", growth since "


def linking_equations(release: Release, cells: dict[str, Cell]) -> Iterator[Equation]:
    """Every equation between tables; adds the cells that they need and nobody published."""
    yield from _parts_of_series(release, cells)
    yield from _shares(release, cells)
    yield from _growth(release, cells)


def successive_counts(release: Release) -> Iterator[tuple[Figure, Figure]]:
    """Two counts of one growing quantity, the earlier first: one cell of a series, counted on two days.

    The series is cumulative, or it is a table from a list that is counted again.
    """
    series: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in release.figures:
        cumulative = release.indicator_of(figure).measure == CUMULATIVE
        if cumulative or release.policy.resources[figure.resource].rule == "tabulated":
            codes = (figure.period_start, "" if cumulative else figure.period_end, *sorted(figure.dimensions.items()))
            series[figure.indicator, figure.originator, codes].append(figure)
    for figures in series.values():
        figures.sort(key=lambda figure: last_day(figure.counted_on))
        yield from (pair for pair in pairwise(figures) if pair[0].counted_on != pair[1].counted_on)


def matching_cells(release: Release, indicator: str, other: str) -> Iterator[tuple[Figure, Figure]]:
    """Cells of two series by one originator, for one period and count, whose codes agree in all common dimensions."""
    known = {}
    for figure in release.figures:
        if figure.indicator == other:
            known[_common(figure, release, indicator, other)] = figure
    for figure in release.figures:
        if figure.indicator == indicator:
            match = known.get(_common(figure, release, indicator, other))
            if match:
                yield figure, match


def _common(figure: Figure, release: Release, *indicators: str) -> tuple[object, ...]:
    """The count and the codes of a figure; codes of a dimension that only one of the series has must be the whole."""
    shared = set.intersection(*(set(release.registers.indicators[name].dimensions) for name in indicators))
    codes = tuple(
        sorted(
            (name, code)
            for name, code in figure.dimensions.items()
            if name in shared or release.code_of(figure, name).parent
        )
    )
    return figure.originator, figure.period_start, figure.period_end, figure.counted_on, codes


def _parts_of_series(release: Release, cells: dict[str, Cell]) -> Iterator[Equation]:
    for overlap in release.relations.overlaps:
        if overlap.relation == "part-of":
            for part, whole in matching_cells(release, overlap.indicator, overlap.other):
                if part.id in cells and whole.id in cells:
                    name = f"{part.where} as part of {whole.where}"
                    yield margin_equation(name, whole.id, (part.id, add_remainder(name, cells)))


def _shares(release: Release, cells: dict[str, Cell]) -> Iterator[Equation]:
    """A share that was printed bounds its part: (share - half a digit) of the whole, and the same above."""
    for share in release.relations.shares:
        printed = release.by_id[share.share]
        ends = _printed(printed)
        if ends and share.part in cells and share.whole in cells:
            low, high, scale = ends
            name = f"{printed.where} as share"
            # scale x part = low x whole + what is over; high x whole = scale x part + what is short.
            over, short = add_remainder(f"{name}, from below", cells), add_remainder(f"{name}, from above", cells)
            yield Equation(name, ((share.part, scale), (share.whole, -low), (over, -1)))
            yield Equation(name, ((share.whole, high), (share.part, -scale), (short, -1)))


def _printed(figure: Figure) -> tuple[int, int, int] | None:
    """The ends of a printed percentage and what stands for one, in whole numbers: low / scale to high / scale."""
    if figure.value is None or figure.qualifier not in ("exact", "about"):
        return None
    digits = max(0, -int(figure.value.as_tuple().exponent))
    unit = 2 * 10**digits
    value = int(figure.value * Decimal(unit))
    loose = 1 if figure.qualifier == "exact" else 2
    return max(0, value - loose), value + loose, 100 * unit


def _growth(release: Release, cells: dict[str, Cell]) -> Iterator[Equation]:
    """A later count is the earlier one and what came since; somebody who came since must not be provable.

    Only cells of a breakdown, and only where the published counts do not shrink: then a reader assumes that nobody
    was taken away.
    """
    for earlier, later in successive_counts(release):
        if earlier.id in cells and later.id in cells and release.broken_down(later):
            before, after = cells[earlier.id], cells[later.id]
            shrinks = after.high is not None and after.high < before.low
            if not shrinks and not (before.is_exact and after.is_exact):
                name = f"{later.where} since {earlier.where}"
                growth = f"{later.id}{SINCE}{earlier.id}"
                cells[growth] = Cell(0, None, release.policy.width, below=release.policy.minimum)
                yield margin_equation(name, later.id, (earlier.id, growth))
