"""Every language is whole: the same pages, links between them, numbers in local form, and a search of its own words."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.pages import languages
from tests.browser.test_site import complaints_of, requests_of

pytestmark = pytest.mark.browser

Visit = Callable[..., BrowserContext]
TOPIC = "topics/relabelled.html"


@pytest.fixture
def places(address: str, site: Path) -> dict[str, str]:
    """Where the site can be read."""
    return {"served": address, "from a folder": site.as_uri()}


def pages_of(site: Path, language: str) -> dict[str, str]:
    folder = site / language
    return {page.relative_to(folder).as_posix(): page.read_text(encoding="utf-8") for page in folder.rglob("*.html")}


def test_there_are_three_languages_with_the_same_pages(site: Path) -> None:
    assert languages(site) == ("en", "ru", "uk")
    assert set(pages_of(site, "en")) == set(pages_of(site, "ru")) == set(pages_of(site, "uk"))


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_page_that_is_to_be_translated_is(site: Path, language: str) -> None:
    noted = [path for path, page in pages_of(site, language).items() if 'class="translation"' in page]
    assert all(path.startswith("about/decisions/") for path in noted)


def test_headings_have_the_same_addresses_in_every_language(site: Path) -> None:
    names = [
        {path: re.findall(r'<h[1-3] id="([^"]+)"', page) for path, page in pages_of(site, language).items()}
        for language in languages(site)
    ]
    for other in names[1:]:
        for path, ids in names[0].items():
            assert sorted(other[path]) == sorted(ids), path


@pytest.mark.parametrize("javascript", [True, False])
def test_a_page_leads_to_itself_in_every_other_language(visit: Visit, address: str, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript).new_page()
    page.goto(f"{address}/en/{TOPIC}")
    for language, name in (("ru", "Русский"), ("uk", "Українська"), ("en", "English")):
        page.get_by_role("link", name=name).first.click()
        page.wait_for_url(f"**/{language}/{TOPIC}")
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator(".languages [aria-current]").get_attribute("hreflang") == language
        links = page.locator("link[hreflang]").evaluate_all("links => links.map(link => link.href)")
        assert f"{address}/uk/{TOPIC}" in links


def test_a_number_leads_to_itself_in_another_language(visit: Visit, address: str) -> None:
    page = visit().new_page()
    page.goto(f"{address}/en/data/relabelled.html#labels-reviewed-sverdlovsk-2025")
    page.get_by_role("link", name="Українська").first.click()
    page.wait_for_url("**/uk/data/relabelled.html#labels-reviewed-sverdlovsk-2025")


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [
        ("en", "1,348", "24 February 2026"),
        ("ru", "1\u00a0348", "24 февраля 2026"),
        ("uk", "1\u00a0348", "24 лютого 2026"),
    ],
)
def test_numbers_and_days_have_their_local_form(site: Path, language: str, number: str, day: str) -> None:
    pages = pages_of(site, language)
    assert number in pages[TOPIC]
    assert day in pages["topics/deaths.html"]


WORDS = {
    "en": ("brigades", "One army"),
    "ru": ("пропавшего", "Пропавшие без вести"),
    "uk": ("зниклого", "Зниклі безвісти"),
}


@pytest.mark.parametrize("language", list(WORDS))
@pytest.mark.parametrize("kind", ["served", "from a folder"])
def test_search_finds_every_form_of_a_word_in_its_language_alone(
    visit: Visit, places: dict[str, str], language: str, kind: str
) -> None:
    asked, found = WORDS[language]
    context = visit()
    seen = requests_of(context)
    page = context.new_page()
    said = complaints_of(page)
    page.goto(f"{places[kind]}/{language}/{TOPIC}")
    assert not [url for url in seen if url.endswith("search.json.js")]
    page.locator(".search-link").click()
    page.locator("form.search input").fill(asked)
    page.locator(".found a").first.wait_for()
    assert found in page.locator(".found").inner_text()
    assert {url.split("/")[-2] for url in seen if url.endswith("search.json.js")} == {language}
    page.locator(".found a").first.click()
    page.wait_for_url(f"**/{language}/**")
    assert said == []


def test_a_search_can_be_linked_and_says_when_nothing_is_found(visit: Visit, address: str) -> None:
    page = visit().new_page()
    page.goto(f"{address}/en/search.html#q=brigade")
    page.locator(".found a").first.wait_for()
    page.locator("form.search input").fill("zzzz")
    assert page.locator(".found a").count() == 0
    assert "Nothing was found" in page.locator(".search [role=status]").inner_text()


def test_a_number_is_found_with_and_without_what_stands_between_its_thousands(visit: Visit, address: str) -> None:
    page = visit().new_page()
    page.goto(f"{address}/en/search.html")
    found = []
    for asked in ("49000", "49,000", "49 000"):
        page.locator("form.search input").fill(asked)
        page.locator(".found a").first.wait_for()
        found.append(page.locator(".found a").all_inner_texts())
    assert found[0] == found[1] == found[2]
    assert page.locator(".found mark", has_text="49,000").count() > 0


def test_what_a_search_shows_ends_with_a_whole_word(visit: Visit, address: str, site: Path) -> None:
    page = visit().new_page()
    page.goto(f"{address}/en/search.html#q=list")
    page.locator(".found a").first.wait_for()
    index = (site / "en/search.json.js").read_text(encoding="utf-8")
    cut = [text for text in page.locator(".found p").all_inner_texts() if text.endswith(" …")]
    assert cut
    for text in cut:
        assert re.search(rf"{re.escape(text[-22:-2])}(?![\w])", index), text


def test_without_javascript_all_pages_are_listed(visit: Visit, address: str, site: Path) -> None:
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{address}/uk/search.html")
    listed = page.locator(".contents > li > a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    unlisted = {path for path in pages_of(site, "uk") if path not in listed}
    assert {path for path in unlisted if not path.startswith("data/correct-")} == {"search.html"}
    assert not page.locator("form.search").is_visible()
