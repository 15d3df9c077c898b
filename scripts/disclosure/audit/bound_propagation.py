"""Narrows what can be known of cells, one equation at a time, and splits a system into independent parts."""

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scripts.disclosure.audit.system import Cell, Equation, System

PATIENCE = 50
"""How often an equation may be looked at, on average: enough for every table seen; the solver does the rest."""


class ContradictionError(Exception):
    """The published cells contradict each other; `places` names the equations that cannot hold together."""

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(f"{', '.join(places)} – the cells contradict each other – correct one of them.")
        self.places = places


@dataclass(frozen=True)
class Component:
    """Cells that are still open and hang together, with the equations that hold them."""

    cells: tuple[str, ...]
    equations: tuple[Equation, ...]


def propagate_bounds(system: System) -> System:
    """The system with every bound as narrow as single equations make it. Raises ContradictionError."""
    cells = dict(system.cells)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, equation in enumerate(system.equations):
        for name, _ in equation.terms:
            holding[name].append(number)
    waiting = deque(range(len(system.equations)))
    queued = set(waiting)
    for _ in range(PATIENCE * len(system.equations)):
        if not waiting:
            break
        number = waiting.popleft()
        queued.discard(number)
        for name in _narrowed(system.equations[number], cells):
            again = [other for other in holding[name] if other not in queued]
            waiting.extend(again)
            queued.update(again)
    return replace(system, cells=cells)


def components(system: System) -> tuple[Component, ...]:
    """The open cells, grouped by the equations that they share."""
    group: dict[str, str] = {name: name for name, cell in system.cells.items() if not cell.is_exact}

    def root(name: str) -> str:
        while group[name] != name:
            group[name] = group[group[name]]
            name = group[name]
        return name

    for equation in system.equations:
        open_cells = [name for name, _ in equation.terms if name in group]
        for name in open_cells[1:]:
            group[root(name)] = root(open_cells[0])
    members: dict[str, list[str]] = {}
    for name in group:
        members.setdefault(root(name), []).append(name)
    held: dict[str, list[Equation]] = {}
    for equation in system.equations:
        first = next((name for name, _ in equation.terms if name in group), None)
        if first:
            held.setdefault(root(first), []).append(equation)
    return tuple(Component(tuple(cells), tuple(held.get(top, ()))) for top, cells in members.items())


def _narrowed(equation: Equation, cells: dict[str, Cell]) -> list[str]:
    """Narrow the cells of one equation in place, and name those that changed."""
    low, high = _reach(equation, cells)
    changed = []
    for name, factor in equation.terms:
        cell = cells[name]
        least, most = _scaled(cell, factor)
        # All terms sum to zero, so each is minus the sum of the others.
        upper = None if low is None or least is None else least - low
        lower = None if high is None or most is None else most - high
        if factor < 0:
            lower, upper = _negative(upper), _negative(lower)
        size = abs(factor)
        lower = None if lower is None else -(-lower // size)
        upper = None if upper is None else upper // size
        narrow = _within(cell, lower, upper, equation)
        if narrow != cell:
            cells[name] = narrow
            changed.append(name)
    return changed


def _reach(equation: Equation, cells: Mapping[str, Cell]) -> tuple[int | None, int | None]:
    """The least and the largest sum of all terms; None where one of them is unbounded."""
    low: int | None = 0
    high: int | None = 0
    for name, factor in equation.terms:
        least, most = _scaled(cells[name], factor)
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


def _scaled(cell: Cell, factor: int) -> tuple[int | None, int | None]:
    low, high = cell.low * factor, None if cell.high is None else cell.high * factor
    return (low, high) if factor > 0 else (high, low)


def _within(cell: Cell, lower: int | None, upper: int | None, equation: Equation) -> Cell:
    low = cell.low if lower is None else max(cell.low, lower)
    high = upper if cell.high is None else cell.high if upper is None else min(cell.high, upper)
    if high is not None and low > high:
        raise ContradictionError((equation.name,))
    return cell if (low, high) == (cell.low, cell.high) else replace(cell, low=low, high=high)


def _negative(number: int | None) -> int | None:
    return None if number is None else -number
