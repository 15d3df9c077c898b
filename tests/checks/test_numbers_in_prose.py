"""Which numbers may be typed on a page, and which must be figures."""

from pathlib import Path

import pytest

from scripts.checks import examine


def codes(valid: Path, docs: Path, text: str) -> list[tuple[str, int | None]]:
    page = docs / "en" / "page.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"---\ntitle: 12 things\n---\n\n{text}\n")
    return [(finding.code, finding.where.row) for finding in examine(valid, docs)]


@pytest.mark.parametrize(
    "text",
    [
        "On 24 February 2022, in March 2023 and since 2024.",
        "Under Articles 337, 332 and 338, and Article 337 (absence).",
        "Order 727, Law No. 52, Release 2026.1, CC BY 4.0.",
        "The 41st Army and the 20th Division.",
        "So [[invented-lost-all]] were lost, [[invented-lost-hills / invented-lost-all as share]] of them.",
        "`code with 123` and [a page](https://example.org/2024/123) and <b class='x9'>b</b>.",
        "1. First.\n2. Second.",
        "[[slot: chart-invented-41]]",
        "Two of three.",
    ],
)
def test_these_may_stand(text: str, valid: Path, tmp_path: Path) -> None:
    assert codes(valid, tmp_path, text) == []


@pytest.mark.parametrize("text", ["About 49,000 men.", "It fell by 12%.", "Some 500 did not return.", "See 1,348."])
def test_these_are_loose(text: str, valid: Path, tmp_path: Path) -> None:
    assert codes(valid, tmp_path, text) == [("number-loose", 5)]


def test_a_page_that_scripts_compute_is_not_prose(valid: Path, tmp_path: Path) -> None:
    page = tmp_path / "en" / "data" / "computed.md"
    page.parent.mkdir(parents=True)
    page.write_text("About 49,000 men.\n")
    assert examine(valid, tmp_path) == []
