"""All that anyone can still read, as one system: the release and every sealed one before it, laid over each other.

A figure is one quantity in every release that has it, so that what one release says of it counts in all. Where a
published number was changed, the earlier one stays a quantity of its own; where withheld cells must have changed too,
because otherwise no table would fit, so do the withheld cells of that table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scripts.disclosure.audit.bound_propagation import ContradictionError
from scripts.disclosure.audit.linked_tables import linking_equations
from scripts.disclosure.audit.margins import counts_of, equations_of
from scripts.disclosure.audit.system import Cell, Equation, System
from scripts.reading.package.figures import Figure
from scripts.reading.release.archives import ArchivedRelease
from scripts.reading.release.release import Release

AS_OF = ", as of "
REMOVED = "removal-for-disclosure"
Series = tuple[str, str]
"""The version of an earlier release, and the indicator whose withheld cells have changed since."""


@dataclass(frozen=True)
class StackedSystem:
    """The system, and for each equation of an earlier release the series that it belongs to."""

    system: System
    series: Mapping[str, Series]


def stack_releases(release: Release, changed: frozenset[Series] = frozenset()) -> StackedSystem:
    """The release and all earlier ones; the withheld cells of `changed` series are quantities of their own."""
    cells = counts_of(release, release.policy)
    for name in release.revised(REMOVED) & cells.keys():
        # It stands in an archive that anyone may have, which no later care undoes; all others must still be kept.
        cells[name] = replace(cells[name], keep=0)
    equations = [*equations_of(release, cells), *linking_equations(release, cells)]
    series: dict[str, Series] = {}
    for sealed in release.archives.sealed.values():
        earlier = counts_of(sealed, release.policy)
        own = list(equations_of(sealed, earlier))
        names = dict(_laid_over(cells, earlier, sealed, changed))
        for old, new in names.items():
            cells[new] = _both(cells.get(new), earlier[old])
        kept = {frozenset(equation.terms) for equation in equations}
        indicators = {figure.id: figure.indicator for figure in sealed.figures}
        for equation in own:
            terms = tuple((names[name], factor) for name, factor in equation.terms)
            if frozenset(terms) not in kept:
                equations.append(Equation(equation.name, terms))
                series[equation.name] = sealed.version, indicators[equation.terms[0][0]]
    return StackedSystem(System(cells, tuple(equations)), series)


def changed_series(stack: StackedSystem, error: ContradictionError) -> frozenset[Series]:
    """The series of earlier releases that take part in a contradiction."""
    return frozenset(stack.series[place] for place in error.places if place in stack.series)


def _laid_over(
    cells: Mapping[str, Cell], earlier: Mapping[str, Cell], sealed: ArchivedRelease, changed: frozenset[Series]
) -> Iterator[tuple[str, str]]:
    """For each cell of an earlier release the id that it has in the stack."""
    figures: Mapping[str, Figure] = {figure.id: figure for figure in sealed.figures}
    for name, cell in earlier.items():
        figure = figures.get(name)
        if figure is None:
            yield name, f"{sealed.version}: {name}"
        else:
            apart = (sealed.version, figure.indicator) in changed and figure.is_suppressed
            own = apart or (name in cells and not _agree(cells[name], cell))
            yield name, f"{name}{AS_OF}{sealed.version}" if own else name


def _agree(one: Cell, other: Cell) -> bool:
    low, high = max(one.low, other.low), [end for end in (one.high, other.high) if end is not None]
    return not high or low <= min(high)


def _both(one: Cell | None, other: Cell) -> Cell:
    """What two releases say of one cell; it must stay withheld unless the later one shows it."""
    if one is None:
        return other
    ends = [end for end in (one.high, other.high) if end is not None]
    return replace(one, low=max(one.low, other.low), high=min(ends) if ends else None)
