"""Measures an earlier commit and this one in the same run, so that a slow machine is slow to both.

Part of python -m tests.bench; alone: python -m tests.bench_against COMMIT
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench_growth import seconds, write_multiplied
from tests.conftest import ROOT

BEFORE = "31cd476"
"""The last commit before the rooms were laid out anew."""

MAKE = ("make", "--silent", "--assume-old=.venv/.site")
TIMES = 10


def lines(before: str = BEFORE) -> Iterator[tuple[str, str, str]]:
    """Give what was measured, before and after, and the promise."""
    with tempfile.TemporaryDirectory() as folder:
        old = measured(checkout(before, Path(folder) / "before"))
        new = measured(checkout("HEAD", Path(folder) / "after"))
        promises = {
            "python -m scripts --help": "0.4 s",
            "make check": "2 s",
            "make site, nothing cached": "half",
            "make site, one row changed": "5 s",
        }
        for what, promise in promises.items():
            yield what, f"before {old[what]:.1f} s, now {new[what]:.1f} s", promise
        grown, now = site_of_many(Path(folder) / "many"), new["make site, nothing cached"]
        yield f"make site with {TIMES} times the figures", f"{grown:.1f} s, {grown / now:.1f} times", "3 times"


def checkout(commit: str, folder: Path) -> Path:
    """Clone a commit into a folder; it uses the environment of this checkout."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    subprocess.run(["git", "checkout", "--quiet", commit], cwd=folder, check=True)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def measured(root: Path) -> dict[str, float]:
    """Measure each command in a checkout, in seconds."""
    found = {
        "python -m scripts --help": seconds(root, sys.executable, "-m", "scripts", "--help"),
        "make check": seconds(root, *MAKE, "check"),
        "make site, nothing cached": seconds(root, *MAKE, "site"),
    }
    change_row(root / "datapackage" / "sources.csv")
    return {**found, "make site, one row changed": seconds(root, *MAKE, "site")}


def change_row(table: Path) -> None:
    """Change one cell of a table that readers see: the title of the first source."""
    head, first, *rest = table.read_text(encoding="utf-8").split("\n")
    code, _, others = first.partition(",")
    quote = '"' if others.startswith('"') else ""
    table.write_text(
        "\n".join((head, f"{code},{quote}Invented: {others.removeprefix(quote)}", *rest)), encoding="utf-8"
    )


def site_of_many(folder: Path) -> float:
    """Measure `make site` for a package with many times the figures, in seconds."""
    root = checkout("HEAD", folder)
    for name in ("datapackage", "docs", "LICENSE-DATA", "tests"):
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    write_multiplied(root, TIMES)
    return seconds(root, *MAKE, "site")


if __name__ == "__main__":
    for what, result, promised in lines(*sys.argv[1:]):
        print(f"{what:<45} {result:>40}   promised: {promised}")
