"""A component as a program that HiGHS keeps loaded, and the tables of whole numbers that its solutions show.

A continuous solution whose numbers are all whole, and which satisfies every equation in exact arithmetic, is a
witness. Where the end of a range has no such witness it is searched for with branch and bound.
"""

import math
from typing import Any

import highspy
import numpy
from numpy.typing import NDArray

from scripts.disclosure.propagation import Component, ContradictionError
from scripts.disclosure.system import System

SECONDS = 60.0
WIDE, PRIMAL = 40, 4
"""Ranges of withheld cells are wide, and then the primal method is twice as fast from table to table; those of rounded
cells are narrow, and then it is ten times slower (measured on 5,000 cells)."""
UNKNOWN = -1
"""In arrays of bounds: nothing bounds the cell above."""

Numbers = NDArray[numpy.int64]
_NEAR = 1e-6
_UNBOUNDED = (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible)


class NotProvenError(Exception):
    """The solver did not finish in time or gave nothing that whole numbers confirm; this must count as a failure."""


class OutOfTimeError(NotProvenError):
    """The solver did not finish in time."""


class Program:
    """One component, loaded once; every run starts from the solution before it.

    low, high: bounds of each column (high UNKNOWN where there is none). least, most: the smallest and the largest
    value of each column that a witness has shown; `seen` says whether there was one.
    """

    def __init__(self, component: Component, system: System, seconds: float = SECONDS) -> None:
        """Load the component into a solver of its own."""
        self.component = component
        cells = [system.cells[name] for name in component.cells]
        self.low = numpy.array([cell.low for cell in cells], dtype=numpy.int64)
        self.high = numpy.array([UNKNOWN if cell.high is None else cell.high for cell in cells], dtype=numpy.int64)
        self.least, self.most, self.seen = self.high.copy(), self.low.copy(), False
        self._rows(system)
        self._solver = solver_of(self._program(), seconds)
        ranges = numpy.where(self.high == UNKNOWN, math.inf, (self.high - self.low).astype(float))
        if ranges.max() >= WIDE:
            self._solver.setOptionValue("simplex_strategy", PRIMAL)

    def optimum(self, costs: NDArray[numpy.float64], whole: bool = True) -> Numbers | None:
        """A table that maximises the costs; None where nothing bounds them.

        Unless `whole` is asked for, a solution that is not in whole numbers gives an empty table.
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
            witness = self._branched(every)
        if witness is None and whole:
            raise NotProvenError(
                "A range has no table of whole numbers at its end – the solver is inexact – report it."
            )
        return numpy.empty(0, dtype=numpy.int64) if witness is None else witness

    def _rows(self, system: System) -> None:
        place = {name: column for column, name in enumerate(self.component.cells)}
        starts, columns, factors, sums = [0], [], [], []
        for equation in self.component.equations:
            fixed = 0
            for name, factor in equation.terms:
                if name in place:
                    columns.append(place[name])
                    factors.append(factor)
                else:
                    fixed += factor * system.cells[name].low
            starts.append(len(columns))
            sums.append(-fixed)
        self._starts, self._columns = numpy.array(starts, dtype=numpy.int32), numpy.array(columns, dtype=numpy.int32)
        self._factors, self._sums = numpy.array(factors, dtype=numpy.int64), numpy.array(sums, dtype=numpy.int64)

    def _program(self) -> Any:
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.low), len(self._sums)
        program.sense_ = highspy.ObjSense.kMaximize
        program.col_cost_ = numpy.zeros(len(self.low))
        program.col_lower_ = self.low.astype(float)
        program.col_upper_ = numpy.where(self.high == UNKNOWN, math.inf, self.high.astype(float))
        program.row_lower_ = program.row_upper_ = self._sums.astype(float)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_, program.a_matrix_.index_ = self._starts, self._columns
        program.a_matrix_.value_ = self._factors.astype(float)
        return program

    def _run(self) -> NDArray[numpy.float64] | None:
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ContradictionError(self._conflicting())
        if status in _UNBOUNDED:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise OutOfTimeError("The solver did not finish in time – that counts as failed – make the tables smaller.")
        return numpy.asarray(self._solver.getSolution().col_value)

    def _branched(self, every: NDArray[numpy.int32]) -> Numbers | None:
        """The best table of whole numbers, by branch and bound."""
        kinds = highspy.HighsVarType
        self._solver.changeColsIntegrality(len(every), every, numpy.full(len(every), kinds.kInteger))
        values = self._run()
        self._solver.changeColsIntegrality(len(every), every, numpy.full(len(every), kinds.kContinuous))
        return None if values is None else self._witness(values)

    def _witness(self, values: NDArray[numpy.float64]) -> Numbers | None:
        """The solution in whole numbers where it is one: inside every bound, and every equation exactly true."""
        table = numpy.rint(values).astype(numpy.int64)
        bounded = self.high != UNKNOWN
        if numpy.abs(values - table).max() > _NEAR or (table < self.low).any():
            return None
        if (table[bounded] > self.high[bounded]).any():
            return None
        sums = numpy.add.reduceat(table[self._columns] * self._factors, self._starts[:-1])
        if (sums != self._sums).any():
            return None
        self.least = numpy.minimum(self.least, table) if self.seen else table
        self.most = numpy.maximum(self.most, table) if self.seen else table
        self.seen = True
        return table

    def _conflicting(self) -> tuple[str, ...]:
        """The places of a smallest set of equations that cannot hold together, as HiGHS finds it; else of all."""
        self._solver.setOptionValue("iis_strategy", 2)
        _, smallest = self._solver.getIis()
        rows = list(smallest.row_index_) or range(len(self._sums))
        return tuple(self.component.equations[row].name for row in rows)


def solver_of(program: Any, seconds: float) -> Any:
    """A solver with the program loaded: one thread, one seed, so that every run gives the same."""
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False), ("threads", 1), ("random_seed", 1), ("time_limit", seconds), ("mip_rel_gap", 0.0),
    ):  # fmt: skip
        solver.setOptionValue(option, value)
    solver.passModel(program)
    return solver
