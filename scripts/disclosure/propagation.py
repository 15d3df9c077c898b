"""Narrows what can be known of cells, one equation at a time, and splits a system into independent parts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scripts.disclosure.system import Cell, Equation, System

SWEEPS = 200


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


def propagated(system: System) -> System:
    """The system with every bound as narrow as single equations make it. Raises ContradictionError."""
    cells = dict(system.cells)
    for _ in range(SWEEPS):
        before = dict(cells)
        for equation in system.equations:
            _narrow(equation, cells)
        if cells == before:
            break
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


def _narrow(equation: Equation, cells: dict[str, Cell]) -> None:
    low, high = _reach(equation, cells)
    for name, sign in equation.terms:
        cell = cells[name]
        least, most = (cell.low, cell.high) if sign > 0 else (_negative(cell.high), -cell.low)
        # All terms sum to zero, so each is minus the sum of the others.
        upper = None if low is None or least is None else -(low - least)
        lower = None if high is None or most is None else -(high - most)
        if sign < 0:
            lower, upper = _negative(upper), _negative(lower)
        cells[name] = _within(cell, lower, upper, equation)


def _reach(equation: Equation, cells: Mapping[str, Cell]) -> tuple[int | None, int | None]:
    """The least and the largest sum of all terms; None where one of them is unbounded."""
    low: int | None = 0
    high: int | None = 0
    for name, sign in equation.terms:
        cell = cells[name]
        least, most = (cell.low, cell.high) if sign > 0 else (_negative(cell.high), -cell.low)
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


def _within(cell: Cell, lower: int | None, upper: int | None, equation: Equation) -> Cell:
    low = cell.low if lower is None else max(cell.low, lower)
    high = upper if cell.high is None else cell.high if upper is None else min(cell.high, upper)
    if high is not None and low > high:
        raise ContradictionError((equation.name,))
    return replace(cell, low=low, high=high)


def _negative(number: int | None) -> int | None:
    return None if number is None else -number
