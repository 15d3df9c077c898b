"""Finds the cheapest further cells to withhold so that one cell could be smaller or larger: flows through the margins.

What one cell gains, others must lose along every margin. The cells that change must be withheld; cells that are
withheld already cost nothing (“Cell suppression”, Networks 22(4), 1992; sequential, as in G-Confid).
"""

import math
from collections.abc import Container, Iterator
from typing import Any

import highspy
import numpy

from scripts.disclosure.audit.solver import SECONDS, linear_program, load_solver, sparse_rows
from scripts.disclosure.audit.system import Equation
from scripts.disclosure.tabulate.table import Codes, Table


class NetworkFlow:
    """The table as a program that stays loaded: for each cell a column for what it gains and one for what it loses."""

    def __init__(self, table: Table, withheld: Container[Codes]) -> None:
        """Load the table; cells cost the root of their count, those withheld nothing."""
        self._cells = list(table.counts)
        self._columns = {cell: column for column, cell in enumerate(self._cells)}
        self._counts = numpy.array([table.counts[cell] for cell in self._cells], dtype=float)
        self._costs = numpy.array([0.0 if c in withheld else math.sqrt(table.counts[c]) + 1 for c in self._cells])
        self._solver = load_solver(self._program(table), SECONDS)

    def protect(self, cell: Codes, width: int) -> set[Codes]:
        """The cells to withhold so that a cell could be smaller, by half the width or down to zero, and larger."""
        gain = self._columns[cell]
        loss, half = len(self._cells) + gain, min(int(self._counts[gain]), math.ceil(width / 2))
        changed = self._changed_cells(gain, loss, width - half)
        if half:
            changed |= self._changed_cells(loss, gain, half)
        for other in changed:
            self._make_free(self._columns[other])
        return changed

    def _make_free(self, gain: int) -> None:
        for column in (gain, len(self._cells) + gain):
            self._solver.changeColCost(column, 0.0)

    def _changed_cells(self, column: int, opposite: int, amount: int) -> set[Codes]:
        """Solve with one column fixed to an amount and its opposite to zero, and restore the bounds of both."""
        size = len(self._cells)
        self._solver.changeColBounds(column, amount, amount)
        self._solver.changeColBounds(opposite, 0.0, 0.0)
        self._solver.run()
        found = self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        values = numpy.asarray(self._solver.getSolution().col_value)
        for fixed in (column, opposite):
            self._solver.changeColBounds(fixed, 0.0, math.inf if fixed < size else self._counts[fixed - size])
        if not found:
            return set()
        return {self._cells[changed] for changed in numpy.flatnonzero((values[:size] > 0.5) | (values[size:] > 0.5))}

    def _program(self, table: Table) -> Any:
        size = len(self._cells)
        rows = sparse_rows([list(self._terms(equation)) for equation in table.margins], [0] * len(table.margins))
        upper = numpy.concatenate((numpy.full(size, math.inf), self._counts))
        return linear_program(rows, numpy.concatenate((self._costs, self._costs)), (numpy.zeros(2 * size), upper))

    def _terms(self, equation: Equation[Codes]) -> Iterator[tuple[int, int]]:
        """The gain and the loss of each cell of an equation, with their factors."""
        for cell, factor in equation.terms:
            yield self._columns[cell], factor
            yield len(self._cells) + self._columns[cell], -factor
