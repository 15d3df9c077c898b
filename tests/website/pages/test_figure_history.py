"""What a figure was in every release, told beside it and on the page of its table."""

from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.website.pages.figure_history import Vintage, changes_of_table, vintages_of_figure
from tests.disclosure.audit.test_all_releases import edit, sealed

FOG = "invented-lost-fog"


@pytest.fixture
def changed(editable: Path) -> Cleared:
    """The invented package after two releases: a number that its source revised, with its entry."""
    edit(editable, FOG, "2000-01-05,70,", "2000-01-05,50,")
    releases = sealed(editable)
    edit(editable, FOG, "2000-01-05,50,", "2000-01-05,70,")
    revisions = editable / "revisions.csv"
    told = f"2000.1,invented_counts,{FOG},value,50,70,revision,The source counted again.,invented-page,us,2000-01-20\n"
    revisions.write_text(revisions.read_text() + told)
    return clear(editable, None, releases)


def test_a_changed_figure_has_every_value_with_its_release_and_reason(changed: Cleared) -> None:
    assert vintages_of_figure(changed.by_id[FOG], changed, changed.labels["en"]) == (
        Vintage("1999.1", "about 50", ()),
        Vintage("2000.1", "about 70", ("revised by the source: The source counted again.",)),
    )


def test_a_figure_that_never_changed_has_no_history(changed: Cleared) -> None:
    assert vintages_of_figure(changed.by_id["invented-lost-all"], changed, changed.labels["en"]) == ()


def test_the_table_lists_its_changes(changed: Cleared) -> None:
    (change,) = changes_of_table("invented_counts", changed, changed.labels["en"])
    assert (change.figure, change.field, change.release) == (FOG, "value", "2000.1")
    assert changes_of_table("invented_requests", changed, changed.labels["en"]) == ()
