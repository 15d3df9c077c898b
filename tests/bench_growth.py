"""Measures how check and build grow: on a package with many times the figures; part of python -m tests.bench.

The package is the real one with invented copies of its figures, each 40 years before the last, so that every copy keeps
all rules. Their identifiers say so: the first copy of the second row of `deaths` is `invented-deaths-2-1`. To keep
such a package: python -m tests.bench_growth FOLDER TIMES
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

TIMES = 50
YEARS = 40
DAYS = ("period_start", "period_end", "counted_on")

Row = dict[str, str]


def lines() -> Iterator[tuple[str, str, str]]:
    """What was measured, how long it took, and what is promised."""
    with tempfile.TemporaryDirectory() as name:
        rows = write_multiplied(Path(name), TIMES)
        for command, promised in (("check", "10 s"), ("build", "–")):
            taken = seconds(ROOT, *command_on(Path(name), command))
            yield f"{command} of a package with {rows:,} figures", f"{taken:.1f} s", promised


def command_on(folder: Path, command: str) -> tuple[str, ...]:
    """The line that runs a command on the package in a folder."""
    options = ("--into", str(folder), "--created", "2026-01-01") if command == "build" else ()
    return (sys.executable, "-m", "scripts", command, "--package", str(folder / "datapackage"), *options)


def seconds(root: Path, *command: str) -> float:
    """How long a command takes in a folder."""
    start = time.monotonic()
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return time.monotonic() - start


def write_multiplied(folder: Path, times: int) -> int:
    """Copy the package and its pages into a folder, with so many times the figures; return how many these are."""
    shutil.copytree(ROOT / "datapackage", folder / "datapackage")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("data"))
    (folder / "tests").symlink_to(ROOT / "tests")
    shutil.copy(ROOT / "LICENSE-DATA", folder)
    rows = 0
    for table in figure_tables(folder / "datapackage"):
        with table.open(encoding="utf-8", newline="") as file:
            originals = list(csv.DictReader(file))
        name = f"invented-{table.stem.replace('_', '-')}"
        copies = [
            {**earlier_row(row, YEARS * copy), "figure": f"{name}-{number}-{copy}"}
            for copy in range(1, times)
            for number, row in enumerate(originals, start=2)
        ]
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(originals[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows([*originals, *copies])
        rows += len(originals) + len(copies)
    return rows


def figure_tables(package: Path) -> Iterator[Path]:
    """The tables whose key is the field `figure`."""
    for resource in json.loads((package / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        schema = json.loads((package / resource["schema"]).read_text(encoding="utf-8"))
        if schema.get("primaryKey") in ("figure", ["figure"]):
            yield package / resource["path"]


def earlier_row(row: Row, years: int) -> Row:
    """A row with its days so many years earlier; counted earlier, a figure is older than its source as well."""
    return {**row, **{name: earlier(row[name], years) for name in DAYS}}


def earlier(day: str, years: int) -> str:
    """A day, month or year so many years earlier; the last of February becomes one that every year has."""
    return re.sub(r"^\d{4}", lambda year: f"{int(year[0]) - years:04}", day).replace("-02-29", "-02-28")


if __name__ == "__main__":
    write_multiplied(Path(sys.argv[1]), int(sys.argv[2]))
