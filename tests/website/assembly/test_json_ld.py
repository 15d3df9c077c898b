"""English pages hold the description of what they show, pages in other languages lead to it."""

import json
import re
from pathlib import Path

from scripts.website.assembly.json_ld import described

PAGE = "<html><head><title>Invented</title></head><body></body></html>"


def laid(site: Path) -> Path:
    for path, content in (
        ("dataset", {"name": "Invented </script><b>"}),
        ("tables/invented", {"name": "A table"}),
        ("releases/2000.1", {"name": "First"}),
        ("releases/2000.2", {"name": "Second"}),
    ):
        file = site / "metadata" / f"{path}.jsonld"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content))
    return site


def held(page: str) -> object:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return json.loads(block)


def test_the_home_page_holds_the_whole_and_nothing_ends_it_early(tmp_path: Path) -> None:
    page = described(PAGE, Path("en/index.html"), laid(tmp_path))
    assert held(page) == {"name": "Invented </script><b>"}
    assert 'href="../metadata/dataset.jsonld"' in page


def test_the_page_of_a_table_holds_the_table(tmp_path: Path) -> None:
    page = described(PAGE, Path("en/data/invented.html"), laid(tmp_path))
    assert held(page) == {"name": "A table"}
    assert 'href="../../metadata/tables/invented.jsonld"' in page


def test_the_page_of_releases_holds_each_of_them(tmp_path: Path) -> None:
    page = described(PAGE, Path("en/data/releases.html"), laid(tmp_path))
    assert held(page) == [{"name": "First"}, {"name": "Second"}]


def test_in_another_language_a_page_leads_to_its_description(tmp_path: Path) -> None:
    page = described(PAGE, Path("ru/data/invented.html"), laid(tmp_path))
    assert "<script" not in page
    assert page.count('<link rel="describedby" type="application/ld+json"') == 1


def test_other_pages_stay_as_they_are(tmp_path: Path) -> None:
    for place in ("en/topics/deaths.html", "en/data/other.html", "en/method/invented.html"):
        assert described(PAGE, Path(place), laid(tmp_path)) == PAGE
