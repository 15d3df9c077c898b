"""The corrections as readers see them."""

from dataclasses import replace
from datetime import date

import pytest

from scripts.checks import Cleared
from scripts.reading.package.revisions import Revision
from scripts.website.pages import corrections, generate
from scripts.website.pages.context import PageContext
from scripts.website.pages.corrections import Correction
from scripts.website.text.changed_cells import ChangedCell, changed_cell
from scripts.website.text.formatting import Formatter
from tests.website.pages.test_generate import Sizes


@pytest.fixture
def release(revised_release: Cleared) -> Cleared:
    return revised_release


@pytest.fixture
def listed(release: Cleared) -> tuple[Correction, ...]:
    return corrections.corrections_of(Formatter(release, release.labels["en"]))


def page(release: Cleared) -> str:
    context = PageContext(release, release.labels["en"], Sizes(), date(2002, 1, 1))
    return generate.compose(context)["build/slots/en/corrections.html"]


def test_the_newest_stands_first(listed: tuple[Correction, ...]) -> None:
    days = ["1999-12-03", "1999-11-02", "1999-10-01", "1998-12-05"]
    assert [correction.decided_on for correction in listed] == days


def test_a_number_is_told_in_words_with_the_size_of_its_change(listed: tuple[Correction, ...]) -> None:
    assert listed[2].cells == (ChangedCell("Value", "70", "20", "less by 50; before 3.5 times as much"),)
    assert listed[3].cells == (ChangedCell("Value", "47", "70", "more by 23"),)


def test_a_change_is_one_sentence_wherever_it_is_shown(release: Cleared, listed: tuple[Correction, ...]) -> None:
    sentences = listed[2].sentences(release.labels["en"])
    assert sentences == ("Value: was 70, is now 20 (less by 50; before 3.5 times as much).",)
    assert f"<li>{sentences[0]}</li>" in page(release)


def test_a_figure_is_named_in_words_and_by_its_anchor(release: Cleared, listed: tuple[Correction, ...]) -> None:
    title = release.registers.indicators["invented-lost"].title
    assert listed[3].title == f"{title}: Moonland; Fog; January 1999 to December 1999"
    assert listed[3].address == "en/data/invented_counts.html#invented-lost-fog"


def test_a_retraction_tells_what_had_been_said(listed: tuple[Correction, ...]) -> None:
    assert [(cell.field, cell.was, cell.now) for cell in listed[1].cells] == [
        ("Value", "12.5%", "empty"),
        ("Status", "published", "retracted"),
    ]


def test_of_what_is_withheld_now_nothing_is_told_but_why(release: Cleared, listed: tuple[Correction, ...]) -> None:
    assert listed[0].cells == ()
    shown = page(release).split(f'id="{listed[0].id}"')[1].split("</section>")[0]
    assert "withheld, because it could have identified somebody" in shown
    assert "One person could be recognised." in shown
    assert "was " not in shown.split("<p>")[0]


def test_class_reason_source_reporter_and_day_stand_there(release: Cleared, listed: tuple[Correction, ...]) -> None:
    shown = page(release).split(f'id="{listed[3].id}"')[1].split("</section>")[0]
    for words in (
        "our mistake, corrected",
        "We had misread the page.",
        "sources.html#invented-letter",
        "Decided on 5 December 1998, reported by a reader, told in release 1999.1",
    ):
        assert words in shown


def test_rows_corrected_together_are_read_once(release: Cleared, listed: tuple[Correction, ...]) -> None:
    twin = replace(listed[3], id="1999.1-invented_counts-invented-found-value", title="The twin")
    groups = corrections.correction_groups((*listed, twin))
    together = groups[3]
    assert [correction.title for correction in together.corrections] == [listed[3].title, "The twin"]
    assert together.title(Formatter(release, release.labels["en"])) == "2 rows"
    assert together.common_cells == listed[3].cells
    assert [group.is_single for group in groups] == [True, True, True, False]


def test_rows_that_changed_otherwise_each_tell_their_change(listed: tuple[Correction, ...]) -> None:
    other = replace(listed[3], id="1999.1-invented_counts-invented-found-value", cells=listed[2].cells)
    (group,) = corrections.correction_groups((listed[3], other))
    assert group.common_cells == ()


def test_without_entries_one_sentence_says_so(cleared: Cleared) -> None:
    assert "Nothing that was published in a release has been corrected so far." in page(cleared)


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
    shown = changed_cell(entry, Formatter(release, release.labels["en"]))
    assert (shown.was, shown.now, shown.size) == (*words, "")
