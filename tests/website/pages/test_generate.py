"""The computed pages: nothing withheld, every figure with an anchor, every slot filled."""

import json
from datetime import date
from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.files import write
from scripts.website.pages import generate
from scripts.website.pages.context import PageContext


class Sizes(dict[str, int]):
    """Every file for download has two thousand bytes."""

    def __missing__(self, path: str) -> int:
        return 2000


@pytest.fixture
def composed(release: Cleared) -> dict[str, str]:
    return generate.compose(PageContext(release, release.labels["en"], Sizes(), date(2002, 1, 1)))


@pytest.fixture
def release(cleared: Cleared) -> Cleared:
    return cleared


def test_every_figure_has_one_anchor_on_its_resource_page(composed: dict[str, str], release: Cleared) -> None:
    for figure in release.figures:
        page = composed[f"build/slots/en/resource-{figure.resource}.html"]
        assert page.count(f'id="{figure.id}"') == 1


def test_every_figure_shows_its_source_and_originator(composed: dict[str, str]) -> None:
    page = composed["build/slots/en/resource-invented_counts.html"]
    assert "@/en/data/sources.html#invented-page" in page
    assert "@/en/data/originators.html#invented-counter" in page


def test_a_source_lists_the_figures_and_statements_that_cite_it(composed: dict[str, str]) -> None:
    entry = composed["build/slots/en/sources.html"].split('id="invented-page"')[1].split("<dt")[0]
    assert "invented_counts.html#invented-lost-all" in entry
    assert "statements.html#invented-statement" in entry


def test_every_check_and_rule_is_on_the_page_that_explains_them(composed: dict[str, str]) -> None:
    page = composed["build/slots/en/checks.html"]
    assert 'id="cell-given-away"' in page
    assert page.count("<dt ") > 30


def test_sizes_of_downloads_are_told(composed: dict[str, str]) -> None:
    assert "2 kB" in composed["build/slots/en/downloads.html"]


def test_writing_twice_touches_nothing(composed: dict[str, str], tmp_path: Path) -> None:
    write(composed, tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    write(composed, tmp_path)
    assert times == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}


def test_a_figure_that_takes_part_in_a_conflict_says_so_where_it_stands(composed: dict[str, str]) -> None:
    row = composed["build/slots/en/resource-invented_counts.html"].split('id="invented-lost-fog"')[1].split("</tr>")[0]
    assert "conflicts.html#invented-conflict" in row
    assert "Sources disagree" in row


def test_a_corroborated_count_names_the_other_page(composed: dict[str, str]) -> None:
    row = composed["build/slots/en/resource-invented_counts.html"].split('id="invented-lost-all"')[1].split("</tr>")[0]
    assert "also at" in row
    assert "sources.html#invented-letter" in row


def test_an_overlapping_series_says_what_must_not_be_added(composed: dict[str, str]) -> None:
    assert (
        "Do not add: this series counts some of the same people as"
        in composed["build/slots/en/resource-invented_counts.html"]
    )


def test_a_conflict_shows_its_versions_and_our_reading_with_numbers(composed: dict[str, str]) -> None:
    page = composed["build/slots/en/conflicts.html"]
    assert "Somebody says 100; somebody else says fewer." in page
    assert page.count('<tr><th scope="row">') >= 2


@pytest.mark.parametrize(("day", "is_old"), [(date(2001, 1, 1), False), (date(2002, 7, 1), True)])
def test_an_old_count_says_so_where_its_date_is_not_beside_it(
    day: date, is_old: bool, valid: Path, tmp_path: Path
) -> None:
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "page.md").write_text("[[invented-lost-all]] were lost.\n")
    release = clear(valid, tmp_path / "docs")
    bound = json.loads(
        generate.compose(PageContext(release, release.labels["en"], Sizes(), day))["build/figures/en.json"]
    )
    assert (bound["invented-lost-all"]["look"] == "figure stale") is is_old
    assert ("older than a year" in bound["invented-lost-all"]["told"]) is is_old


def test_a_derivation_shows_its_arithmetic(valid: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs" / "en"
    docs.mkdir(parents=True)
    (docs / "page.md").write_text("[[invented-lost-hills / invented-lost-all as share]] of the lost.\n")
    release = clear(valid, tmp_path / "docs")
    composed = generate.compose(PageContext(release, release.labels["en"], Sizes(), date(2002, 1, 1)))
    bound = json.loads(composed["build/figures/en.json"])
    assert bound["invented-lost-hills / invented-lost-all as share"]["text"] == "60%"
    assert bound["invented-lost-hills / invented-lost-all as share"]["told"] == "60 ÷ 100 = 60%"
    assert "used in 60 ÷ 100 = 60%" in composed["build/slots/en/resource-invented_counts.html"]
