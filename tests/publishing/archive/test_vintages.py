"""Every number in every release, and no number that is withheld now."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import pytest

from scripts.checks import Cleared
from scripts.files import write
from scripts.publishing.archive import vintages
from scripts.publishing.archive.publication import unsealed_publication
from scripts.reading.package.descriptor import Package


@pytest.fixture
def release(revised_release: Cleared) -> Cleared:
    return revised_release


def rows(release: Cleared, figure: str) -> list[tuple[str, ...]]:
    """The lines of a figure: release, status, value and qualifier."""
    told = [row.cells for row in vintages.vintages_table(release).rows]
    return [(r["release"], r["status"], r["value"], r["qualifier"]) for r in told if r["figure"] == figure]


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
    table = vintages.vintages_table(release)
    (found,) = (r.cells for r in table.rows if (r.cells["release"], r.cells["figure"]) == ("1998.1", "invented-found"))
    assert [found[name] for name in ("value", "value_low", "value_high", "qualifier")] == ["", "40", "50", "range"]


def test_a_row_says_what_was_counted_when_and_by_whom_without_another_table(release: Cleared) -> None:
    (found,) = (r.cells for r in vintages.vintages_table(release).rows if r.cells["figure"] == "invented-lost-hills"
                and r.cells["release"] == "1998.1")  # fmt: skip
    said = [found[name] for name in ("indicator", "period_start", "period_end", "counted_on", "originator")]
    assert said == ["invented-lost", "1999-01", "1999-12", "2000-01-05", "invented-counter"]


def test_a_descriptor_makes_the_release_a_text_so_that_ten_is_not_one(release: Cleared, tmp_path: Path) -> None:
    sized = Cleared(replace(release, package=in_version(release.package, "2000.10")))
    write(vintages.vintages_files(sized, unsealed_publication(sized, date(2000, 11, 1))), tmp_path)
    package: Any = frictionless.Package(str(tmp_path / "releases/datapackage.json"))
    assert package.validate().valid
    assert {row["release"] for row in package.get_resource("vintages").read_rows()} == {"1998.1", "1999.1", "2000.10"}


def in_version(package: Package, version: str) -> Package:
    return replace(package, descriptor={**package.descriptor, "version": version})
