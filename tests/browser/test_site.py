"""The built site as a reader meets it: on a phone, without JavaScript, from a folder, and never calling anybody."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.bench import first_touch, first_view, weight_of_a_figure, zipped
from tests.browser.serving import settled

pytestmark = pytest.mark.browser

TOPIC = "en/topics/prosecutions.html"
CORRECTIONS = "corrections/index.html"
PAGES = (
    "index.html",
    "en/index.html",
    TOPIC,
    "en/topics/relabelled.html",
    "en/topics/deaths.html",
    "en/topics/compare.html",
    "en/topics/missing.html",
    "en/topics/entitlements.html",
    "en/data/index.html",
    "en/data/absences.html",
    "en/data/sources.html",
    "en/data/conflicts.html",
    "en/data/codes.html",
    "en/data/releases.html",
    "en/research/index.html",
    "en/research/loading.html",
    "en/research/examples.html",
    "en/research/standards.html",
    "en/method/checks.html",
    "en/method/marks.html",
    "en/method/glossary.html",
    "en/method/disclosure.html",
    "en/corrections/index.html",
    "en/about/privacy.html",
    "404.html",
)

Visit = Callable[..., BrowserContext]


def requests_of(context: BrowserContext) -> list[str]:
    seen: list[str] = []
    context.on("request", lambda request: seen.append(request.url))
    return seen


def complaints_of(page: Page) -> list[str]:
    """What the browser says against a page: policy violations, script errors, missing files."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@dataclass(frozen=True)
class Tour:
    """A visit to all pages until they fell silent: what they asked for, and what the browser said against each."""

    requests: list[str]
    complaints: dict[str, list[str]]


def tour(context: BrowserContext, address: str) -> Tour:
    seen = requests_of(context)
    pages = {path: context.new_page() for path in PAGES}
    said = {path: complaints_of(page) for path, page in pages.items()}
    for path, page in pages.items():
        page.goto(f"{address}/{path}")
    for page in pages.values():
        page.wait_for_load_state("networkidle")
    return Tour(seen, said)


@pytest.fixture(scope="module")
def toured(browser: Browser, address: str) -> dict[bool, Tour]:
    """All pages, visited with JavaScript and without it."""
    tours = {}
    for javascript in (True, False):
        with browser.new_context(java_script_enabled=javascript) as context:
            tours[javascript] = tour(context, address)
    return tours


@pytest.mark.parametrize("javascript", [True, False])
def test_no_page_calls_another_host(toured: dict[bool, Tour], address: str, javascript: bool) -> None:
    seen = toured[javascript].requests
    assert len(seen) > len(PAGES)
    assert [url for url in seen if not url.startswith((address, "data:"))] == []


def test_no_page_scrolls_sideways_on_a_phone(visit: Visit, address: str) -> None:
    page = visit(viewport={"width": 360, "height": 740}).new_page()
    widths = {}
    for path in PAGES:
        page.goto(f"{address}/{path}")
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in widths.items() if width > 360} == {}


def test_no_page_breaks_its_own_policy(toured: dict[bool, Tour]) -> None:
    assert {path: complaints for path, complaints in toured[True].complaints.items() if complaints} == {}


def test_charts_and_their_tables_are_there_without_javascript(visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{address}/{TOPIC}")
    assert page.locator("figure.chart").count() == 4
    assert page.locator("figure.chart .wide svg[role=img]").first.is_visible()
    page.locator("details.chart-table summary").first.click()
    assert page.locator("details.chart-table td.number", has_text="18,159").first.is_visible()


def test_a_phone_shows_the_narrow_drawing_and_a_desk_the_wide_one(visit: Visit, address: str) -> None:
    for width, shown, hidden in ((360, "narrow", "wide"), (1280, "wide", "narrow")):
        page = visit(viewport={"width": width, "height": 800}).new_page()
        page.goto(f"{address}/{TOPIC}")
        assert page.locator(f"figure.chart .{shown} svg").first.is_visible()
        assert not page.locator(f"figure.chart .{hidden} svg").first.is_visible()


def test_a_bound_number_leads_to_its_row_and_its_source(visit: Visit, address: str) -> None:
    page = visit().new_page()
    page.goto(f"{address}/en/topics/relabelled.html")
    page.locator("a.figure", has_text="1,348").first.click()
    page.wait_for_url("**/en/data/relabelled.html#labels-reviewed-sverdlovsk-2025")
    page.locator("#labels-reviewed-sverdlovsk-2025 .read-at a").click()
    page.wait_for_url("**/en/data/sources.html#*")
    assert page.locator("dt:target a").get_attribute("href", timeout=5000)


def test_withheld_figures_are_marked_and_nothing_else(visit: Visit, address: str) -> None:
    page = visit().new_page()
    page.goto(f"{address}/en/data/absences.html")
    rows = page.locator("tr", has=page.locator(".withheld", has_text="withheld"))
    assert rows.count() == 4
    for text in rows.locator("td.number").all_inner_texts():
        assert text.strip() == "withheld"


def test_dark_print_uses_light_colours(visit: Visit, address: str) -> None:
    page = visit(color_scheme="dark").new_page()
    page.goto(f"{address}/{TOPIC}")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--absent').trim()") == "#1f6f8b"


TOPICS = [f"{language}/topics/{topic}.html" for language in ("en", "ru", "uk") for topic in ("prosecutions", "deaths")]


@pytest.mark.parametrize("path", TOPICS)
def test_a_topic_page_is_light_on_first_view(visit: Visit, address: str, site: Path, path: str) -> None:
    seen = first_view(visit(), address, site, path)
    assert seen.total > seen.scripts > 10_000
    assert seen.total <= 85_000
    assert seen.scripts <= 40_000
    assert 5 <= seen.requests <= 10


def test_a_page_waits_for_one_sheet_of_styles_and_no_script_before_it_is_painted(site: Path) -> None:
    pages = {page: page.read_text(encoding="utf-8") for page in site.glob("*/**/*.html")}
    assert sum("<script defer src=" in text for text in pages.values()) > 100
    assert [page for page, text in pages.items() if "<script src=" in text] == []
    assert {text.count('rel="stylesheet"') for text in pages.values()} == {1}


def test_the_foot_of_every_page_names_its_release_and_leads_to_corrections(site: Path) -> None:
    version = json.loads((site / "package/datapackage.json").read_text(encoding="utf-8"))["version"]
    named = re.compile(rf' {re.escape(version)}\. <a href="([^"]+)">')
    for page in (pages := [*site.glob("*/**/*.html")]):
        led = named.search(page.read_text(encoding="utf-8").split("<footer")[-1])
        assert led, page
        assert (page.parent / led[1]).resolve() == site.resolve() / page.relative_to(site).parts[0] / CORRECTIONS
    assert len(pages) > 100


@pytest.mark.parametrize("path", ["en/index.html", TOPIC, "en/data/absences.html", "en/search.html"])
def test_nothing_shifts_while_a_page_loads(visit: Visit, address: str, path: str) -> None:
    page = visit(viewport={"width": 360, "height": 740}).new_page()
    page.add_init_script(
        "window.shifted = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) "
        "window.shifted += value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    settled(page, f"{address}/{path}")
    assert page.evaluate("performance.getEntriesByType('paint').length") > 0
    assert page.evaluate("window.shifted") == 0


def test_the_site_is_small_enough_to_be_passed_on(site: Path) -> None:
    assert 10_000 < weight_of_a_figure(site) <= 28_900
    assert all(zipped(index) <= 170_000 for index in site.glob("*/search.json.js"))
    assert all(archive.stat().st_size <= 1_000_000 for archive in (site / "releases").glob("*.zip"))


def test_what_a_chart_fetches_is_light_before_and_after_the_first_touch(site: Path) -> None:
    assert zipped(site / "assets/charts.js") <= 2_000
    assert 100_000 < first_touch() <= 160_000


def test_a_reader_leaves_nothing_behind_but_the_choice_of_colours(visit: Visit, address: str) -> None:
    context = visit()
    page = context.new_page()
    for path in ("en/index.html", TOPIC, "ru/search.html#q=армия", "uk/data/deaths.html"):
        settled(page, f"{address}/{path}")
    page.locator(".md-header label[for^=__palette]").locator("visible=true").click()
    kept = page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]")
    assert kept[0] == ["/.__palette"]
    assert kept[1:] == [[], ""]
    assert context.cookies() == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
    page.reload()
    assert page.evaluate("JSON.parse(localStorage['/.__palette']).index") == 1
