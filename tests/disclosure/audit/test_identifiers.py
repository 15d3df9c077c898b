"""Cells and equations are identified by values: no word in an id and no printed form decides which rule is broken."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.checks.disclosure import check
from scripts.disclosure.audit.identifiers import Bound, CellId, EquationKind, EquationPlace, Remainder
from scripts.findings import Place
from scripts.reading.package.descriptor import read_package
from scripts.reading.package.figures import Figure
from scripts.reading.release.archives import read_archives
from scripts.reading.release.release import Release, read_release

ROW, OTHER_ROW = Place("data/counts.csv", 3), Place("data/counts.csv", 2)
MARGIN = EquationPlace(ROW, EquationKind.MARGIN, "region", "provinces")
EXAMPLES = {
    "cell-given-away-by-a-part-of-the-series": "cell-given-away",
    "cell-given-away-by-a-share": "cell-given-away",
    "cell-given-away-by-an-earlier-release": "cell-given-away",
    "cell-given-away-by-its-year": "cell-given-away",
    "cell-given-away-by-what-contains-it": "cell-given-away",
    "growth-nearly-known": "growth-given-away",
    "parts-exceed-the-whole": "cells-contradict",
}
MISLEADING = (
    "{}, growth since data/counts.csv, row 2",
    "{}, as of 1999.1",
    "1999.1: {}",
    "data/counts.csv, row 3 by region: the rest, growth since {}",
)


def verdicts(release: Release) -> list[tuple[str, Place]]:
    """Which rule is broken where."""
    return [(finding.code, finding.where) for finding in check(release)]


def release_of(package: Path) -> Release:
    releases = package.parent / "releases"
    return read_release(read_package(package), None, read_archives(releases if releases.is_dir() else None))


def renamed(release: Release, form: str) -> Release:
    """The release and all earlier ones with other ids of figures, wherever an id stands."""
    figures = tuple(_renamed(figure, form) for figure in release.figures)
    shares = tuple(
        replace(share, share=form.format(share.share), part=form.format(share.part), whole=form.format(share.whole))
        for share in release.relations.shares
    )
    revisions = tuple(replace(revision, figure=form.format(revision.figure)) for revision in release.revisions)
    sealed = {
        version: replace(archive, figures=tuple(_renamed(figure, form) for figure in archive.figures))
        for version, archive in release.archives.sealed.items()
    }
    return replace(
        release,
        figures=figures,
        relations=replace(release.relations, shares=shares),
        revisions=revisions,
        archives=replace(release.archives, sealed=sealed),
    )


def _renamed(figure: Figure, form: str) -> Figure:
    return replace(figure, id=form.format(figure.id))


@pytest.mark.parametrize(("example", "code"), EXAMPLES.items())
def test_ids_that_read_like_another_cell_change_no_verdict(
    example: str, code: str, overlaid: Callable[[str], Path]
) -> None:
    release = release_of(overlaid(example))
    expected = verdicts(release)
    assert code in {code for code, _ in expected}
    for form in MISLEADING:
        assert verdicts(renamed(release, form)) == expected


@pytest.mark.parametrize("example", EXAMPLES)
def test_how_cells_and_equations_print_changes_no_verdict(
    example: str, overlaid: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    release = release_of(overlaid(example))
    expected = verdicts(release)
    for identifier in (CellId, EquationPlace, Remainder):
        monkeypatch.setattr(identifier, "__str__", lambda _: "always the same")
    assert verdicts(release) == expected


@pytest.mark.parametrize(
    ("identifier", "text"),
    [
        (CellId("hills"), "hills"),
        (CellId("hills", as_of="1999.1"), "hills, as of 1999.1"),
        (CellId("hills", since="woods"), "hills, growth since woods"),
        (CellId(remainder=Remainder(MARGIN)), "data/counts.csv, row 3 by region: the rest"),
        (CellId(as_of="1999.1", remainder=Remainder(MARGIN)), "1999.1: data/counts.csv, row 3 by region: the rest"),
        (EquationPlace(Place("margin 1"), EquationKind.NUMBERED), "margin 1"),
        (EquationPlace(ROW, EquationKind.PART, "reason"), "data/counts.csv, row 3 as part by reason"),
        (
            EquationPlace(ROW, EquationKind.SERIES, other=OTHER_ROW),
            "data/counts.csv, row 3 as part of data/counts.csv, row 2",
        ),
        (
            EquationPlace(ROW, EquationKind.GROWTH, other=OTHER_ROW),
            "data/counts.csv, row 3 since data/counts.csv, row 2",
        ),
        (
            Remainder(EquationPlace(ROW, EquationKind.SHARE), Bound.BELOW),
            "data/counts.csv, row 3 as share, from below: the rest",
        ),
    ],
)
def test_people_read_them_as_words(identifier: CellId | EquationPlace | Remainder, text: str) -> None:
    assert str(identifier) == text


def test_two_partitions_of_one_total_have_remainders_of_their_own() -> None:
    other = MARGIN._replace(partition="districts")
    assert str(other) == str(MARGIN)
    assert CellId(remainder=Remainder(other)) != CellId(remainder=Remainder(MARGIN))
