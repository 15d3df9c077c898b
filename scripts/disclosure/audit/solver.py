"""Solves a component with HiGHS, which keeps it loaded, and verifies each solution in whole numbers.

A continuous solution whose numbers are all whole, and which satisfies every equation in exact arithmetic, is a
witness. Where the end of a range has no such witness it is searched for with branch and bound.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic

import highspy
import numpy
from numpy.typing import NDArray

from scripts.disclosure.audit.bound_propagation import Component, ContradictionError
from scripts.disclosure.audit.identifiers import EquationPlace
from scripts.disclosure.audit.system import Id, System

SECONDS = 60.0
WIDE, PRIMAL = 40, 4
"""Withheld cells have wide intervals: there the primal simplex is twice as fast from table to table. Rounded cells have
narrow ones: there it is ten times slower (measured on 5,000 cells)."""
UNKNOWN = -1
"""The upper bound, in arrays, of a cell that has none."""

Numbers = NDArray[numpy.int64]
_NEAR = 1e-6
_UNBOUNDED = (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible)


class NotProvenError(Exception):
    """The solver ran out of time or found nothing that whole numbers confirm; this must count as a failure."""


class OutOfTimeError(NotProvenError):
    """The solver did not finish in time."""


@dataclass(frozen=True)
class SparseRows:
    """Equations over the columns of a program, stored row by row: the factors times the columns equal the sums."""

    starts: NDArray[numpy.int32]
    columns: NDArray[numpy.int32]
    factors: Numbers
    sums: Numbers

    def evaluate(self, table: Numbers) -> Numbers:
        """The sum of every row for a table, in whole numbers."""
        return numpy.asarray(numpy.add.reduceat(table[self.columns] * self.factors, self.starts[:-1]))


class ComponentSolver(Generic[Id]):
    """One component, loaded once; every run starts from the solution before it.

    low, high: bounds of each column (high UNKNOWN where there is none). least, most: the smallest and the largest
    value of each column in any witness; `has_witness` says whether there was one.
    """

    def __init__(self, component: Component[Id], system: System[Id], seconds: float = SECONDS) -> None:
        """Load the component into a solver of its own."""
        self.component = component
        cells = [system.cells[cell_id] for cell_id in component.cells]
        self.low = numpy.array([cell.low for cell in cells], dtype=numpy.int64)
        self.high = numpy.array([UNKNOWN if cell.high is None else cell.high for cell in cells], dtype=numpy.int64)
        self.least, self.most, self.has_witness = self.high.copy(), self.low.copy(), False
        self._rows = self._rows_of(system)
        upper = numpy.where(self.high == UNKNOWN, math.inf, self.high.astype(float))
        self._solver = load_solver(linear_program(self._rows, numpy.zeros(len(cells)), (self.low, upper)), seconds)
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        if (upper - self.low).max() >= WIDE:
            self._solver.setOptionValue("simplex_strategy", PRIMAL)

    def optimum(self, costs: NDArray[numpy.float64], whole: bool = True) -> Numbers | None:
        """Find a table that maximises the costs; None where nothing bounds them.

        With `whole` false, a solution that is not in whole numbers gives an empty table.
        Raises ContradictionError where no table exists, NotProvenError where nothing was proven.
        """
        size = len(self.low)
        every = numpy.arange(size, dtype=numpy.int32)
        self._solver.changeColsCost(size, every, costs)
        values = self._run()
        if values is None:
            return None
        witness = self._witness(values)
        if witness is None and whole:
            witness = self._branch_and_bound(every)
        if witness is None and whole:
            raise NotProvenError(
                "A range has no table of whole numbers at its end – the solver is inexact – report it."
            )
        return numpy.empty(0, dtype=numpy.int64) if witness is None else witness

    def _rows_of(self, system: System[Id]) -> SparseRows:
        columns = {cell_id: column for column, cell_id in enumerate(self.component.cells)}
        terms, sums = [], []
        for equation in self.component.equations:
            terms.append([(columns[cell_id], factor) for cell_id, factor in equation.terms if cell_id in columns])
            known = (system.cells[cell_id].low * factor for cell_id, factor in equation.terms if cell_id not in columns)
            sums.append(-sum(known))
        return sparse_rows(terms, sums)

    def _run(self) -> NDArray[numpy.float64] | None:
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ContradictionError(self._conflict())
        if status in _UNBOUNDED:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise OutOfTimeError("The solver did not finish in time – that counts as failed – make the tables smaller.")
        return numpy.asarray(self._solver.getSolution().col_value)

    def _branch_and_bound(self, every: NDArray[numpy.int32]) -> Numbers | None:
        """Find the best table of whole numbers."""
        kinds = highspy.HighsVarType
        self._solver.changeColsIntegrality(len(every), every, numpy.full(len(every), kinds.kInteger))
        values = self._run()
        self._solver.changeColsIntegrality(len(every), every, numpy.full(len(every), kinds.kContinuous))
        return None if values is None else self._witness(values)

    def _witness(self, values: NDArray[numpy.float64]) -> Numbers | None:
        """Verify a solution in whole numbers: inside every bound, every equation exact; None where it is not."""
        table = numpy.rint(values).astype(numpy.int64)
        bounded = self.high != UNKNOWN
        if numpy.abs(values - table).max() > _NEAR or (table < self.low).any():
            return None
        if (table[bounded] > self.high[bounded]).any():
            return None
        if (self._rows.evaluate(table) != self._rows.sums).any():
            return None
        self.least = numpy.minimum(self.least, table) if self.has_witness else table
        self.most = numpy.maximum(self.most, table) if self.has_witness else table
        self.has_witness = True
        return table

    def _conflict(self) -> tuple[EquationPlace, ...]:
        """The places of an irreducible set of equations that cannot hold together; of all where HiGHS finds none."""
        self._solver.setOptionValue("iis_strategy", 2)
        _, smallest = self._solver.getIis()
        rows = list(smallest.row_index_) or range(len(self._rows.sums))
        return tuple(self.component.equations[row].place for row in rows)


def sparse_rows(terms: Sequence[Sequence[tuple[int, int]]], sums: Sequence[int]) -> SparseRows:
    """Pack rows, each a list of columns with their factors; no row may be empty."""
    starts = numpy.cumsum([0, *(len(row) for row in terms)]).astype(numpy.int32)
    columns = numpy.array([column for row in terms for column, _ in row], dtype=numpy.int32)
    factors = numpy.array([factor for row in terms for _, factor in row], dtype=numpy.int64)
    return SparseRows(starts, columns, factors, numpy.array(sums, dtype=numpy.int64))


def linear_program(rows: SparseRows, costs: NDArray[numpy.float64], bounds: tuple[Any, Any]) -> Any:
    """Formulate a program for HiGHS: least costs, every row equal to its sum, every column inside its bounds."""
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(costs), len(rows.sums)
    program.col_cost_ = costs
    program.col_lower_, program.col_upper_ = (bound.astype(float) for bound in bounds)
    program.row_lower_ = program.row_upper_ = rows.sums.astype(float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_, program.a_matrix_.index_ = rows.starts, rows.columns
    program.a_matrix_.value_ = rows.factors.astype(float)
    return program


def load_solver(program: Any, seconds: float) -> Any:
    """Load a program into a solver with one thread and one seed, so that every run gives the same result."""
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False), ("threads", 1), ("random_seed", 1), ("time_limit", seconds), ("mip_rel_gap", 0.0),
    ):  # fmt: skip
        solver.setOptionValue(option, value)
    solver.passModel(program)
    return solver
