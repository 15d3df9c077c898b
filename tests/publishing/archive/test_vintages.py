"""Every number in every release, and no number that is withheld now."""

import csv

import pytest

from scripts.checks import Cleared
from scripts.publishing.archive import vintages


@pytest.fixture
def release(revised_release: Cleared) -> Cleared:
    return revised_release


def rows(release: Cleared, figure: str) -> list[tuple[str, ...]]:
    """The lines of a figure: release, status, value and qualifier."""
    read = csv.DictReader(vintages.vintages_csv(release).decode().splitlines())
    return [(r["release"], r["status"], r["value"], r["qualifier"]) for r in read if r["figure"] == figure]


def test_a_figure_has_a_line_for_every_release_that_told_it(release: Cleared) -> None:
    assert rows(release, "invented-lost-fog") == [
        ("1998.1", "published", "47", "about"),
        ("1999.1", "published", "70", "about"),
        ("2000.1", "published", "20", "about"),
    ]


def test_a_figure_begins_with_the_release_that_brought_it(release: Cleared) -> None:
    assert [row[0] for row in rows(release, "invented-requests-2000")] == ["1999.1", "2000.1"]


def test_a_retracted_figure_keeps_what_it_was(release: Cleared) -> None:
    assert rows(release, "invented-share")[1:] == [
        ("1999.1", "published", "12.5", "about"),
        ("2000.1", "retracted", "", "about"),
    ]


def test_what_is_withheld_now_has_no_number_in_any_release(release: Cleared) -> None:
    assert release.archives.sealed["1999.1"].by_id["invented-requests-1999"].value == 30
    versions = ("1998.1", "1999.1", "2000.1")
    assert rows(release, "invented-requests-1999") == [(version, "suppressed", "", "") for version in versions]


def test_a_sealed_release_is_not_told_twice(cleared: Cleared) -> None:
    told = rows(cleared, "invented-lost-all")
    assert told == [("2000.1", "published", "100", "exact")]


def test_intervals_are_told_by_their_ends(release: Cleared) -> None:
    lines = vintages.vintages_csv(release).decode().splitlines()
    assert lines[0] == "release,resource,figure,status,value,value_low,value_high,qualifier"
    assert "1998.1,invented_counts,invented-found,published,,40,50,range" in lines
