"""Links the tables of one release: series that are part of others, shares, and growth over time."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.disclosure.audit.identifiers import Bound, CellId, EquationKind, EquationPlace
from scripts.disclosure.audit.margins import add_remainder
from scripts.disclosure.audit.series import SeriesIndex, successive_counts
from scripts.disclosure.audit.system import Cell, Equation, margin_equation
from scripts.reading.package.figures import Figure, Qualifier
from scripts.reading.package.relations import OverlapRelation
from scripts.reading.release.release import Release


def linking_equations(release: Release, cells: dict[CellId, Cell]) -> Iterator[Equation[CellId]]:
    """Yield every equation between tables; add the cells that they need and nobody published."""
    yield from _parts_of_series(release, cells)
    yield from _shares(release, cells)
    yield from _growth(release, cells)


def _parts_of_series(release: Release, cells: dict[CellId, Cell]) -> Iterator[Equation[CellId]]:
    index = SeriesIndex(release)
    for overlap in release.relations.overlaps:
        if overlap.relation == OverlapRelation.PART_OF:
            for part, whole in index.matching_cells(overlap.indicator, overlap.other):
                if CellId(part.id) in cells and CellId(whole.id) in cells:
                    place = EquationPlace(part.where, EquationKind.SERIES, other=whole.where)
                    yield margin_equation(place, CellId(whole.id), (CellId(part.id), add_remainder(place, cells)))


def _shares(release: Release, cells: dict[CellId, Cell]) -> Iterator[Equation[CellId]]:
    """Bound the part of a printed share: at least (share - half a digit) of the whole, and likewise at most."""
    for share in release.relations.shares:
        printed = release.by_id[share.share]
        ends, part, whole = _printed_ends(printed), CellId(share.part), CellId(share.whole)
        if ends and part in cells and whole in cells:
            low, high, scale = ends
            place = EquationPlace(printed.where, EquationKind.SHARE)
            # scale x part = low x whole + what is over; high x whole = scale x part + what is short.
            over = add_remainder(place, cells, Bound.BELOW)
            short = add_remainder(place, cells, Bound.ABOVE)
            yield Equation(place, ((part, scale), (whole, -low), (over, -1)))
            yield Equation(place, ((whole, high), (part, -scale), (short, -1)))


def _printed_ends(figure: Figure) -> tuple[int, int, int] | None:
    """The ends of a printed percentage in whole numbers: from low / scale to high / scale of the whole."""
    if figure.value is None or figure.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT):
        return None
    digits = max(0, -int(figure.value.as_tuple().exponent))
    unit = 2 * 10**digits
    value = int(figure.value * Decimal(unit))
    tolerance = 1 if figure.qualifier == Qualifier.EXACT else 2
    return max(0, value - tolerance), value + tolerance, 100 * unit


def _growth(release: Release, cells: dict[CellId, Cell]) -> Iterator[Equation[CellId]]:
    """Equate a later count with the earlier one and its growth; nobody who was added may be provable.

    Only cells of a breakdown, and only where the published counts do not shrink: then a reader assumes that nobody
    was taken away.
    """
    for earlier, later in successive_counts(release):
        before_id, after_id = CellId(earlier.id), CellId(later.id)
        if before_id in cells and after_id in cells and release.broken_down(later):
            before, after = cells[before_id], cells[after_id]
            shrinks = after.high is not None and after.high < before.low
            if not shrinks and not (before.is_exact and after.is_exact):
                growth = CellId(later.id, since=earlier.id)
                cells[growth] = Cell(0, None, release.policy.width, below=release.policy.minimum)
                place = EquationPlace(later.where, EquationKind.GROWTH, other=earlier.where)
                yield margin_equation(place, after_id, (before_id, growth))
