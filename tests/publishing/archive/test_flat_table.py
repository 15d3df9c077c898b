"""Every figure in one row of one table, with what a reader needs to use it, and nothing that is withheld."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import frictionless
import pytest

from scripts.checks import Cleared, clear
from scripts.files import write
from scripts.publishing.archive.flat_table import flat_table, flat_table_files, known_on, with_flat_table
from scripts.publishing.archive.publication import current_publication, unsealed_publication
from scripts.reading.package.descriptor import Resource
from tests.sealing import seal_as

DAY = date(2000, 3, 1)


@pytest.fixture
def release(valid: Path) -> Cleared:
    return clear(valid)


def table_of(release: Cleared) -> Resource:
    return flat_table(unsealed_publication(release, DAY), release.archives)


def row(release: Cleared, figure: str) -> Mapping[str, str]:
    (found,) = (row.cells for row in table_of(release).rows if row.cells["figure"] == figure)
    return found


def test_every_figure_of_every_table_has_one_row(release: Cleared) -> None:
    figures = [row.cells["figure"] for row in table_of(release).rows]
    assert sorted(figures) == sorted(figure.id for figure in release.figures)
    assert {row.cells["resource"] for row in table_of(release).rows} == {"invented_counts", "invented_requests"}


def test_rows_are_sorted_by_indicator_period_and_id(release: Cleared) -> None:
    keys = [[row.cells[name] for name in ("indicator", "period_start", "period_end", "figure")]
            for row in table_of(release).rows]  # fmt: skip
    assert keys == sorted(keys)
    assert keys[0][0] == "invented-asked"


def test_a_row_says_all_of_a_figure_without_another_table(release: Cleared) -> None:
    found = row(release, "invented-lost-fog")
    assert (found["indicator_title"], found["unit"]) == ("Inhabitants recorded as lost", "persons")
    assert [found[name] for name in ("kind", "measure", "date_basis", "status_family")] == [
        "documented-count", "period", "event", "missing",
    ]  # fmt: skip
    assert (found["originator_title"], found["source_title"]) == ("The invented counter", "[An invented page]")
    assert found["url"] == "https://example.org/page"


def test_a_dimension_that_a_table_does_not_have_is_empty(release: Cleared) -> None:
    counted, asked = row(release, "invented-lost-fog"), row(release, "invented-requests-2000")
    assert (counted["region"], counted["reason"]) == ("moonland", "fog")
    assert (asked["region"], asked["reason"]) == ("moonland", "")


def test_periods_stand_as_published_and_as_days(release: Cleared) -> None:
    found = row(release, "invented-requests-2000")
    assert (found["period_start"], found["first_day"]) == ("2000", "2000-01-01")
    assert (found["period_end"], found["last_day"]) == ("2000", "2000-12-31")
    assert (found["counted_on"], found["counted_last_day"]) == ("2001-01", "2001-01-31")


def test_a_withheld_figure_keeps_its_row_without_a_number(release: Cleared) -> None:
    found = row(release, "invented-lost-woods")
    assert (found["status"], found["value"], found["value_low"], found["value_high"]) == ("suppressed", "", "", "")


@pytest.mark.parametrize(
    ("counted_on", "published", "known", "basis"),
    [
        ("2024-12-30", "2024-12-31", "2024-12-31", "both"),
        ("2024-12-30", "2024-11-02", "2024-12-30", "both"),
        ("2024-02", "2024-02-10", "2024-02-29", "both"),
        ("2023-12-31", "2024-01", "2024-01-31", "both"),
        ("2023-12-31", "2024", "2024-12-31", "both"),
        ("2024-12-30", "", "2024-12-30", "counted-on-only"),
        ("2024", "", "2024-12-31", "counted-on-only"),
    ],
)
def test_a_figure_is_known_when_it_was_both_counted_and_published(
    counted_on: str, published: str, known: str, basis: str
) -> None:
    assert known_on(counted_on, published) == (date.fromisoformat(known), basis)


def test_the_row_says_from_which_day_it_was_known_and_what_that_rests_on(release: Cleared) -> None:
    dated, undated = row(release, "invented-lost-fog"), row(release, "invented-requests-2000")
    assert (dated["known_on"], dated["known_on_basis"]) == ("2000-02-29", "both")
    assert (undated["known_on"], undated["known_on_basis"]) == ("2001-01-31", "counted-on-only")


def test_the_first_release_of_a_figure_is_the_oldest_that_has_it(revised: Path) -> None:
    release = clear(revised, None, revised.parent / "releases")
    assert row(release, "invented-lost-fog")["release_first_seen"] == "1998.1"
    assert row(release, "invented-requests-2000")["release_first_seen"] == "1999.1"


def test_a_figure_that_no_earlier_release_has_begins_with_this_one(release: Cleared) -> None:
    assert {row.cells["release_first_seen"] for row in table_of(release).rows} == {release.package.version}


def test_an_archive_from_before_the_table_has_it_too(editable: Path) -> None:
    releases = editable.parent / "releases"
    releases.mkdir()
    seal_as("2000.1", editable, releases)
    release = clear(editable, None, releases)
    sealed = with_flat_table(current_publication(release, DAY), release.archives)
    assert sealed.package.root.suffix == ".zip"
    assert len(sealed.package.resources["figures"].rows) == len(release.figures)


def test_a_descriptor_beside_the_table_says_what_each_column_means(release: Cleared, tmp_path: Path) -> None:
    publication = with_flat_table(unsealed_publication(release, DAY), release.archives)
    write(flat_table_files(publication), tmp_path)
    package = frictionless.Package(str(tmp_path / "formats/csv/datapackage.json"))
    assert package.validate().valid
    (table,) = package.resources
    assert all(field.title and field.description for field in table.schema.fields)
    assert table.schema.get_field("release_first_seen").type == "string"
    assert {table.schema.get_field(f"{name}_day").type for name in ("first", "last", "counted_last")} == {"date"}


def test_the_same_release_gives_the_same_bytes(valid: Path) -> None:
    once, again = (
        flat_table_files(with_flat_table(unsealed_publication(release, DAY), release.archives))
        for release in (clear(valid), clear(valid))
    )
    assert once == again
