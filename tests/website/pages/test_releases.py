"""The page of all releases: what each changed, and how to cite it."""

from datetime import date
from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.publishing.archive import publication
from scripts.publishing.archive.citation import cite_as
from scripts.website.pages import generate, releases
from scripts.website.pages.context import PageContext
from scripts.website.text.formatting import Formatter
from tests.sealing import seal_as
from tests.website.pages.test_generate import Sizes


@pytest.fixture
def release(revised_release: Cleared) -> Cleared:
    return revised_release


def page(release: Cleared) -> str:
    return generate.compose(PageContext(release, release.labels["en"], Sizes(), date(2002, 1, 1)))[
        "build/slots/en/releases.html"
    ]


def section(text: str, version: str) -> str:
    return text.split(f'id="release-{version}"')[1].split("</section>", maxsplit=1)[0]


def test_the_newest_stands_first_and_the_one_in_preparation_before_it(release: Cleared) -> None:
    rows = releases.release_rows(Formatter(release, release.labels["en"]))
    assert [(row.version, row.sealed_on, row.is_latest) for row in rows] == [
        ("2000.1", "", False),
        ("1999.1", "1999-01-01", True),
        ("1998.1", "1998-01-01", False),
    ]


def test_each_tells_what_it_changed_from_the_one_before(release: Cleared) -> None:
    changes = [row.changes for row in releases.release_rows(Formatter(release, release.labels["en"]))]
    assert changes == [
        ("Figures changed: 1.", "Figures retracted: 1.", "Figures withheld from now on: 1."),
        ("Figures added: 1.", "Figures changed: 1."),
        ("The first release. Figures in it: 8.",),
    ]


def test_a_sealed_release_has_its_hash_its_archive_and_its_citation(release: Cleared) -> None:
    shown, entry = section(page(release), "1999.1"), release.archives.sealed["1999.1"].entry
    assert entry.sha256 in shown
    assert f"{entry.bytes:,}" in shown
    assert 'href="@/releases/unaccounted-1999.1.zip"' in shown
    assert "Sealed on 1 January 1999" in shown
    assert "Unaccounted (1999). An invented example for tests. Release 1999.1. CC BY 4.0." in shown


def test_the_citation_is_the_one_that_the_package_holds(release: Cleared) -> None:
    row = releases.release_rows(Formatter(release, release.labels["en"]))[1]
    earlier = publication.all_publications(release, date(2000, 1, 1))[1]
    assert (earlier.version, cite_as(earlier)) == ("1999.1", row.citation)


def test_what_is_in_preparation_is_neither_cited_nor_given_a_hash(release: Cleared) -> None:
    shown = section(page(release), "2000.1")
    assert "in preparation" in shown
    assert "SHA-256" not in shown
    assert "Cite as" not in shown


def test_before_the_first_release_the_page_says_so(cleared: Cleared) -> None:
    text = page(cleared)
    assert "Nothing was sealed yet." in text
    assert "The first release. Figures in it: 9." in section(text, "2000.1")
    assert "latest.json" not in text


def test_nothing_is_in_preparation_once_it_is_sealed(editable: Path, tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    seal_as("2000.1", editable, tmp_path / "releases")
    release = clear(editable, None, tmp_path / "releases")
    text = page(release)
    assert [row.is_latest for row in releases.release_rows(Formatter(release, release.labels["en"]))] == [True]
    assert "in preparation" not in section(text, "2000.1")
    assert "latest.json" in text


def test_the_page_shows_the_table_of_all_releases_and_how_to_verify(release: Cleared) -> None:
    text = page(release)
    assert "@/releases/vintages.csv" in text
    assert "sha256sum --check --ignore-missing SHA256SUMS" in text
    assert "python -m scripts verify unaccounted-1999.1.zip" in text
