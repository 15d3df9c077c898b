"""Finds what a reader could work out about each cell: the least and the greatest whole number that all others allow.

Single equations narrow the bounds first; then each component is a program of its own. A table of whole numbers that
fits all that is published is a witness: no reader can exclude what two of them show. Only witnesses count as proof.
"""

from collections.abc import Callable, Mapping

import numpy
from numpy.typing import NDArray

from scripts.disclosure.audit.bound_propagation import Component, ContradictionError, components, propagate_bounds
from scripts.disclosure.audit.solver import SECONDS, UNKNOWN, ComponentSolver
from scripts.disclosure.audit.system import Id, System

Interval = tuple[int, int | None]
Flags = NDArray[numpy.bool_]
IDLE = 5
"""After how many tables in a row that settle no cell the search goes on cell by cell."""


def exact_intervals(system: System[Id], seconds: float = SECONDS) -> Mapping[Id, Interval]:
    """Find the exact interval of every cell that is not published exactly.

    Raises ContradictionError where no table fits what is published, NotProvenError where the proof was not finished;
    `seconds` bounds each run of the solver.
    """
    narrow = _propagate(system, seconds)
    found: dict[Id, Interval] = {}
    for component in components(narrow):
        found |= _component_intervals(component, narrow, seconds)
    open_cells = [cell_id for cell_id, cell in system.cells.items() if not cell.is_exact]
    return {
        cell_id: found.get(cell_id, (narrow.cells[cell_id].low, narrow.cells[cell_id].high)) for cell_id in open_cells
    }


def too_narrow(system: System[Id], found: Mapping[Id, Interval]) -> tuple[Id, ...]:
    """The cells whose interval is narrower than they must keep, so that a reader knows them exactly or nearly."""
    ends = ((cell_id, cell, found.get(cell_id, (cell.low, cell.high))) for cell_id, cell in system.cells.items())
    return tuple(cell_id for cell_id, cell, (low, high) in ends if cell.is_disclosed_by(low, high))


def disclosed_cells(system: System[Id], seconds: float = SECONDS) -> tuple[Id, ...]:
    """The cells that do not keep what they must: `too_narrow` over all intervals, without finding those exactly.

    Raises as `exact_intervals` does.
    """
    narrow = _propagate(system, seconds)
    disclosed = set(too_narrow(narrow, {}))
    for component in components(narrow):
        disclosed |= _component_disclosures(component, narrow, seconds)
    return tuple(cell_id for cell_id in system.cells if cell_id in disclosed)


def _propagate(system: System[Id], seconds: float) -> System[Id]:
    """Narrow the bounds; where none fit, name all the equations that cannot hold together."""
    try:
        return propagate_bounds(system)
    except ContradictionError:
        for component in components(system):
            if component.equations:
                ComponentSolver(component, system, seconds).optimum(numpy.zeros(len(component.cells)), whole=False)
        raise


def _component_intervals(component: Component[Id], system: System[Id], seconds: float) -> dict[Id, Interval]:
    if not component.equations:
        return {cell_id: (system.cells[cell_id].low, system.cells[cell_id].high) for cell_id in component.cells}
    solver = ComponentSolver(component, system, seconds)
    _explore(solver, lambda: (solver.least != solver.low) | (solver.most != solver.high))
    # Counts are never negative, so the smallest value always exists, and finding it shows that a table exists.
    return {
        cell_id: (_extreme(solver, column, -1) or 0, _extreme(solver, column, 1))
        for column, cell_id in enumerate(component.cells)
    }


def _component_disclosures(component: Component[Id], system: System[Id], seconds: float) -> set[Id]:
    """The cells of a component that do not keep what they must."""
    if not component.equations:
        return set()
    cells = [system.cells[cell_id] for cell_id in component.cells]
    keep = numpy.array([cell.keep for cell in cells])
    below = numpy.array([cell.below for cell in cells])
    solver = ComponentSolver(component, system, seconds)

    def undecided(columns: slice = slice(None)) -> Flags:
        least, most, low = solver.least[columns], solver.most[columns], solver.low[columns]
        excused = (below[columns] > 0) & ((least == 0) | (low >= below[columns]))
        return numpy.asarray((most - least < keep[columns]) & ~excused)

    _explore(solver, undecided)
    disclosed = set()
    for column, (cell_id, cell) in enumerate(zip(component.cells, cells, strict=True)):
        alone = slice(column, column + 1)
        if cell.keep and (not solver.has_witness or undecided(alone)[0]):
            low = _extreme(solver, column, -1) or 0
            if undecided(alone)[0] and cell.is_disclosed_by(low, _extreme(solver, column, 1)):
                disclosed.add(cell_id)
    return disclosed


def _explore(solver: ComponentSolver[Id], undecided: Callable[[], Flags]) -> None:
    """Move many cells at once away from the values seen so far, as long as that settles some of them."""
    chance = numpy.random.default_rng(1)
    open_cells, idle = len(solver.low), 0
    while open_cells > 2 and idle < IDLE:
        watched = undecided() if solver.has_witness else numpy.ones(len(solver.low), dtype=bool)
        idle = idle + 1 if int(watched.sum()) == open_cells else 0
        open_cells = int(watched.sum())
        costs = numpy.where(watched, chance.uniform(-1.0, 1.0, len(watched)), 0.0)
        if solver.optimum(costs, whole=False) is None:
            break


def _extreme(solver: ComponentSolver[Id], column: int, direction: int) -> int | None:
    """The least (direction -1) or greatest (1) value of a cell; None where there is no greatest."""
    bound, seen = (solver.low, solver.least) if direction < 0 else (solver.high, solver.most)
    if solver.has_witness and bound[column] != UNKNOWN and bound[column] == seen[column]:
        return int(bound[column])
    costs = numpy.zeros(len(solver.low))
    costs[column] = direction
    table = solver.optimum(costs)
    if table is None and direction < 0:
        raise ContradictionError(tuple(equation.place for equation in solver.component.equations))
    return None if table is None else int(table[column])
