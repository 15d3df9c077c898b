"""What a reader could work out about each cell: the smallest and the largest whole number that all the others allow.

Bounds are narrowed by single equations first, then each group of cells that hang together is a program of its own.
Tables of whole numbers that fit are witnesses: what two of them show, no reader can exclude. Nothing is believed that
whole numbers do not show.
"""

from collections.abc import Callable, Mapping

import numpy
from numpy.typing import NDArray

from scripts.disclosure.audit.bound_propagation import Component, ContradictionError, components, propagate_bounds
from scripts.disclosure.audit.solver import SECONDS, UNKNOWN, ComponentSolver
from scripts.disclosure.audit.system import System

Interval = tuple[int, int | None]
Flags = NDArray[numpy.bool_]
IDLE = 5
"""After how many tables that settle nothing single cells are tried: each table moves all open cells at once."""


def exact_intervals(system: System, seconds: float = SECONDS) -> Mapping[str, Interval]:
    """The exact interval of every cell that is not published exactly.

    Raises ContradictionError where no table fits what is published, NotProvenError where the proof was not finished;
    `seconds` bounds each run of the solver.
    """
    narrowed = _narrowed(system, seconds)
    found: dict[str, Interval] = {}
    for component in components(narrowed):
        found |= _ranges(component, narrowed, seconds)
    open_cells = [name for name, cell in system.cells.items() if not cell.is_exact]
    return {name: found.get(name, (narrowed.cells[name].low, narrowed.cells[name].high)) for name in open_cells}


def too_narrow(system: System, found: Mapping[str, Interval]) -> tuple[str, ...]:
    """The cells whose interval is narrower than what they must keep, so that a reader could tell them or nearly."""
    ends = ((name, cell, found.get(name, (cell.low, cell.high))) for name, cell in system.cells.items())
    return tuple(name for name, cell, (low, high) in ends if cell.is_told_by(low, high))


def disclosed_cells(system: System, seconds: float = SECONDS) -> tuple[str, ...]:
    """The cells that do not keep what they must: as `too_narrow` over all intervals, without finding those exactly.

    Raises as `intervals` does.
    """
    narrowed = _narrowed(system, seconds)
    narrow = set(too_narrow(narrowed, {}))
    for component in components(narrowed):
        narrow |= _narrow(component, narrowed, seconds)
    return tuple(name for name in system.cells if name in narrow)


def _narrowed(system: System, seconds: float) -> System:
    """The system with narrower bounds; where none fit, all the equations are named that cannot hold together."""
    try:
        return propagate_bounds(system)
    except ContradictionError:
        for component in components(system):
            if component.equations:
                ComponentSolver(component, system, seconds).optimum(numpy.zeros(len(component.cells)), whole=False)
        raise


def _ranges(component: Component, system: System, seconds: float) -> dict[str, Interval]:
    if not component.equations:
        return {name: (system.cells[name].low, system.cells[name].high) for name in component.cells}
    program = ComponentSolver(component, system, seconds)
    _explore(program, lambda: (program.least != program.low) | (program.most != program.high))
    # Counts are never negative, so the smallest value always exists, and finding it shows that a table exists.
    return {
        name: (_end(program, column, -1) or 0, _end(program, column, 1)) for column, name in enumerate(component.cells)
    }


def _narrow(component: Component, system: System, seconds: float) -> set[str]:
    if not component.equations:
        return set()
    cells = [system.cells[name] for name in component.cells]
    keep = numpy.array([cell.keep for cell in cells])
    below = numpy.array([cell.below for cell in cells])
    program = ComponentSolver(component, system, seconds)

    def undecided() -> Flags:
        excused = (below > 0) & ((program.least == 0) | (program.low >= below))
        return numpy.asarray((program.most - program.least < keep) & ~excused)

    _explore(program, undecided)
    narrow = set()
    for column, (name, cell) in enumerate(zip(component.cells, cells, strict=True)):
        if cell.keep and (not program.seen or undecided()[column]):
            low = _end(program, column, -1) or 0
            if undecided()[column] and cell.is_told_by(low, _end(program, column, 1)):
                narrow.add(name)
    return narrow


def _explore(program: ComponentSolver, undecided: Callable[[], Flags]) -> None:
    """Look for tables in which many cells at once are far from where they were seen, as long as that settles some."""
    chance = numpy.random.default_rng(1)
    open_cells, idle = len(program.low), 0
    while open_cells > 2 and idle < IDLE:
        watched = undecided() if program.seen else numpy.ones(len(program.low), dtype=bool)
        idle = idle + 1 if int(watched.sum()) == open_cells else 0
        open_cells = int(watched.sum())
        costs = numpy.where(watched, chance.uniform(-1.0, 1.0, len(watched)), 0.0)
        if program.optimum(costs, whole=False) is None:
            break


def _end(program: ComponentSolver, column: int, direction: int) -> int | None:
    """The smallest (direction -1) or largest (1) value of a cell; None where there is no largest."""
    bound, shown = (program.low, program.least) if direction < 0 else (program.high, program.most)
    if program.seen and bound[column] != UNKNOWN and bound[column] == shown[column]:
        return int(bound[column])
    costs = numpy.zeros(len(program.low))
    costs[column] = direction
    table = program.optimum(costs)
    if table is None and direction < 0:
        raise ContradictionError(tuple(equation.name for equation in program.component.equations))
    return None if table is None else int(table[column])
