"""The cheapest further cells to withhold so that one cell could be smaller or larger: flows through the margins.

What one cell gains others must lose, along every margin. The cells that move are those that must be withheld; cells
that are withheld already move for nothing (“Cell suppression”, Networks 22(4), 1992; sequential, as in G-Confid).
"""

import math
from collections.abc import Container, Iterator
from typing import Any

import highspy
import numpy

from scripts.disclosure.audit.solver import SECONDS, linear_program, load_solver, sparse_rows
from scripts.disclosure.audit.system import Equation
from scripts.disclosure.tabulate.table import Table


class NetworkFlow:
    """The table as a program that stays loaded: for each cell a column for what it gains and one for what it loses."""

    def __init__(self, table: Table, withheld: Container[str]) -> None:
        """Load the table; cells cost the root of their count, those withheld nothing."""
        self._names = list(table.counts)
        self._place = {name: column for column, name in enumerate(self._names)}
        self._counts = numpy.array([table.counts[name] for name in self._names], dtype=float)
        self._costs = numpy.array([0.0 if n in withheld else math.sqrt(table.counts[n]) + 1 for n in self._names])
        self._solver = load_solver(self._program(table), SECONDS)

    def around(self, name: str, width: int) -> set[str]:
        """The cells to withhold so that one cell could be half the width smaller, or else zero, and larger."""
        column, half = self._place[name], min(int(self._counts[self._place[name]]), math.ceil(width / 2))
        moved = self._moved(column, len(self._names) + column, width - half)
        if half:
            moved |= self._moved(len(self._names) + column, column, half)
        for cell in moved:
            self._withhold(self._place[cell])
        return moved

    def _withhold(self, column: int) -> None:
        for direction in (column, len(self._names) + column):
            self._solver.changeColCost(direction, 0.0)

    def _moved(self, fixed: int, other: int, need: int) -> set[str]:
        """Let one column move by what is needed, its opposite not at all, and put both back."""
        size = len(self._names)
        self._solver.changeColBounds(fixed, need, need)
        self._solver.changeColBounds(other, 0.0, 0.0)
        self._solver.run()
        found = self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        values = numpy.asarray(self._solver.getSolution().col_value)
        for column in (fixed, other):
            self._solver.changeColBounds(column, 0.0, math.inf if column < size else self._counts[column - size])
        if not found:
            return set()
        return {self._names[column] for column in numpy.flatnonzero((values[:size] > 0.5) | (values[size:] > 0.5))}

    def _program(self, table: Table) -> Any:
        size = len(self._names)
        rows = sparse_rows([list(self._both(equation)) for equation in table.margins], [0] * len(table.margins))
        upper = numpy.concatenate((numpy.full(size, math.inf), self._counts))
        return linear_program(rows, numpy.concatenate((self._costs, self._costs)), (numpy.zeros(2 * size), upper))

    def _both(self, equation: Equation) -> Iterator[tuple[int, int]]:
        for cell, factor in equation.terms:
            yield self._place[cell], factor
            yield len(self._names) + self._place[cell], -factor
