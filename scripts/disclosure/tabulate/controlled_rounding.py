"""Zero-restricted controlled rounding: every cell to a neighbouring multiple of the base, and all margins still hold.

One program in whole numbers: each cell that is no multiple of the base goes down or up, never by a whole base, so that
the table stays additive and the sum of all shifts is least (Handbook on Statistical Disclosure Control, chapter 5.5;
Cox 1987). What a reader can tell of a cell printed as p is then p - base + 1 to p + base - 1.
"""

from collections.abc import Mapping
from typing import Any

import highspy
import numpy

from scripts.disclosure.audit.solver import SECONDS, NotProvenError, linear_program, load_solver, sparse_rows
from scripts.disclosure.audit.system import Cell, System
from scripts.disclosure.tabulate.table import Table


def round_table(table: Table, base: int, seed: int) -> Mapping[str, int]:
    """The table in multiples of the base.

    seed: chance moves the weights a little, so that nobody can rely on the nearest multiple; keep it with the list.
    Raises NotProvenError where no such table was found in time.
    """
    names = list(table.counts)
    rest = numpy.array([table.counts[name] % base for name in names])
    program = _program(table, base, rest, numpy.random.default_rng(seed))
    solver = load_solver(program, SECONDS)
    solver.setOptionValue("mip_rel_gap", 0.01)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise NotProvenError("The table – was not rounded in time – use fewer dimensions or coarser codes.")
    steps = numpy.rint(solver.getSolution().col_value).astype(int)
    table_rounded = {
        name: table.counts[name] - int(rest[place]) + base * int(steps[place]) for place, name in enumerate(names)
    }
    _verify(table, table_rounded, base)
    return table_rounded


def rounded_system(table: Table, printed: Mapping[str, int], base: int) -> System:
    """What a reader of the rounded table knows: every cell within less than a base of what is printed."""
    cells = {name: Cell(max(0, value - base + 1), value + base - 1, base - 1) for name, value in printed.items()}
    return System(cells, table.margins)


def _program(table: Table, base: int, rest: Any, chance: numpy.random.Generator) -> Any:
    place = {name: column for column, name in enumerate(table.counts)}
    terms = [[(place[name], factor) for name, factor in equation.terms] for equation in table.margins]
    # True counts add up, so the rests that are cut off must be made good by steps of one base.
    sums = [sum(factor * int(rest[column]) for column, factor in row) // base for row in terms]
    costs = base - 2.0 * rest + chance.uniform(-base / 4, base / 4, len(rest))
    program = linear_program(sparse_rows(terms, sums), costs, (numpy.zeros(len(rest)), rest > 0))
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(rest)
    return program


def _verify(table: Table, printed: Mapping[str, int], base: int) -> None:
    """Never trust a solver: every shift below the base, every margin exact. Raises NotProvenError."""
    shifted = any(abs(printed[name] - count) >= base for name, count in table.counts.items())
    sums = any(sum(printed[name] * factor for name, factor in equation.terms) for equation in table.margins)
    if shifted or sums:
        raise NotProvenError("The rounded table – breaks a margin or a bound – report it as a fault of the program.")
