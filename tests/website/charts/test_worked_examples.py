"""A worked example is run on the release, and what it prints and draws is what a page shows."""

from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.reading.declarations.worked_examples import WorkedExample
from scripts.website.charts.worked_examples import ExampleError, run_examples

CODE = '''"""How many invented rows are there?"""

import altair as alt
import pandas as pd

table = pd.read_csv("package/data/invented_counts.csv")
print(len(table), "rows")
chart = (
    alt.Chart(table).mark_bar().encode(x="value:Q", y="figure:N")
    .properties(width=200, height=100, title="Invented rows", description="Invented bars.")
)'''


@pytest.fixture
def release(valid: Path) -> Cleared:
    return clear(valid)


def run(code: str, release: Cleared) -> object:
    example = WorkedExample("invented", "missing", "docs/examples/invented.py", code)
    return run_examples((example,), release, release.labels["en"])[0]


def test_it_prints_and_draws_what_the_release_says(release: Cleared) -> None:
    shown = run_examples((WorkedExample("invented", "missing", "invented.py", CODE),), release, release.labels["en"])[0]
    figures = [figure for figure in release.figures if figure.resource == "invented_counts"]
    assert shown.printed == f"{len(figures)} rows"
    assert shown.code == CODE


def test_its_picture_has_name_text_and_the_hue_of_its_status(release: Cleared) -> None:
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
