"""A worked example is run on the release, and what it prints and draws is what a page shows."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.checks import Cleared
from scripts.reading.declarations.worked_examples import WorkedExample
from scripts.website.charts.worked_examples import ExampleError, run_examples

CODE = '''"""How many invented rows are there?"""

import altair as alt
import pandas as pd

table = pd.read_csv("{{ package }}/data/invented_counts.csv")
print(len(table), "rows")
chart = (
    alt.Chart(table).mark_bar().encode(x="value:Q", y="figure:N")
    .properties(width=200, height=100, title="Invented rows", description="Invented bars.")
)'''


@pytest.fixture
def release(cleared: Cleared) -> Cleared:
    return cleared


def run(code: str, release: Cleared) -> object:
    example = WorkedExample("invented", "missing", "docs/examples/invented.py", code)
    return run_examples((example,), release, release.labels["en"])[0]


def test_it_prints_and_draws_what_the_release_says(release: Cleared) -> None:
    shown = run_examples((WorkedExample("invented", "missing", "invented.py", CODE),), release, release.labels["en"])[0]
    figures = [figure for figure in release.figures if figure.resource == "invented_counts"]
    assert shown.printed == f"{len(figures)} rows"
    assert shown.code == CODE.replace("{{ package }}", "package")


def test_its_picture_has_name_text_and_the_colour_of_its_status(release: Cleared) -> None:
    picture = run_examples((WorkedExample("invented", "missing", "invented.py", CODE),), release, release.labels["en"])[
        0
    ].picture
    assert 'role="img"' in picture
    assert '<title id="example-invented-title">Invented rows</title>' in picture
    assert '<desc id="example-invented-text">Invented bars.</desc>' in picture
    assert "var(--missing)" in picture
    assert "#4c78a8" not in picture


def test_one_that_stops_is_named_with_its_line_and_never_with_what_it_read(release: Cleared) -> None:
    with pytest.raises(ExampleError) as caught:
        run(CODE.replace("print(len(table)", 'raise ValueError(table["value"][0]'), release)
    assert str(caught.value) == (
        "docs/examples/invented.py, line 7 – the example stops with ValueError – run it beside an unpacked copy and "
        "mend it."
    )


def test_one_that_draws_nothing_is_refused(release: Cleared) -> None:
    with pytest.raises(ExampleError, match="KeyError"):
        run('print("nothing")', release)


def test_what_is_kept_is_what_it_prints_and_draws(release: Cleared, tmp_path: Path) -> None:
    examples = (WorkedExample("invented", "missing", "invented.py", CODE),)
    fresh = run_examples(examples, release, release.labels["en"])
    cold = run_examples(examples, release, release.labels["en"], tmp_path)
    kept = {file: file.read_bytes() for file in tmp_path.rglob("*.*")}
    assert run_examples(examples, release, release.labels["en"], tmp_path) == cold == fresh
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.*")} == kept
    assert sorted(file.suffix for file in kept) == [".json", ".svg"]


def test_it_is_run_again_when_the_package_or_the_program_changes(valid: Path, release: Cleared, tmp_path: Path) -> None:
    examples = (WorkedExample("invented", "missing", "invented.py", CODE),)
    (before,) = run_examples(examples, release, release.labels["en"], tmp_path)
    other = (WorkedExample("invented", "missing", "invented.py", CODE.replace('"rows"', '"lines"')),)
    assert run_examples(other, release, release.labels["en"], tmp_path)[0].printed == before.printed.replace(
        "rows", "lines"
    )
    copy = tmp_path / "copy"
    shutil.copytree(valid, copy)
    table = copy / "data/invented_counts.csv"
    table.write_text("".join(table.read_text().splitlines(keepends=True)[:-1]))
    shorter = replace(release, package=replace(release.package, root=copy))
    rows = int(before.printed.split()[0])
    assert run_examples(examples, Cleared(shorter), release.labels["en"], tmp_path)[0].printed == f"{rows - 1} rows"
