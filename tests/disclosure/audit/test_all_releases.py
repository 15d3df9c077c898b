"""What earlier releases say counts too: the same figure is one quantity in all of them."""

from pathlib import Path

from scripts.checks import examine
from scripts.disclosure.audit.all_releases import stack_releases
from scripts.disclosure.audit.identifiers import CellId
from scripts.disclosure.audit.intervals import exact_intervals
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.archives import read_archives
from scripts.reading.release.release import Release, read_release
from tests.sealing import seal_as

WITHHELD = "2000-01-05,,,,,exact,suppressed"
NOTE = ",Withheld: a small cell."
SHOWN = "2000-01-05,12,,,,exact,published"


def edit(package: Path, figure: str, old: str, new: str) -> None:
    table = package / "data" / "invented_counts.csv"
    lines = table.read_text().splitlines()
    changed = [line.replace(old, new) if line.startswith(f"{figure},") else line for line in lines]
    assert changed != lines
    table.write_text("\n".join(changed) + "\n")


def show(package: Path, figure: str) -> None:
    edit(package, figure, WITHHELD, SHOWN)
    edit(package, figure, NOTE, ",")


def sealed(package: Path, version: str = "1999.1") -> Path:
    """Seal a package as it is now, and leave it as it was."""
    releases = package.parent / "releases"
    releases.mkdir(exist_ok=True)
    before = (package / "datapackage.json").read_text()
    seal_as(version, package, releases)
    (package / "datapackage.json").write_text(before)
    return releases


def release_of(package: Path, releases: Path) -> Release:
    return read_release(read_package(package), None, read_archives(releases))


def disclosed_figures(package: Path, releases: Path) -> set[str]:
    """The figures that the check calls given away."""
    lines = (package / "data" / "invented_counts.csv").read_text().splitlines()
    found = [f for f in examine(package, None, releases) if f.code == "cell-given-away"]
    return {lines[(finding.where.row or 0) - 1].split(",")[0] for finding in found}


def test_what_an_earlier_release_showed_is_known_for_ever(editable: Path) -> None:
    show(editable, "invented-lost-woods")
    releases = sealed(editable)
    edit(editable, "invented-lost-woods", SHOWN, WITHHELD)
    system = stack_releases(release_of(editable, releases)).system
    assert exact_intervals(system)[CellId("invented-lost-shores")] == (28, 28)
    assert disclosed_figures(editable, releases) == {"invented-lost-woods", "invented-lost-shores"}


def test_a_removed_cell_cannot_be_called_back_but_its_neighbours_must_be_kept(editable: Path) -> None:
    show(editable, "invented-lost-woods")
    releases = sealed(editable)
    edit(editable, "invented-lost-woods", SHOWN, WITHHELD)
    revisions = editable / "revisions.csv"
    revision = (
        "2000.1,invented_counts,invented-lost-woods,value,,,removal-for-disclosure,It was small.,,us,2000-02-01\n"
    )
    revisions.write_text(revisions.read_text() + revision)
    assert disclosed_figures(editable, releases) == {"invented-lost-shores"}


def test_a_cell_withheld_in_two_releases_is_bounded_by_both(editable: Path) -> None:
    edit(editable, "invented-lost-hills", "2000-01-05,60,,,,exact", "2000-01-05,60,,,,at-least")
    releases = sealed(editable)
    edit(editable, "invented-lost-hills", "2000-01-05,60,,,,at-least", "2000-01-05,75,,,,at-most")
    system = stack_releases(release_of(editable, releases)).system
    assert exact_intervals(system)[CellId("invented-lost-woods")] == (0, 40)
    assert exact_intervals(system)[CellId("invented-lost-hills")] == (60, 75)


def test_a_changed_total_means_that_withheld_cells_changed_with_it(editable: Path) -> None:
    releases = sealed(editable)
    edit(editable, "invented-lost-all", "2000-01-05,100,", "2000-01-05,140,")
    found = {finding.code for finding in examine(editable, None, releases)}
    assert "cells-contradict" not in found
    assert "cell-given-away" not in found


def test_a_small_change_of_a_cell_is_no_secret_unless_it_was_our_mistake(editable: Path) -> None:
    releases = sealed(editable)
    edit(editable, "invented-lost-hills", "2000-01-05,60,", "2000-01-05,63,")
    assert "cell-differs-slightly" in {finding.code for finding in examine(editable, None, releases)}
    revisions = editable / "revisions.csv"
    revision = (
        "2000.1,invented_counts,invented-lost-hills,value,60,63,correction,Misread.,invented-page,us,2000-02-01\n"
    )
    revisions.write_text(revisions.read_text() + revision)
    assert "cell-differs-slightly" not in {finding.code for finding in examine(editable, None, releases)}
