"""Narrows the bounds of cells, one equation at a time, and splits a system into independent components."""

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic

from scripts.disclosure.audit.identifiers import EquationPlace
from scripts.disclosure.audit.system import Cell, Equation, Id, System

PATIENCE = 50
"""How often each equation is evaluated at most, on average: enough for every table so far; the solver does the rest."""


class ContradictionError(Exception):
    """The published cells contradict each other; `places` are those of the equations that cannot hold together."""

    def __init__(self, places: tuple[EquationPlace, ...]) -> None:
        super().__init__(f"{', '.join(map(str, places))} – the cells contradict each other – correct one of them.")
        self.places = places


@dataclass(frozen=True)
class Component(Generic[Id]):
    """Open cells that equations connect with each other, and those equations."""

    cells: tuple[Id, ...]
    equations: tuple[Equation[Id], ...]


def propagate_bounds(system: System[Id]) -> System[Id]:
    """Narrow every bound as far as single equations can. Raises ContradictionError."""
    cells = dict(system.cells)
    equations_of: dict[Id, list[int]] = defaultdict(list)
    for number, equation in enumerate(system.equations):
        for cell_id, _ in equation.terms:
            equations_of[cell_id].append(number)
    waiting = deque(range(len(system.equations)))
    queued = set(waiting)
    for _ in range(PATIENCE * len(system.equations)):
        if not waiting:
            break
        number = waiting.popleft()
        queued.discard(number)
        for cell_id in _narrow_equation(system.equations[number], cells):
            again = [other for other in equations_of[cell_id] if other not in queued]
            waiting.extend(again)
            queued.update(again)
    return replace(system, cells=cells)


def components(system: System[Id]) -> tuple[Component[Id], ...]:
    """Group the open cells by the equations that they share."""
    parent: dict[Id, Id] = {cell_id: cell_id for cell_id, cell in system.cells.items() if not cell.is_exact}
    for equation in system.equations:
        open_cells = [cell_id for cell_id, _ in equation.terms if cell_id in parent]
        for cell_id in open_cells[1:]:
            parent[_root(cell_id, parent)] = _root(open_cells[0], parent)
    members: dict[Id, list[Id]] = {}
    for cell_id in parent:
        members.setdefault(_root(cell_id, parent), []).append(cell_id)
    equations: dict[Id, list[Equation[Id]]] = defaultdict(list)
    for equation in system.equations:
        first = next((cell_id for cell_id, _ in equation.terms if cell_id in parent), None)
        if first is not None:
            equations[_root(first, parent)].append(equation)
    return tuple(Component(tuple(cells), tuple(equations.get(root, ()))) for root, cells in members.items())


def _root(cell_id: Id, parent: dict[Id, Id]) -> Id:
    """The root of a cell's group; halves the path to it (union–find)."""
    while parent[cell_id] != cell_id:
        parent[cell_id] = parent[parent[cell_id]]
        cell_id = parent[cell_id]
    return cell_id


def _narrow_equation(equation: Equation[Id], cells: dict[Id, Cell]) -> list[Id]:
    """Narrow the cells of one equation in place, and return the ids of those that changed."""
    low, high = _range_of_sum(equation, cells)
    changed = []
    for cell_id, factor in equation.terms:
        cell = cells[cell_id]
        least, most = _scaled(cell, factor)
        # All terms sum to zero, so each is minus the sum of the others.
        upper = None if low is None or least is None else least - low
        lower = None if high is None or most is None else most - high
        if factor < 0:
            lower, upper = _negative(upper), _negative(lower)
        size = abs(factor)
        lower = None if lower is None else -(-lower // size)
        upper = None if upper is None else upper // size
        narrow = _intersection(cell, lower, upper)
        if narrow is None:
            raise ContradictionError((equation.place,))
        if narrow != cell:
            cells[cell_id] = narrow
            changed.append(cell_id)
    return changed


def _range_of_sum(equation: Equation[Id], cells: Mapping[Id, Cell]) -> tuple[int | None, int | None]:
    """The least and the largest sum of all terms; None where one of them is unbounded."""
    low: int | None = 0
    high: int | None = 0
    for cell_id, factor in equation.terms:
        least, most = _scaled(cells[cell_id], factor)
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


def _scaled(cell: Cell, factor: int) -> tuple[int | None, int | None]:
    low, high = cell.low * factor, None if cell.high is None else cell.high * factor
    return (low, high) if factor > 0 else (high, low)


def _intersection(cell: Cell, lower: int | None, upper: int | None) -> Cell | None:
    """The cell inside further bounds; None where nothing is left."""
    low = cell.low if lower is None else max(cell.low, lower)
    high = upper if cell.high is None else cell.high if upper is None else min(cell.high, upper)
    if high is not None and low > high:
        return None
    return cell if (low, high) == (cell.low, cell.high) else replace(cell, low=low, high=high)


def _negative(number: int | None) -> int | None:
    return None if number is None else -number
