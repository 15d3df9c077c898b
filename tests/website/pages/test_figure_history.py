"""The vintages of a figure, in its row and on the page of its table."""

from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.website.pages.figure_history import Vintage, changes_by_table, figure_histories
from scripts.website.text.formatting import Formatter
from tests.disclosure.audit.test_all_releases import edit, sealed

FOG = "invented-lost-fog"


@pytest.fixture
def changed(editable: Path) -> Cleared:
    """The invented package after two releases: a number that its source revised, with its entry."""
    edit(editable, FOG, "2000-01-05,70,", "2000-01-05,50,")
    releases = sealed(editable)
    edit(editable, FOG, "2000-01-05,50,", "2000-01-05,70,")
    revisions = editable / "revisions.csv"
    entry = f"2000.1,invented_counts,{FOG},value,50,70,revision,The source counted again.,invented-page,us,2000-01-20\n"
    revisions.write_text(revisions.read_text() + entry)
    return clear(editable, None, releases)


def english(release: Cleared) -> Formatter:
    return Formatter(release, release.labels["en"])


def test_a_changed_figure_has_every_value_with_its_release_and_reason(changed: Cleared) -> None:
    assert figure_histories(english(changed))[FOG] == (
        Vintage("1999.1", "about 50", ()),
        Vintage("2000.1", "about 70", ("revised by the source: The source counted again.",)),
    )


def test_a_figure_that_never_changed_has_no_history(changed: Cleared) -> None:
    assert figure_histories(english(changed))["invented-lost-all"] == ()


def test_the_table_lists_its_changes(changed: Cleared) -> None:
    (change,) = changes_by_table(english(changed))["invented_counts"]
    assert (change.figure, change.field, change.release) == (FOG, "value", "2000.1")
    assert changes_by_table(english(changed)).get("invented_requests", ()) == ()
