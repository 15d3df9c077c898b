"""Chooses the cells to withhold so that nobody can work out a small one: the small ones, then as few more as possible.

In every line with a withheld cell enough others are withheld to hide it; what the audit still finds, a cheapest flow
repairs (“Cell suppression”, Networks 22(4), 1992); what turns out not to be needed is published again.
A small cell is withheld even if it is zero, because a zero can disclose as much as a three. Which cells were small and
which only protect them is never published.
"""

from collections.abc import Mapping

from scripts.disclosure.audit.intervals import disclosed_cells
from scripts.disclosure.audit.solver import NotProvenError
from scripts.disclosure.audit.system import Cell, Equation, System
from scripts.disclosure.tabulate.network_flow import NetworkFlow
from scripts.disclosure.tabulate.table import Codes, Table

REPAIRS = 20
"""After how many audits that still find disclosed cells protection has failed."""
TRIALS = 24
"""How many of the largest cells that only protect others are tried once more without."""


def choose_suppressions(table: Table, minimum: int, width: int) -> frozenset[Codes]:
    """Choose the cells to withhold so that no reader knows one of them within less than the width.

    Raises NotProvenError where that could not be reached or shown.
    """
    small = frozenset(cell for cell, count in table.counts.items() if count < minimum)
    withheld = _close_lines(table, set(small), width)
    flow = NetworkFlow(table, withheld)
    for _ in range(REPAIRS):
        disclosed = disclosed_cells(suppressed_system(table, withheld, width))
        if not disclosed:
            return frozenset(_publish_unneeded(table, withheld, small, width))
        for cell in disclosed:
            withheld |= flow.protect(cell, width)
    raise NotProvenError("The table – could not be protected by withholding cells – use coarser codes, or rounding.")


def suppressed_system(table: Table, withheld: frozenset[Codes] | set[Codes], width: int) -> System[Codes]:
    """The system that a reader of the table sees: all cells exact but the withheld ones."""
    return System(
        {
            cell: Cell(0, None, width) if cell in withheld else Cell(count, count)
            for cell, count in table.counts.items()
        },
        table.margins,
    )


def _close_lines(table: Table, withheld: set[Codes], width: int) -> set[Codes]:
    """Withhold the smallest cells of each line with a withheld one, until all lines hide the width in two cells."""
    before = -1
    while before < len(withheld):
        before = len(withheld)
        for equation in table.margins:
            withheld |= _missing_in_line(equation, table.counts, withheld, width)
    return withheld


def _missing_in_line(
    equation: Equation[Codes], counts: Mapping[Codes, int], withheld: set[Codes], width: int
) -> set[Codes]:
    """The cells of one line to withhold, too, so that it hides enough."""
    total, parts = equation.terms[0][0], [cell for cell, _ in equation.terms[1:]]
    hidden = [cell for cell in parts if cell in withheld]
    if not hidden or (total in withheld and len(hidden) > 1):
        return set()
    extra: set[Codes] = set()
    for cell in sorted((cell for cell in parts if cell not in withheld), key=lambda cell: (counts[cell], cell)):
        if _hides_enough([counts[cell] for cell in (*hidden, *extra)], width):
            break
        extra.add(cell)
    if not _hides_enough([counts[cell] for cell in (*hidden, *extra)], width) and total not in withheld:
        extra.add(total)
    return extra


def _hides_enough(hidden: list[int], width: int) -> bool:
    """Whether there are two cells or more, together at least the width; three where one is a single person's cell."""
    if len(hidden) < 2 or sum(hidden) < width:
        return False
    return len(hidden) > 2 or 1 not in hidden


def _publish_unneeded(table: Table, withheld: set[Codes], small: frozenset[Codes], width: int) -> set[Codes]:
    """Publish again, largest first, what was withheld only to protect others and is not needed for it."""
    candidates = sorted(withheld - small, key=lambda cell: (-table.counts[cell], cell))
    for cell in candidates[:TRIALS]:
        fewer = withheld - {cell}
        lines = (equation for equation in table.margins if cell in dict(equation.terms))
        if all(not _missing_in_line(line, table.counts, set(fewer), width) for line in lines) and not disclosed_cells(
            suppressed_system(table, fewer, width)
        ):
            withheld = fewer
    return withheld
