"""Which cells two series count alike, and which counts follow each other."""

from pathlib import Path

from scripts.disclosure.audit.series import SeriesIndex, successive_counts
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.release import Release, read_release

LOST, FOUND = "invented-lost", "invented-found"


def release_of(package: Path) -> Release:
    return read_release(read_package(package))


def add(package: Path, *rows: str) -> None:
    """Add rows of figures, from the indicator to the day of the count; all are withheld."""
    table = package / "data" / "invented_counts.csv"
    rest = ",,,,,exact,suppressed,invented-counter,invented-page,own-page,high,\n"
    table.write_text(table.read_text() + "".join(f"added-{n},{row}{rest}" for n, row in enumerate(rows)))


def test_cells_match_where_count_and_codes_agree(editable: Path) -> None:
    add(editable, f"{FOUND},hills,all,1999-01,1999-12,2000-01-05", f"{FOUND},hills,all,1999-01,1999-12,2000-02-05")
    matches = {(figure.id, match.id) for figure, match in SeriesIndex(release_of(editable)).matching_cells(LOST, FOUND)}
    assert ("invented-lost-hills", "added-0") in matches
    assert "added-1" not in {match for _, match in matches}


def test_series_are_compared_only_where_they_have_a_common_count(editable: Path) -> None:
    index = SeriesIndex(release_of(editable))
    assert FOUND in index.with_common_counts(LOST)
    assert index.with_common_counts("invented-nothing") == frozenset()
    assert list(index.matching_cells(LOST, "invented-asked")) == []


def test_only_growing_series_have_successive_counts(editable: Path) -> None:
    add(editable, f"{LOST},hills,all,1999-01,1999-12,2000-07-05")
    assert list(successive_counts(release_of(editable))) == []
    policy = editable / "disclosure.yaml"
    policy.write_text(
        policy.read_text().replace("invented_counts: {rule: reported,", "invented_counts: {rule: tabulated,")
    )
    pairs = [(earlier.id, later.id) for earlier, later in successive_counts(release_of(editable))]
    assert pairs == [("invented-lost-hills", "added-0")]
