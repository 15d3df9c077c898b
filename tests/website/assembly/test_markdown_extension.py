"""Numbers in prose are figures, and parts of pages are slots."""

import json
from pathlib import Path

import pytest
from markdown import Markdown

from scripts.website.assembly.markdown_extension import ProseExtension
from scripts.website.text.figure_references import UnknownFigureError

FIGURES = {
    "invented-lost": {
        "text": "at least 7",
        "page": "/en/data/x.md#invented-lost",
        "told": "Nobody, 2000",
        "look": "figure",
        "counted": "",
        "dated": "",
    },
    "newest: invented-asked": {
        "text": "30",
        "page": "/en/data/x.md#invented-old",
        "told": "Nobody, May 1999",
        "look": "figure stale",
        "counted": "1999",
        "dated": "(as of May 1999)",
    },
}


@pytest.fixture
def markdown(tmp_path: Path) -> Markdown:
    file = tmp_path / "figures.json"
    file.write_text(json.dumps(FIGURES))
    return Markdown(extensions=["tables", ProseExtension(figures=str(file))])


def test_a_bound_figure_is_a_link_that_tells_who_counted(markdown: Markdown) -> None:
    assert markdown.convert("So [[invented-lost]] were lost.") == (
        '<p>So <a class="figure" href="/en/data/x.md#invented-lost" title="Nobody, 2000">at least 7</a> were lost.</p>'
    )


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        pytest.param("They asked [[newest: invented-asked]] times.", True, id="no year beside it"),
        pytest.param("Until 1999 they asked [[newest: invented-asked]] times.", False, id="the year beside it"),
        pytest.param("So [[invented-lost]] were lost.", False, id="a new count"),
    ],
)
def test_an_old_count_says_its_month_unless_the_paragraph_does(text: str, is_dated: bool, markdown: Markdown) -> None:
    assert ('<span class="as-of">(as of May 1999)</span>' in markdown.convert(text)) == is_dated


def test_an_unknown_figure_stops_the_build(markdown: Markdown) -> None:
    with pytest.raises(UnknownFigureError):
        markdown.convert("So [[invented-found]] were found.")


def test_a_slot_is_left_for_later(markdown: Markdown) -> None:
    assert markdown.convert("[[slot: chart-invented]]") == '<div data-slot="chart-invented"></div>'


def test_a_usual_link_stays_a_link(markdown: Markdown) -> None:
    assert markdown.convert("[a](b.html)") == '<p><a href="b.html">a</a></p>'


def test_cells_are_aligned_by_a_class_and_programs_keep_their_words(markdown: Markdown) -> None:
    table = markdown.convert('| a | b | c |\n| :- | :-: | - |\n| 1 | 2 | `style="text-align: left;"` |')
    assert table.count('class="align-left"') == table.count('class="align-center"') == 2
    assert table.count("style=") == 1
