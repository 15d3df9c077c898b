"""Everything can be reached and worked with the keyboard, read when enlarged or spaced, and nothing moves unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.pages import languages, pages_of_each_type
from tests.browser.serving import settled, until

pytestmark = pytest.mark.browser

Visit = Callable[..., BrowserContext]
TOPIC, LONG = "topics/prosecutions.html", "data/statements.html"
DESK, PHONE, ENLARGED = ({"width": width, "height": 800} for width in (1280, 360, 320))

OPERABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.hidden)
    .filter((one) => one.tabIndex >= 0)
    .filter((one, _, all) => one.type !== "radio" || one.checked || one === all.find(({ name }) => name === one.name))
    .map((one, place) => { one.dataset.reach = place; return one.outerHTML.slice(0, 120); })"""

# Whether the element that has the focus shows it, on itself or, where it is a switch that is not drawn, on its label.
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const drawn = getComputedStyle(one).opacity === "0" ? [...(one.labels || []), one.nextElementSibling] : [one];
    const outlined = drawn.filter(Boolean).some((each) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
    });
    return [Number(one.dataset.reach ?? -1), outlined, one.outerHTML.slice(0, 120)];
}"""

# What is cut off: text in a box that is smaller than it and neither scrolls nor is meant for screen readers alone.
CUT = """() => [...document.querySelectorAll("main *, header *")].filter((one) => {
    if (one.scrollWidth <= one.clientWidth + 2) return false;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (one.closest("svg, .unseen, .md-sidebar, .md-search, [hidden]")) return false;
    const { overflowX } = getComputedStyle(one);
    return (overflowX === "hidden" || overflowX === "clip") && one.innerText?.trim();
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def first(address: str, site: Path) -> str:
    """Where the site in its first language is served."""
    return f"{address}/{languages(site)[0]}"


def walk(page: Page, most: int = 400) -> list[tuple[int, bool, str]]:
    """The elements that Tab leads to, from the top of the page to its end, and whether they show their focus."""
    steps: list[tuple[int, bool, str]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step is None or step[0] in {place for place, *_ in steps if place >= 0}:
            return steps
        steps.append((step[0], step[1], step[2]))
    raise AssertionError(f"{page.url} – Tab does not come to an end after {most} steps")


def lost(page: Page) -> list[str]:
    """What a reader of a narrow page does not see without scrolling sideways, or at all."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    cut = [str(one) for one in page.evaluate(CUT)]
    return [f"{wide} pixels wide", *cut] if wide > ENLARGED["width"] else cut


@pytest.mark.parametrize(("path", "size"), [(TOPIC, DESK), (TOPIC, PHONE), (LONG, PHONE)])
def test_tab_reaches_everything_in_order_and_shows_where_it_is(
    visit: Visit, first: str, path: str, size: dict[str, int]
) -> None:
    page = visit(viewport=size, reduced_motion="reduce").new_page()
    settled(page, f"{first}/{path}")
    operable = page.evaluate(OPERABLE)
    steps = walk(page)
    reached = {place for place, *_ in steps}
    assert [operable[place] for place in range(len(operable)) if place not in reached] == []
    assert [told for _, shown, told in steps if not shown] == []
    order = [place for place, *_ in steps if place >= 0]
    assert order == sorted(order)


def test_the_first_step_leads_past_the_navigation(visit: Visit, first: str) -> None:
    page = visit(viewport=DESK).new_page()
    page.goto(f"{first}/{TOPIC}")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    assert skip.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_details_frames_charts_and_colours_work_with_keys(visit: Visit, first: str) -> None:
    page = visit(viewport=PHONE, reduced_motion="reduce").new_page()
    page.goto(f"{first}/{TOPIC}")
    page.locator("details.chart-table > summary").first.focus()
    page.keyboard.press("Enter")
    frame = page.locator("details.chart-table[open] .table-frame").first
    frame.focus()
    page.keyboard.press("ArrowDown")
    until(page, "frame => frame.scrollTop > 0", frame.element_handle())
    page.locator(".explore").first.focus()
    page.keyboard.press("Enter")
    page.locator("figure.is-live .live svg.marks").wait_for()
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("input.md-option").first.focus()
    page.keyboard.press("ArrowRight")
    until(page, "scheme => document.body.dataset.mdColorScheme !== scheme", scheme)


def test_the_menu_of_a_phone_opens_with_keys_and_holds_no_focus_while_closed(visit: Visit, first: str) -> None:
    page = visit(viewport=PHONE, reduced_motion="reduce").new_page()
    page.goto(f"{first}/{TOPIC}")
    link = page.locator(".md-sidebar--primary a.md-nav__link").last
    assert not link.is_visible()
    page.locator("header label[for=__drawer]").focus()
    page.keyboard.press("Enter")
    link.wait_for(state="visible")
    page.keyboard.press("Enter")
    link.wait_for(state="hidden")


def test_the_menu_of_a_phone_opens_with_keys_without_a_script(visit: Visit, first: str) -> None:
    page = visit(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{first}/{TOPIC}")
    page.locator("#__drawer").focus()
    page.keyboard.press("Space")
    page.locator(".md-sidebar--primary a.md-nav__link").last.wait_for(state="visible")


def test_enlarged_or_spaced_text_is_not_cut_and_pages_scroll_one_way(visit: Visit, address: str, site: Path) -> None:
    """Enlarged four times a desk is as wide as the narrowest phone (WCAG 1.4.10); the distances are those of 1.4.12."""
    page = visit(viewport=ENLARGED, bypass_csp=True, reduced_motion="reduce").new_page()
    spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
    found: dict[str, list[str]] = {}
    for path in pages_of_each_type(site):
        page.goto(f"{address}/{path}")
        found[path] = lost(page)
        page.add_style_tag(content=f"{spaced} p {{ margin-bottom: 2em !important; }}")
        found[f"{path}, spaced"] = lost(page)
    assert {path: told for path, told in found.items() if told} == {}


def test_a_page_that_cuts_or_scrolls_sideways_is_found(visit: Visit) -> None:
    page = visit(viewport=ENLARGED).new_page()
    page.set_content('<main><p style="width: 2em; overflow: hidden; white-space: nowrap">very much cut</p></main>')
    assert len(lost(page)) == 1
    page.set_content('<main><p style="width: 400px">wide</p></main>')
    assert lost(page) == ["408 pixels wide"]


def test_nothing_moves_for_those_who_do_not_want_it(visit: Visit, first: str) -> None:
    page = visit(reduced_motion="reduce").new_page()
    page.goto(f"{first}/{TOPIC}")
    moving = """() => [...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, part || null);
        const still = transitionDuration.split(", ").every((time) => parseFloat(time) === 0);
        return still && animationName === "none" && scrollBehavior === "auto" ? "" : one.className + part;
    })).filter(Boolean)"""
    assert page.evaluate(moving) == []
