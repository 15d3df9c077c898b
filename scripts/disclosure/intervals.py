"""What a reader could work out about each cell: the smallest and the largest whole number that all the others allow.

For each group of cells that hang together one HiGHS model is kept loaded. A continuous solution whose numbers are all
whole, and which satisfies every equation in exact arithmetic, is a witness. Only where the continuous end of a range
has no such witness is it searched for with branch and bound. Nothing is believed that whole numbers do not show.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import highspy
import numpy

from scripts.disclosure.propagation import Component, ContradictionError, components, propagated
from scripts.disclosure.system import System

Interval = tuple[int, int | None]
SECONDS = 60.0
_NEAR = 1e-6
_UNBOUNDED = (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible)


class NotProvenError(Exception):
    """The solver did not finish in time or gave nothing that whole numbers confirm; this must count as a failure."""


@dataclass
class _Model:
    """A component as a program that stays loaded, with the range that its witnesses have shown so far."""

    solver: Any
    component: Component
    system: System
    seen: dict[str, tuple[int, int]]


def intervals(system: System) -> Mapping[str, Interval]:
    """The exact interval of every cell that is not published exactly.

    Raises ContradictionError where no table fits what is published, NotProvenError where the proof was not finished.
    """
    narrowed = propagated(system)
    found: dict[str, Interval] = {}
    for component in components(narrowed):
        found |= _component_intervals(component, narrowed)
    open_cells = [name for name, cell in system.cells.items() if not cell.is_exact]
    return {name: found.get(name, (narrowed.cells[name].low, narrowed.cells[name].high)) for name in open_cells}


def too_narrow(system: System, found: Mapping[str, Interval], width: int) -> tuple[str, ...]:
    """The withheld cells whose range is narrower than the width, so that a reader could tell them or nearly."""
    ranges = ((name, found[name]) for name, cell in system.cells.items() if cell.withheld)
    return tuple(name for name, (low, high) in ranges if high is not None and high - low < width)


def _component_intervals(component: Component, system: System) -> dict[str, Interval]:
    if not component.equations:
        return {name: (system.cells[name].low, system.cells[name].high) for name in component.cells}
    model = _Model(_loaded(component, system), component, system, {})
    found = {}
    for name in component.cells:
        # Counts are never negative, so the smallest value always exists, and finding it shows that a table exists.
        low = _end(model, name, -1)
        found[name] = (low or 0, _end(model, name, 1))
    return found


def _loaded(component: Component, system: System) -> Any:
    place = {name: column for column, name in enumerate(component.cells)}
    starts, columns, signs, sums = [0], [], [], []
    for equation in component.equations:
        fixed = 0
        for name, sign in equation.terms:
            if name in place:
                columns.append(place[name])
                signs.append(float(sign))
            else:
                fixed += sign * system.cells[name].low
        starts.append(len(columns))
        sums.append(float(-fixed))
    cells = [system.cells[name] for name in component.cells]
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(cells), len(sums)
    program.col_cost_ = numpy.zeros(len(cells))
    program.col_lower_ = numpy.array([float(cell.low) for cell in cells])
    program.col_upper_ = numpy.array([math.inf if cell.high is None else float(cell.high) for cell in cells])
    program.row_lower_ = program.row_upper_ = numpy.array(sums)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_, program.a_matrix_.index_ = numpy.array(starts), numpy.array(columns)
    program.a_matrix_.value_ = numpy.array(signs)
    return _solver(program)


def _solver(program: Any) -> Any:
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False), ("threads", 1), ("random_seed", 1), ("time_limit", SECONDS), ("mip_rel_gap", 0.0),
    ):  # fmt: skip
        solver.setOptionValue(option, value)
    solver.passModel(program)
    return solver


def _end(model: _Model, name: str, direction: int) -> int | None:
    """The smallest (direction -1) or largest (1) value of a cell; None where there is no largest."""
    cell = model.system.cells[name]
    bound = cell.low if direction < 0 else cell.high
    if name in model.seen and bound == model.seen[name][direction > 0]:
        return bound
    column = model.component.cells.index(name)
    model.solver.changeColCost(column, 1.0)
    sense = highspy.ObjSense.kMaximize if direction > 0 else highspy.ObjSense.kMinimize
    model.solver.changeObjectiveSense(sense)
    try:
        return _solved(model, column)
    finally:
        model.solver.changeColCost(column, 0.0)


def _solved(model: _Model, column: int) -> int | None:
    status, values = _run(model)
    if status in _UNBOUNDED:
        return None
    witness = _witness(model, values) or _branched(model)
    if not witness:
        raise NotProvenError("A range has no table of whole numbers at its end – the solver is inexact – report it.")
    return witness[column]


def _branched(model: _Model) -> list[int] | None:
    """The best table of whole numbers, by branch and bound."""
    size = len(model.component.cells)
    every = numpy.arange(size)
    model.solver.changeColsIntegrality(size, every, numpy.full(size, highspy.HighsVarType.kInteger))
    _, values = _run(model)
    model.solver.changeColsIntegrality(size, every, numpy.full(size, highspy.HighsVarType.kContinuous))
    return _witness(model, values)


def _run(model: _Model) -> tuple[Any, list[float]]:
    model.solver.run()
    status = model.solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        raise ContradictionError(tuple(equation.name for equation in model.component.equations))
    if status != highspy.HighsModelStatus.kOptimal and status not in _UNBOUNDED:
        raise NotProvenError("The solver did not finish in time – that counts as failed – make the tables smaller.")
    return status, list(model.solver.getSolution().col_value)


def _witness(model: _Model, values: list[float]) -> list[int] | None:
    """The solution in whole numbers where it is one: inside every bound, and every equation exactly true."""
    whole = [round(value) for value in values]
    if any(abs(value - number) > _NEAR for value, number in zip(values, whole, strict=True)):
        return None
    table = dict(zip(model.component.cells, whole, strict=True))
    for name, number in table.items():
        cell = model.system.cells[name]
        if number < cell.low or (cell.high is not None and number > cell.high):
            return None
    for equation in model.component.equations:
        if sum(sign * table.get(name, model.system.cells[name].low) for name, sign in equation.terms):
            return None
    for name, number in table.items():
        least, most = model.seen.get(name, (number, number))
        model.seen[name] = (min(least, number), max(most, number))
    return whole
