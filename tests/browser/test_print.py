"""A printed page has light colours and no navigation, tells where its links lead, and cuts no table."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.pages import languages

pytestmark = pytest.mark.browser

Visit = Callable[..., BrowserContext]
A4 = {"width": 718, "height": 1046}  # less the margins, in pixels of CSS


@pytest.fixture
def printed(visit: Visit, address: str, site: Path) -> Callable[[str], Page]:
    """A page as it goes to the printer, of a reader who prefers dark colours."""
    page = visit(color_scheme="dark", viewport=A4).new_page()

    def show(path: str) -> Page:
        page.goto(f"{address}/{languages(site)[0]}/{path}")
        page.emulate_media(media="print")
        return page

    return show


def test_print_is_dark_on_white_and_without_navigation(printed: Callable[[str], Page]) -> None:
    page = printed("topics/prosecutions.html")
    colours = "one => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor]"
    assert page.locator("article h1").evaluate(colours) == ["rgb(31, 36, 45)", "rgb(255, 255, 255)"]
    for gone in ("header", "nav", "footer", "button", "input", ".headerlink", ".downloads"):
        shown = page.locator(gone).evaluate_all("all => all.filter(one => one.checkVisibility()).length")
        assert shown == 0, gone


def test_printed_links_to_other_sites_tell_their_address(printed: Callable[[str], Page]) -> None:
    page = printed("data/sources.html")
    told = "all => all.map(one => [one.getAttribute('href'), getComputedStyle(one, '::after').content])"
    links = page.locator("article a[href^='http']").evaluate_all(told)
    assert len(links) > 100
    assert [href for href, content in links if href not in content] == []
    inner = page.locator("article a[href*='deaths.html']").evaluate_all(told)
    assert {content for _, content in inner} == {"none"}


@pytest.mark.parametrize("path", ["data/absences.html", "data/statements.html", "topics/entitlements.html"])
def test_no_printed_table_is_cut(printed: Callable[[str], Page], path: str) -> None:
    page = printed(path)
    cut = """frames => frames.filter(one => one.checkVisibility()).map(one => {
        const { overflowX, overflowY, maxHeight } = getComputedStyle(one);
        const right = one.querySelector("table").getBoundingClientRect().right;
        return [overflowX, overflowY, maxHeight, right <= document.documentElement.clientWidth];
    })"""
    frames = page.locator(".table-frame").evaluate_all(cut)
    assert frames
    assert {tuple(frame) for frame in frames} == {("visible", "visible", "none", True)}


@pytest.mark.parametrize("path", ["data/absences.html", "data/deaths.html", "topics/entitlements.html"])
def test_no_printed_number_and_no_head_of_a_column_is_broken_within_a_word(
    printed: Callable[[str], Page], path: str
) -> None:
    page = printed(path)
    broken = """cells => cells.filter(one => one.checkVisibility()).map(one => {
        const lines = [];
        for (const text of [...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE))
            for (const word of text.data.matchAll(/[^\\s\u2013-]+/g)) {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                lines.push(range.getClientRects().length);
            }
        return Math.max(...lines, 0);
    })"""
    found = page.locator(".figures td.number, .figures thead th, .figures a.figure").evaluate_all(broken)
    assert set(found) - {0} == {1}


def test_a_printed_chart_keeps_its_credit_also_when_it_was_touched(printed: Callable[[str], Page]) -> None:
    page = printed("topics/prosecutions.html")
    page.emulate_media(media="screen")
    page.locator(".explore").first.click()
    page.locator(".live svg.marks").wait_for()
    page.emulate_media(media="print")
    chart = page.locator("figure.is-live")
    assert "CC BY 4.0" in chart.locator(".wide svg").text_content()  # type: ignore[operator]
    assert chart.locator(".wide svg").is_visible()
    assert not chart.locator(".live").is_visible()


def test_closed_tables_of_charts_are_not_announced_and_disagreements_are_printed(
    printed: Callable[[str], Page],
) -> None:
    page = printed("topics/missing.html")
    assert not page.locator("details.chart-table").first.is_visible()
    assert page.locator("details.conflict .table-frame").first.is_visible()
    assert page.locator("details.conflict .table-frame").first.bounding_box()["height"] > 20  # type: ignore[index]
