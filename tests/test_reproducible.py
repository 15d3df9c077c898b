"""Two builds of one state of the sources give the same bytes, and none of these bytes tells what is withheld.

Both copies that are built have one figure withheld that the checkout publishes, so that its number can be looked for.
"""

import csv
import gzip
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.conftest import ROOT

FIGURE, NUMBER = "named-list-prisoner-2025-11-07", "18876"
SETTINGS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "COLUMNS": "40"},
    {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4000", "COLUMNS": "200"},
)


def copied(into: Path) -> Path:
    """The sources as they are in the checkout, without anything that was computed."""
    named = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(named, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0"):
        if name and not name.startswith(("tests/", "releases/")) and (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, into / name)
    withhold(into)
    return into


def withhold(root: Path) -> None:
    """Withhold one figure of the package in a copy of the sources, which stands before its first release."""
    revisions = root / "datapackage/revisions.csv"
    revisions.write_text(revisions.read_text().splitlines()[0] + "\n")
    table = root / "datapackage/data/deaths.csv"
    before = table.read_text()
    rows = list(csv.DictReader(before.splitlines()))
    for row in rows:
        if row["figure"] == FIGURE:
            assert row["value"] == NUMBER
            row |= {"value": "", "status": "suppressed", "note": "Withheld: a small cell."}
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def telling(folder: Path) -> set[str]:
    """The kinds of files in which the number stands, written in any of the usual ways; what is packed is opened."""
    forms = [f"{NUMBER[:-3]}{mark}{NUMBER[-3:]}".encode() for mark in ("", ",", ".", " ", "\u00a0", "\u202f", "&nbsp;")]
    found = set()
    for name, content in contents(folder).items():
        parts = OPENED.get(Path(name).suffix, plain)(content)
        if any(form in part for part in parts for form in forms):
            found.add(Path(name).suffix)
    return found


def plain(content: bytes) -> list[bytes]:
    return [content]


def unzipped(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(member) for member in archive.namelist()]


def dumped(content: bytes) -> list[bytes]:
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(content)
        return [line.encode() for line in connection.iterdump()]


def spelled(content: bytes) -> list[bytes]:
    """A table in a format of its own, as text: what it holds and what it says of itself."""
    if content.startswith(b"PAR1"):
        return [str(pq.read_table(io.BytesIO(content)).to_pylist()).encode(), content]
    return [pd.read_stata(io.BytesIO(content)).to_csv().encode(), content]


OPENED = {
    ".zip": unzipped,
    ".xlsx": unzipped,
    ".gz": lambda content: [gzip.decompress(content)],
    ".sqlite": dumped,
    ".parquet": spelled,
    ".dta": spelled,
}


def start(root: Path, settings: dict[str, str]) -> "subprocess.Popen[str]":
    """Begin to build the site of a checkout under some settings."""
    build = f'"{sys.executable}" -m scripts build --created 2026-11-23'
    finish = f'"{sys.executable}" -m scripts finish --created 2026-11-23'
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "1795392000"}
    environment = {**os.environ, **quiet, **settings}
    line = ["sh", "-c", f"{build} && {finish}"]
    return subprocess.Popen(line, cwd=root, env=environment, stderr=subprocess.PIPE, text=True)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    first = copied(tmp_path_factory.mktemp("one"))
    second = copied(tmp_path_factory.mktemp("another") / "deeper" / "with a space")
    builds = [start(root, settings) for root, settings in zip((first, second), SETTINGS, strict=True)]
    for build in builds:
        _, said = build.communicate()
        assert build.returncode == 0, said
    return first, second


@pytest.mark.parametrize("folder", ["build", "docs", "site"])
def test_every_file_is_the_same_to_the_byte(folder: str, built: tuple[Path, Path]) -> None:
    first, second = (contents(root / folder) for root in built)
    assert len(first) > 30
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_withheld_number_stands_in_no_byte(built: tuple[Path, Path]) -> None:
    assert {".html", ".csv", ".zip", ".xlsx", ".sqlite", ".parquet", ".dta"} <= telling(ROOT / "site")
    assert telling(built[0] / "site") == set()
    assert telling(built[0] / "build") == set()
