"""Measures protection and audit on a table of invented people, and other programs' audit of the same in the same run.

Run with an action and a file it is the process that is measured: it does the one thing and prints what that took.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from scripts.checks import disclosure as withheld_check
from scripts.disclosure.audit.intervals import disclosed_cells, exact_intervals
from scripts.disclosure.audit.system import Cell, Equation, System, margin_equation, numbered_margin, read_system
from scripts.disclosure.tabulate.cell_suppression import choose_suppressions, suppressed_system
from scripts.disclosure.tabulate.controlled_rounding import round_table
from scripts.disclosure.tabulate.table import Codes, Table
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.archives import read_archives
from scripts.reading.release.release import read_release
from tests.conftest import ROOT
from tests.disclosure.audit.oracles.asking import READY, gconfid, tau_argus
from tests.disclosure.audit.tables import invented_regions_by_months

PATIENCE = 300
TIMES = 20

Line = tuple[str, str, str]


def lines() -> list[Line]:
    """What, measured, promised: ours, then each of the others where make oracles has installed them."""
    table = invented_regions_by_months()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "table.json").write_text(json.dumps({"counts": table.counts, "margins": table.margins}))
        withheld = set(measured("protect", folder / "table.json")["withheld"])
        content = table.withholding(withheld)
        (folder / "system.json").write_text(json.dumps(content))
        cells = f"{len(table.counts):,} cells"
        ours = measured("audit", folder / "system.json")
        others: dict[str, Callable[[], float]] = {
            "τ-ARGUS": lambda: tau_argus(read_system(content), folder, PATIENCE)[1],
            "G-Confid": lambda: gconfid(table, withheld, folder, PATIENCE)[1],
        }
        return [
            line(f"withhold and audit {cells}", measured("protect", folder / "table.json"), "5 s, 500 MB"),
            line(f"round {cells}, additive", measured("round", folder / "table.json"), "2 s, 500 MB"),
            line("audit of two releases, one on the other", measured("stack", folder / "table.json"), "60 s, 500 MB"),
            line("withheld over the package and all releases", measured("package", ROOT / "datapackage"), "2 s"),
            line(f"exact ranges of {len(withheld):,} of {cells}", ours, "–"),
            *(other(program, ask, ours["seconds"]) for program, ask in others.items()),
        ]


def line(what: str, found: Any, promised: str) -> Line:
    """A line for something of ours."""
    return what, f"{found['seconds']:.2f} s, {found['megabytes']:.0f} MB", promised


def other(program: str, ask: Callable[[], float], ours: float) -> Line:
    """How long another program's audit took, and how many times ours that is."""
    what, promised = f"the same by {program}", f"at least {TIMES} times ours"
    if not READY:
        return what, "not installed: make oracles", promised
    try:
        seconds = ask()
    except subprocess.TimeoutExpired:
        return what, f"stopped after {PATIENCE} s, over {PATIENCE / ours:.0f} times ours", promised
    return what, f"{seconds:.1f} s, {seconds / ours:.0f} times ours", promised


def measured(what: str, file: Path) -> Any:
    """The seconds and the peak megabytes of one of ours in a process of its own, and what it found."""
    command = [sys.executable, "-m", "tests.bench_disclosure", what, str(file)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def read_table(file: Path) -> Table:
    """A table of invented people, as our own code has it."""
    content = json.loads(file.read_text())
    counts = {codes_of(name): count for name, count in content["counts"].items()}
    margins = tuple(
        margin_equation(numbered_margin(number), codes_of(margin["total"]), tuple(map(codes_of, margin["parts"])))
        for number, margin in enumerate(content["margins"], start=1)
    )
    return Table(("region", "month"), counts, margins)


def codes_of(name: str) -> Codes:
    """The codes in the name of a cell, as the file has it."""
    return tuple(name.split("|"))


def protect(file: Path) -> list[str]:
    """Withhold what must be withheld, and prove that it is enough."""
    table = read_table(file)
    withheld = choose_suppressions(table, 10, 10)
    assert disclosed_cells(suppressed_system(table, withheld, 10)) == ()
    return sorted("|".join(codes) for codes in withheld)


def round_all(file: Path) -> list[str]:
    """Round a table."""
    round_table(read_table(file), 10, 1)
    return []


def stack(file: Path) -> list[str]:
    """Two releases of one table, 500 people apart, each protected alone, and the growth between them."""
    first = read_table(file)
    grown = dict(first.counts)
    chance = Random(5)
    inner = sorted(codes for codes in first.counts if codes[0].startswith("r") and codes[1].startswith("m"))
    for cell in chance.choices(inner, k=500):
        for whole in wholes(cell, first):
            grown[whole] += 1
    cells: dict[Codes, Cell] = {}
    equations = []
    for version, counts in (("1", first.counts), ("2", grown)):
        table = Table(first.dimensions, counts, first.margins)
        system = suppressed_system(table, choose_suppressions(table, 10, 10), 10)
        cells |= {(version, *codes): cell for codes, cell in system.cells.items()}
        equations += [Equation(e.place, tuple(((version, *c), f) for c, f in e.terms)) for e in system.equations]
    for number, codes in enumerate(first.counts, start=1):
        cells["+", *codes] = Cell(0, None, 10, below=10)
        equations.append(margin_equation(numbered_margin(number), ("2", *codes), (("1", *codes), ("+", *codes))))
    return ["|".join(codes) for codes in disclosed_cells(System(cells, tuple(equations)))]


def wholes(cell: Codes, table: Table) -> set[Codes]:
    """A cell and every total that it is in."""
    found, waiting = {cell}, [cell]
    above: dict[Codes, set[Codes]] = defaultdict(set)
    for equation in table.margins:
        for part, _ in equation.terms[1:]:
            above[part].add(equation.terms[0][0])
    while waiting:
        more = above[waiting.pop()] - found
        found |= more
        waiting += more
    return found


def package(folder: Path) -> list[str]:
    """The real package over all releases, reading included."""
    release = read_release(read_package(folder), None, read_archives(folder.parent / "releases"))
    return [finding.code for finding in withheld_check.check(release)]


def audit(file: Path) -> list[str]:
    """Exact ranges of a system, reading included."""
    exact_intervals(read_system(json.loads(file.read_text())))
    return []


ACTIONS: dict[str, Callable[[Path], list[str]]] = {
    "protect": protect,
    "round": round_all,
    "stack": stack,
    "package": package,
    "audit": audit,
}


def main(what: str, file: Path) -> None:
    """Do one thing and print what it took."""
    start = time.perf_counter()
    found = ACTIONS[what](file)
    seconds = time.perf_counter() - start
    # Linux alone; getrusage would count what the process that started this one had in memory.
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    megabytes = int(status["VmHWM"].split()[0]) / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "withheld": found}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
