"""Asks other programs what they find in a table, each in a process of its own that is stopped after some time."""

import json
import math
import subprocess
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from scripts.disclosure.audit.system import System
from tests.conftest import ROOT
from tests.disclosure.audit.tables import Table

ENVIRONMENT = ROOT / ".venv" / "oracles"
READY = (ENVIRONMENT / ".ready").exists()
# τ-ARGUS wants a largest number for every cell; none in our tests comes near it.
CEILING = 1_000_000
_NEAR = 1e-6


def tau_argus(system: System[str], folder: Path, seconds: float = 120) -> tuple[dict[str, tuple[int, int]], float]:
    """The range of every open cell by the audit of τ-ARGUS, in whole numbers, and the seconds that it took.

    Its ranges are continuous; whole numbers cannot lie nearer to the ends than the next ones inside.
    """
    file = folder / "table.jj"
    file.write_text("\n".join(_jj(system)) + "\n")
    names = list(system.cells)
    answer = _answer("run_tau_argus.py", file, seconds)
    ranges = {names[cell]: (math.ceil(low - _NEAR), math.floor(high + _NEAR)) for cell, low, high in answer["ranges"]}
    return ranges, answer["seconds"]


def gconfid(table: Table, withheld: Container[str], folder: Path, seconds: float = 120) -> tuple[set[str], float]:
    """The withheld cells that the audit of G-Confid calls exactly disclosed, and the seconds that it took.

    It wants the true numbers and bounds each cell by a multiple of its own, so that zeros must not be withheld.
    """
    names = [name for name, count in table.counts.items() if count]
    places = {name: place for place, name in enumerate(names, start=1)}
    cells = [(places[name], float(table.counts[name]), 1.0, "X" if name in withheld else "P") for name in names]
    constraints = [
        (number, places[name], sign)
        for number, margin in enumerate(table.margins, start=1)
        for name, sign in ((margin["total"], -1), *((part, 1) for part in margin["parts"]))
        if name in places
    ]
    file = folder / "table.json"
    file.write_text(json.dumps({"cells": cells, "constraints": constraints}))
    answer = _answer("run_gconfid.py", file, seconds)
    return {names[place - 1] for place in answer["exact"]}, answer["seconds"]


def _jj(system: System[str]) -> Iterator[str]:
    """The lines of a JJ file: place, number, weight, status, least and largest, three levels of each cell; margins."""
    places = {name: place for place, name in enumerate(system.cells)}
    yield "0"
    yield str(len(places))
    for name, cell in system.cells.items():
        high = CEILING if cell.high is None else cell.high
        yield f"{places[name]} {cell.low} 1 {'s' if cell.is_exact else 'u'} {cell.low} {high} 0 0 0"
    yield str(len(system.equations))
    for equation in system.equations:
        yield f"0 {len(equation.terms)} : " + " ".join(f"{places[name]} ({sign})" for name, sign in equation.terms)


def _answer(script: str, file: Path, seconds: float) -> Any:
    command = [ENVIRONMENT / "bin" / "python", Path(__file__).parent / script, file]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=True, cwd=file.parent)
    return json.loads(done.stdout.splitlines()[-1])
