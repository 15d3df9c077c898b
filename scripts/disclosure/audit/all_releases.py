"""Stacks the release and every sealed one before it into one system: all that anyone can still read.

A figure is one quantity in every release that has it, so all releases bound it together. Where a published number was
changed, the earlier one is a quantity of its own; where withheld cells must have changed too, because otherwise no
table would fit, so are the withheld cells of that series.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from scripts.disclosure.audit.bound_propagation import ContradictionError
from scripts.disclosure.audit.identifiers import CellId, EquationPlace
from scripts.disclosure.audit.linked_tables import linking_equations
from scripts.disclosure.audit.margins import counts_of, equations_of
from scripts.disclosure.audit.system import Cell, Equation, System
from scripts.reading.package.revisions import RevisionClass
from scripts.reading.release.archives import ArchivedRelease
from scripts.reading.release.release import Release


class Series(NamedTuple):
    """An indicator as an earlier release published it."""

    version: str
    indicator: str


@dataclass(frozen=True)
class StackedSystem:
    """The system, and for each equation of an earlier release the series that it belongs to."""

    system: System[CellId]
    series: Mapping[EquationPlace, Series]


def stack_releases(release: Release, changed: frozenset[Series] = frozenset()) -> StackedSystem:
    """Stack the release and all earlier ones; the withheld cells of `changed` series are quantities of their own."""
    cells = counts_of(release, release.policy)
    for figure in release.figures_with_revision(RevisionClass.REMOVAL):
        if CellId(figure) in cells:
            # An archive that anyone may have shows it, and no later care undoes that; all others must still be kept.
            cells[CellId(figure)] = replace(cells[CellId(figure)], keep=0)
    equations = [*equations_of(release, cells), *linking_equations(release, cells)]
    known = {frozenset(equation.terms) for equation in equations}
    series: dict[EquationPlace, Series] = {}
    for sealed in release.archives.sealed.values():
        earlier = counts_of(sealed, release.policy)
        own = list(equations_of(sealed, earlier))
        ids = dict(_ids_in_stack(cells, earlier, sealed, changed))
        for old, new in ids.items():
            cells[new] = _intersection(cells.get(new), earlier[old])
        for equation in own:
            terms = tuple((ids[cell_id], factor) for cell_id, factor in equation.terms)
            if frozenset(terms) not in known:
                known.add(frozenset(terms))
                equations.append(Equation(equation.place, terms))
                # The first term is the total of a margin, which is always a figure.
                series[equation.place] = Series(sealed.version, sealed.by_id[equation.terms[0][0].figure].indicator)
    return StackedSystem(System(cells, tuple(equations)), series)


def changed_series(stack: StackedSystem, error: ContradictionError) -> frozenset[Series]:
    """The series of earlier releases that take part in a contradiction."""
    return frozenset(stack.series[place] for place in error.places if place in stack.series)


def _ids_in_stack(
    cells: Mapping[CellId, Cell],
    earlier: Mapping[CellId, Cell],
    sealed: ArchivedRelease,
    changed: frozenset[Series],
) -> Iterator[tuple[CellId, CellId]]:
    """For each cell of an earlier release the id that it has in the stack."""
    for cell_id, cell in earlier.items():
        if cell_id.remainder:
            is_apart = True
        else:
            figure = sealed.by_id[cell_id.figure]
            has_changed = figure.is_suppressed and Series(sealed.version, figure.indicator) in changed
            is_apart = has_changed or (cell_id in cells and not _agree(cells[cell_id], cell))
        yield cell_id, cell_id._replace(as_of=sealed.version) if is_apart else cell_id


def _agree(first: Cell, second: Cell) -> bool:
    """Whether one number can fit both cells."""
    low, highs = max(first.low, second.low), [high for high in (first.high, second.high) if high is not None]
    return not highs or low <= min(highs)


def _intersection(later: Cell | None, earlier: Cell) -> Cell:
    """The bounds of two releases on one cell together; it must stay withheld unless the later release shows it."""
    if later is None:
        return earlier
    highs = [high for high in (later.high, earlier.high) if high is not None]
    return replace(later, low=max(later.low, earlier.low), high=min(highs) if highs else None)
