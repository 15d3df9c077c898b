"""Which cells to withhold so that nobody can work out a small one: the small ones first, then as little more as does.

Every line with a withheld cell gets enough withheld beside it; what the audit still finds is mended by a cheapest flow
(“Cell suppression”, Networks 22(4), 1992); what turns out not to be needed is shown again.
Withheld is 0 like 3: a zero can tell as much. Which cells were small and which only protect them is never said.
"""

from collections.abc import Mapping

from scripts.disclosure.audit.intervals import disclosed_cells
from scripts.disclosure.audit.solver import NotProvenError
from scripts.disclosure.audit.system import Cell, Equation, System
from scripts.disclosure.tabulate.network_flow import NetworkFlow
from scripts.disclosure.tabulate.table import Table

REPAIRS = 20
CLEANING = 24
"""How many of the largest cells that only protect others are tried once more without."""


def choose_suppressions(table: Table, minimum: int, width: int) -> frozenset[str]:
    """The cells to withhold: after this, no reader knows one of them within less than the width.

    Raises NotProvenError where that could not be reached or shown.
    """
    small = frozenset(name for name, count in table.counts.items() if count < minimum)
    withheld = _closed(table, set(small), width)
    flows = NetworkFlow(table, withheld)
    for _ in range(REPAIRS):
        open_to_readers = disclosed_cells(suppressed_system(table, withheld, width))
        if not open_to_readers:
            return frozenset(_cleaned(table, withheld, small, width))
        for name in open_to_readers:
            withheld |= flows.around(name, width)
    raise NotProvenError("The table – could not be protected by withholding cells – use coarser codes, or rounding.")


def suppressed_system(table: Table, withheld: frozenset[str] | set[str], width: int) -> System:
    """What a reader of the table knows: all cells exactly but the withheld ones."""
    return System(
        {
            name: Cell(0, None, width) if name in withheld else Cell(count, count)
            for name, count in table.counts.items()
        },
        table.margins,
    )


def _closed(table: Table, withheld: set[str], width: int) -> set[str]:
    """Withhold the cheapest beside each withheld cell until every line hides at least the width, in two cells."""
    before = -1
    while before < len(withheld):
        before = len(withheld)
        for equation in table.margins:
            withheld |= _beside(equation, table.counts, withheld, width)
    return withheld


def _beside(equation: Equation, counts: Mapping[str, int], withheld: set[str], width: int) -> set[str]:
    total, parts = equation.terms[0][0], [name for name, _ in equation.terms[1:]]
    hidden = [name for name in parts if name in withheld]
    if not hidden or (total in withheld and len(hidden) > 1):
        return set()
    extra: set[str] = set()
    for name in sorted((name for name in parts if name not in withheld), key=lambda name: (counts[name], name)):
        if _hides_enough([counts[name] for name in (*hidden, *extra)], width):
            break
        extra.add(name)
    if not _hides_enough([counts[name] for name in (*hidden, *extra)], width) and total not in withheld:
        extra.add(total)
    return extra


def _hides_enough(hidden: list[int], width: int) -> bool:
    """Two cells or more, together at least the width, also for somebody who alone makes up a cell of one."""
    if len(hidden) < 2 or sum(hidden) < width:
        return False
    return len(hidden) > 2 or 1 not in hidden


def _cleaned(table: Table, withheld: set[str], small: frozenset[str], width: int) -> set[str]:
    """Show again, largest first, what was withheld only to protect others and is not needed for it."""
    candidates = sorted(withheld - small, key=lambda name: (-table.counts[name], name))
    for name in candidates[:CLEANING]:
        fewer = withheld - {name}
        lines = (equation for equation in table.margins if name in dict(equation.terms))
        if all(not _beside(line, table.counts, set(fewer), width) for line in lines) and not disclosed_cells(
            suppressed_system(table, fewer, width)
        ):
            withheld = fewer
    return withheld
