"""What was corrected, as readers are told."""

from datetime import date
from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.reading.package.revisions import Revision
from scripts.website.pages import corrections, generate
from scripts.website.pages.context import PageContext
from scripts.website.pages.corrections import Correction
from scripts.website.text.changed_cells import ChangedCell, changed_cell
from tests.website.pages.test_generate import Sizes


@pytest.fixture
def release(revised: Path) -> Cleared:
    return clear(revised, None, revised.parent / "releases")


@pytest.fixture
def told(release: Cleared) -> tuple[Correction, ...]:
    return corrections.corrections_of(release, release.labels["en"])


def page(release: Cleared) -> str:
    site = PageContext(release, release.labels["en"], Sizes(), date(2002, 1, 1))
    return generate.compose(site)["build/slots/en/corrections.html"]


def test_the_newest_stands_first(told: tuple[Correction, ...]) -> None:
    days = ["1999-12-03", "1999-11-02", "1999-10-01", "1998-12-05"]
    assert [correction.decided_on for correction in told] == days


def test_a_number_is_told_in_words_with_the_size_of_its_change(told: tuple[Correction, ...]) -> None:
    assert told[2].cells == (ChangedCell("Value", "70", "20", "less by 50; before 3.5 times as much"),)
    assert told[3].cells == (ChangedCell("Value", "47", "70", "more by 23"),)


def test_a_figure_is_named_in_words_and_by_its_anchor(release: Cleared, told: tuple[Correction, ...]) -> None:
    assert (
        told[3].what
        == f"{release.registers.indicators['invented-lost'].title}: Moonland; Fog; January 1999 to December 1999"
    )
    assert told[3].address == "en/data/invented_counts.html#invented-lost-fog"


def test_a_retraction_tells_what_had_been_said(told: tuple[Correction, ...]) -> None:
    assert [(one.field, one.was, one.now) for one in told[1].cells] == [
        ("Value", "12.5%", "empty"),
        ("Status", "published", "retracted"),
    ]


def test_of_what_is_withheld_now_nothing_is_told_but_why(release: Cleared, told: tuple[Correction, ...]) -> None:
    assert told[0].cells == ()
    shown = page(release).split(f'id="{told[0].id}"')[1].split("</section>")[0]
    assert "withheld, because it could have identified somebody" in shown
    assert "One person could be recognised." in shown
    assert "was " not in shown.split("<p>")[0]


def test_class_reason_source_reporter_and_day_stand_there(release: Cleared, told: tuple[Correction, ...]) -> None:
    shown = page(release).split(f'id="{told[3].id}"')[1].split("</section>")[0]
    for words in (
        "our mistake, corrected",
        "We had misread the page.",
        "sources.html#invented-letter",
        "Decided on 5 December 1998, reported by a reader, told in release 1999.1",
    ):
        assert words in shown


def test_without_entries_one_sentence_says_so(valid: Path) -> None:
    assert "Nothing that was published in a release has been corrected so far." in page(clear(valid))


@pytest.mark.parametrize(
    ("field", "cells", "words"),
    [
        ("counted_on", ("2000-01-05", "2000-02"), ("5 January 2000", "February 2000")),
        ("confidence", ("high", "low"), ("high", "low")),
        ("originator", ("nobody-any-more", "nobody-else"), ("nobody-any-more", "nobody-else")),
        ("resource", ("invented_requests", "invented_counts"), ("Invented requests", "Invented counts")),
        ("note", ("", "A word."), ("empty", "A word.")),
    ],
)
def test_a_cell_is_told_in_words_where_there_are_any(
    field: str, cells: tuple[str, str], words: tuple[str, str], release: Cleared
) -> None:
    where = release.by_id["invented-lost-fog"].where
    about = ("2000.1", "invented_counts", "invented-lost-fog", field)
    entry = Revision(*about, *cells, "correction", "Because.", "", "us", "1999-12-03", where)
    shown = changed_cell(entry, release, release.labels["en"])
    assert (shown.was, shown.now, shown.size) == (*words, "")
