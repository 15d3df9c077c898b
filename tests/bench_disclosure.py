"""Measures the audit of withheld cells on a table of invented people, and other programs' on the same in the same run.

Run with a file as its argument it is the process that is measured: it audits the file and prints seconds and megabytes.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.disclosure.intervals import intervals
from scripts.disclosure.system import read_system
from tests.conftest import ROOT
from tests.disclosure.oracles.asking import READY, gconfid, tau_argus
from tests.disclosure.tables import invented_regions_by_months, small_and_a_second

PATIENCE = 300
TIMES = 20

Line = tuple[str, str, str]


def lines() -> list[Line]:
    """What, measured, promised: ours, then each of the others where make oracles has installed them."""
    table = invented_regions_by_months()
    withheld = small_and_a_second(table)
    content = table.withholding(withheld)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "system.json"
        file.write_text(json.dumps(content))
        ours = audit_apart(file)
        others: dict[str, Callable[[], float]] = {
            "τ-ARGUS": lambda: tau_argus(read_system(content), folder, PATIENCE)[1],
            "G-Confid": lambda: gconfid(table, withheld, folder, PATIENCE)[1],
        }
        what = f"audit of {len(table.counts):,} cells, {len(withheld):,} withheld"
        first = (what, f"{ours['seconds']:.2f} s, {ours['megabytes']:.0f} MB", "–")
        return [first, *(other(program, ask, ours["seconds"]) for program, ask in others.items())]


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


def audit_apart(file: Path) -> Any:
    """The seconds and the peak megabytes of our audit in a process of its own."""
    command = [sys.executable, "-m", "tests.bench_disclosure", str(file)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def main(file: Path) -> None:
    """Audit a file, reading included, and print what it took."""
    start = time.perf_counter()
    intervals(read_system(json.loads(file.read_text())))
    seconds = time.perf_counter() - start
    # Linux alone; getrusage would count what the process that started this one had in memory.
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    megabytes = int(status["VmHWM"].split()[0]) / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
