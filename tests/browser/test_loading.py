"""Every program that a page shows for loading a table, run against the built site as it is served, or as a copy."""

import ast
import contextlib
import csv
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import takewhile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from scripts.reading.declarations.code_samples import (
    read_code_samples,
    read_flat_samples,
    read_vintage_samples,
)
from scripts.reading.package.descriptor import read_package
from scripts.reading.package.figures import figure_resources
from tests.browser.serving import RangingHandler, served
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

DOCS = ROOT / "docs"
TABLES = [resource.name for resource in figure_resources(read_package(ROOT / "datapackage"))]
PROGRAMS = {program.loader.loader: program for program in read_code_samples(DOCS)}
PYTHON = [name for name, program in PROGRAMS.items() if program.loader.language == "python"]
R = [name for name, program in PROGRAMS.items() if program.loader.language == "r" and program.loader.runs]
R_PACKAGES = {"r-base": "base", "r-readr": "readr", "r-frictionless": "frictionless"}
FLAT = {program.loader.loader: program for program in read_flat_samples(DOCS)}
NUMBERS = ("value", "value_low", "value_high")
_BLOCK = re.compile(r"<pre><code>(.*?)</code></pre>", re.DOTALL)
_LOAD = re.compile(r'<h3 id="load">.*?<details class="codebook"', re.DOTALL)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served to programs, which ask for parts of files."""
    with served(site, RangingHandler) as place:
        yield place


def rows_of(site: Path, table: str) -> list[dict[str, str]]:
    with (site / f"package/data/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published(site: Path, table: str) -> int:
    return sum(row["status"] == "published" for row in rows_of(site, table))


def length(table: Any) -> int:
    """How many rows a table has, whatever kind of table it is."""
    return len(table.fetchall() if hasattr(table, "fetchall") else table)


def columns_of(table: Any) -> dict[str, list[Any]]:
    """The columns of a table, whatever kind of table it is."""
    if hasattr(table, "fetchall"):
        return dict(zip(table.columns, map(list, zip(*table.fetchall(), strict=True)), strict=True))
    return {name: list(table[name]) for name in table.columns}


def has_r(package: str = "readr") -> bool:
    """Whether there is an R that has a package; `r.sh` looked for R with readr when the tests were set up."""
    asked = ["Rscript", "-e", f"library({package})"]
    return bool(shutil.which("Rscript")) and subprocess.run(asked, capture_output=True, check=False).returncode == 0


def run_in_turn(programs: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The names after each program; what it begins with in the very words of the one before is not run again."""
    before: list[str] = []
    states: list[dict[str, Any]] = [{}]
    for program in programs:
        statements = [ast.unparse(statement) for statement in ast.parse(program).body]
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, statements, strict=False))
        del states[len([*same]) + 1 :]
        for statement in statements[len(states) - 1 :]:
            states.append({**states[-1]})
            exec(compile(statement, "program", "exec"), states[-1])
        before = statements
        yield states[-1]


@contextlib.contextmanager
def after_each(programs: Iterable[str], site: Path) -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
    """Each table with the names after its program, run as a reader runs it: on the web, or beside an unpacked copy."""
    with contextlib.chdir(site):
        yield zip(TABLES, run_in_turn(programs), strict=True)


@pytest.mark.parametrize("name", PYTHON)
def test_a_line_of_python_loads_every_table(name: str, site: Path, address: str) -> None:
    programs = [PROGRAMS[name].of(table, f"{address}/").short for table in TABLES]
    with after_each(programs, site) as loaded:
        for table, names in loaded:
            assert length(names["table"]) == len(rows_of(site, table)), table


@pytest.mark.parametrize("name", ["pandas", "polars", "duckdb"])
def test_a_line_of_python_loads_numbers_as_numbers(name: str, site: Path, address: str) -> None:
    programs = [PROGRAMS[name].of(table, f"{address}/").short for table in TABLES]
    with after_each(programs, site) as loaded:
        for table, names in loaded:
            numbers = columns_of(names["table"])["value"]
            assert {type(cell) for cell in numbers} <= {int, float, type(None)}, table


@pytest.mark.parametrize("name", PYTHON)
def test_a_few_lines_of_python_take_what_is_published(name: str, site: Path, address: str) -> None:
    programs = [PROGRAMS[name].of(table, f"{address}/").long for table in TABLES]
    with after_each(programs, site) as taken:
        for table, names in taken:
            assert length(names["told"]) == published(site, table), table


@pytest.mark.parametrize("name", R)
def test_r_loads_every_table(name: str, site: Path, address: str) -> None:
    package = R_PACKAGES[name]
    if not has_r(package):
        pytest.skip(f"R with its package {package} – is not here – install R, then: install.packages('{package}')")
    programs = [PROGRAMS[name].of(table, f"{address}/") for table in TABLES]
    said = 'stopifnot(is.numeric(table$value)); cat(nrow(table), "\\n")'
    script = "\n".join(f"{p.short}\n{said}\n{p.long}\n{said}\ncat(nrow(told), '\\n')" for p in programs)
    done = subprocess.run(["Rscript", "-"], input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    counts = [(len(rows_of(site, t)), len(rows_of(site, t)), published(site, t)) for t in TABLES]
    assert [int(word) for word in done.stdout.split()] == [number for triple in counts for number in triple]


def test_sql_asks_every_table(site: Path) -> None:
    database = next((site / "formats").glob("*.sqlite"))
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        for table in TABLES:
            program = PROGRAMS["sqlite"].of(table)
            assert len(connection.execute(program.short).fetchall()) == len(rows_of(site, table))
            told = connection.execute(program.long)
            assert "indicator_title" in [column[0] for column in told.description]
            assert len(told.fetchall()) == published(site, table)


@pytest.mark.parametrize("name", [name for name in FLAT if name in PYTHON])
def test_a_line_of_python_loads_all_figures_with_their_types(name: str, site: Path, address: str) -> None:
    with contextlib.chdir(site):
        (names,) = run_in_turn([FLAT[name].of("figures", f"{address}/").short])
        loaded = pd.DataFrame(columns_of(names["figures"]))
    assert len(loaded) == sum(len(rows_of(site, table)) for table in TABLES)
    assert all(pd.api.types.is_float_dtype(loaded[column].astype("float64")) for column in NUMBERS)
    assert {type(release) for release in loaded["release_first_seen"]} == {str}
    assert set(loaded["resource"]) == set(TABLES)


@pytest.mark.parametrize("name", [name for name in FLAT if name in R])
def test_r_loads_all_figures_with_their_types(name: str, site: Path, address: str) -> None:
    if not has_r():
        pytest.skip("R – is not here and could not be installed – on Debian: apt install r-base-core r-cran-readr")
    said = 'cat(nrow(figures), is.numeric(figures$value), is.character(figures$release_first_seen), "\\n")'
    script = f"{FLAT[name].of('figures', f'{address}/').short}\n{said}"
    done = subprocess.run(["Rscript", "-"], input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(sum(len(rows_of(site, table)) for table in TABLES)), "TRUE", "TRUE"]


def test_sql_loads_all_figures(site: Path) -> None:
    database = next((site / "formats").glob("*.sqlite"))
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        loaded = connection.execute(FLAT["sqlite"].of("figures").short).fetchall()
    assert len(loaded) == sum(len(rows_of(site, table)) for table in TABLES)


def test_the_page_shows_the_programs_that_load_all_figures(site: Path) -> None:
    page = (site / "en/research/loading.html").read_text(encoding="utf-8")
    shown = [unescape(block) for block in _BLOCK.findall(page)]
    assert {sample.of("figures").short for sample in FLAT.values()} <= set(shown)


@pytest.mark.parametrize("day", ["2022-12-31", "2024-12-31", "2026-12-31"])
def test_a_table_is_given_as_it_was_known_on_a_day(day: str, address: str) -> None:
    program = read_vintage_samples(DOCS, f"{address}/")["5"]
    assert '"2024-12-31"' in program
    (names,) = run_in_turn([program.replace("2024-12-31", day)])
    table = names["table"]
    assert len(table) > 0
    assert max(table["known_on"]) <= day
    assert max(table["counted_last_day"]) <= day


def test_a_table_is_given_as_a_release_had_it(site: Path, address: str) -> None:
    program = read_vintage_samples(DOCS, f"{address}/")["1"]
    (names,) = run_in_turn([program])
    table = names["table"]
    with (site / "releases/vintages.csv").open(encoding="utf-8", newline="") as file:
        vintages = list(csv.DictReader(file))
    releases = set(table["release"])
    assert len(releases) == 1
    own = [row for row in vintages if row["release"] in releases and row["resource"] == "deaths"]
    assert len(table) == len(own) > 0


@pytest.mark.parametrize("table", TABLES)
def test_a_page_shows_these_programs_and_no_others(table: str, site: Path) -> None:
    section = _LOAD.search((site / f"en/data/{table}.html").read_text(encoding="utf-8"))
    assert section
    shown = [unescape(block) for block in _BLOCK.findall(section[0])]
    assert shown == [text for p in PROGRAMS.values() for text in (p.of(table).short, p.of(table).long)]


def test_what_is_not_run_is_said(site: Path) -> None:
    unrun = [name for name, program in PROGRAMS.items() if not program.loader.runs]
    shown = [program.loader.loader for program in (*PROGRAMS.values(), *FLAT.values())]
    page = (site / "en/research/loading.html").read_text(encoding="utf-8")
    assert unrun == ["stata"]
    assert page.count("Not run by our tests") == sum(shown.count(name) for name in unrun)
