"""Zero-restricted controlled rounding: each cell becomes a neighbouring multiple of the base, and all margins hold.

One program in whole numbers: each cell that is no multiple of the base goes down or up, never by a whole base, so that
the table stays additive and the sum of all shifts is least (Handbook on Statistical Disclosure Control, chapter 5.5;
Cox 1987). A reader of a cell printed as p can then exclude nothing from p - base + 1 to p + base - 1.
"""

from collections.abc import Mapping
from typing import Any

import highspy
import numpy

from scripts.disclosure.audit.solver import SECONDS, NotProvenError, linear_program, load_solver, sparse_rows
from scripts.disclosure.audit.system import Cell, System
from scripts.disclosure.tabulate.table import Codes, Table


def round_table(table: Table, base: int, seed: int) -> Mapping[Codes, int]:
    """Round the table to multiples of the base.

    seed: moves the weights at random, so that nobody can rely on the nearest multiple; keep it with the list.
    Raises NotProvenError where no such table was found in time.
    """
    rest = numpy.array([count % base for count in table.counts.values()])
    program = _program(table, base, rest, numpy.random.default_rng(seed))
    solver = load_solver(program, SECONDS)
    solver.setOptionValue("mip_rel_gap", 0.01)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise NotProvenError("The table – was not rounded in time – use fewer dimensions or coarser codes.")
    steps = numpy.rint(solver.getSolution().col_value).astype(int)
    printed = {
        cell: count - int(rest[column]) + base * int(steps[column])
        for column, (cell, count) in enumerate(table.counts.items())
    }
    _verify(table, printed, base)
    return printed


def rounded_system(table: Table, printed: Mapping[Codes, int], base: int) -> System[Codes]:
    """The system that a reader of the rounded table sees: every cell within less than a base of what is printed."""
    cells = {cell: Cell(max(0, value - base + 1), value + base - 1, base - 1) for cell, value in printed.items()}
    return System(cells, table.margins)


def _program(table: Table, base: int, rest: Any, chance: numpy.random.Generator) -> Any:
    columns = {cell: column for column, cell in enumerate(table.counts)}
    terms = [[(columns[cell], factor) for cell, factor in equation.terms] for equation in table.margins]
    # True counts add up, so the rests that are cut off must be made good by steps of one base.
    sums = [sum(factor * int(rest[column]) for column, factor in row) // base for row in terms]
    costs = base - 2.0 * rest + chance.uniform(-base / 4, base / 4, len(rest))
    program = linear_program(sparse_rows(terms, sums), costs, (numpy.zeros(len(rest)), rest > 0))
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(rest)
    return program


def _verify(table: Table, printed: Mapping[Codes, int], base: int) -> None:
    """Never trust a solver: every shift below the base, every margin exact. Raises NotProvenError."""
    breaks_bound = any(abs(printed[cell] - count) >= base for cell, count in table.counts.items())
    breaks_margin = any(sum(printed[cell] * factor for cell, factor in equation.terms) for equation in table.margins)
    if breaks_bound or breaks_margin:
        raise NotProvenError("The rounded table – breaks a margin or a bound – report it as a fault of the program.")
