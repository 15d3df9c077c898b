"""The copy for reading offline: unpacked from its zip, without a network, it is the whole site."""

import hashlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.test_site import complaints_of, requests_of

pytestmark = pytest.mark.browser

Visit = Callable[..., BrowserContext]
_LINK = re.compile(r'\b(?:href|src)="([^"]+)"')


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy as a reader has it, unpacked into a folder with a name that needs care."""
    folder = tmp_path_factory.mktemp("копия сайта")
    (archive,) = (site / "offline").glob("site-*.zip")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / "unaccounted"


def test_its_checksum_stands_beside_it(site: Path) -> None:
    digest, name = (site / "offline/SHA256SUMS").read_text().split()
    assert hashlib.sha256((site / "offline" / name).read_bytes()).hexdigest() == digest


def test_every_link_inside_it_leads_to_a_file_and_an_anchor(copy: Path) -> None:
    pages = {page: page.read_text(encoding="utf-8") for page in copy.rglob("*.html")}
    anchors = {page: set(re.findall(r'\bid="([^"]+)"', text)) for page, text in pages.items()}
    broken = []
    for page, text in pages.items():
        for link in set(_LINK.findall(text)):
            parts = urlsplit(link.replace("&amp;", "&"))
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if parts.scheme or (target.suffix == "" and target.is_dir()):
                continue
            fragment = unquote(parts.fragment)
            if not target.is_file() or (fragment and target in anchors and fragment not in anchors[target]):
                broken.append((page.relative_to(copy).as_posix(), link))
    assert broken == []


def test_it_says_that_it_is_a_copy(copy: Path, site: Path) -> None:
    for language in ("en", "ru", "uk"):
        page = f"{language}/about/offline.html"
        assert '<p class="copy">' in (copy / page).read_text()
        assert not re.search(r"site-[\d.]+\.zip", (copy / page).read_text())
        assert '<p class="copy" hidden>' in (site / page).read_text()


def test_charts_tables_search_and_colours_work_without_a_network(visit: Visit, copy: Path) -> None:
    context = visit(offline=True)
    seen = requests_of(context)
    page = context.new_page()
    said = complaints_of(page)
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("link", name="Русский").click()
    page.goto((copy / "ru/topics/prosecutions.html").as_uri())
    page.locator("#chart-cases-yearly .explore").click()
    page.locator("#chart-cases-yearly .live svg.marks").wait_for()
    page.locator(".md-header label[for^=__palette]").locator("visible=true").click()
    page.locator(".search-link").click()
    page.locator("form.search input").fill("дезертирство")
    page.locator(".found a").first.wait_for()
    page.goto((copy / "ru/data/absences.html").as_uri())
    page.locator("table.figures th button").first.click()
    assert said == []
    assert [url for url in seen if not url.startswith(("file:", "data:"))] == []
