"""A chart as a reader touches it: by pointer, finger and keys, linked, from a folder, and when something fails."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page

from tests.browser.serving import settled, until
from tests.browser.test_site import complaints_of, requests_of

pytestmark = pytest.mark.browser

DEATHS = "en/topics/deaths.html"
MONTHLY = "chart-deaths-monthly"
PAGES = sorted(
    f"en/topics/{name}.html"
    for name in (
        "absences", "bodies", "compare", "deaths", "formations", "help", "missing", "prosecutions", "relabelled",
    )
)  # fmt: skip

Visit = Callable[..., BrowserContext]


def opened(page: Page, name: str) -> Locator:
    """A chart after a reader pressed its button."""
    figure = page.locator(f"#{name}")
    figure.locator(".explore").click()
    figure.locator(".live svg.marks").wait_for()
    return figure


def at(page: Page, place: str, path: str = DEATHS) -> Page:
    page.goto(f"{place}/{path}")
    return page


@pytest.mark.parametrize("path", PAGES)
def test_every_chart_opens_without_a_complaint_or_a_stranger(visit: Visit, address: str, path: str) -> None:
    context = visit()
    seen = requests_of(context)
    page = context.new_page()
    said = complaints_of(page)
    at(page, address, path)
    names = [figure.get_attribute("id") or "" for figure in page.locator("figure.chart").all()]
    assert names
    for name in names:
        figure = opened(page, name)
        assert figure.locator(".live svg.marks path").count() > 1
        page.keyboard.press("ArrowRight")
        assert len(figure.locator(".tip").inner_text().split("\n")) == 5
    assert [url for url in seen if not url.startswith((address, "data:"))] == []
    assert said == []


def test_nothing_is_fetched_before_the_first_touch(visit: Visit, address: str) -> None:
    context = visit()
    seen = requests_of(context)
    page = context.new_page()
    settled(page, f"{address}/{DEATHS}")
    late = ("assets/vega.js", "assets/explore.js", "assets/walk.js", "charts/deaths-monthly.js")
    assert not [url for url in seen if url.endswith(late)]
    opened(page, MONTHLY)
    assert sorted(url.split("/", 3)[3] for url in seen if url.endswith(late)) == sorted((*late[:3], f"en/{late[3]}"))


def test_a_pointer_near_a_mark_is_told_what_it_is(visit: Visit, address: str) -> None:
    page = visit().new_page()
    figure = opened(at(page, address, "en/topics/prosecutions.html"), "chart-cases-yearly")
    bar = figure.locator(".drawn .mark-rect path").first
    bar.hover()
    tip = figure.locator(".tip")
    number, what, when, who, source = tip.inner_text().split("\n")
    assert (number, what, when) == ("615", "2021", "1 January 2021 to 31 December 2021")
    assert who.startswith("Mediazona, as of ")
    assert source.startswith("Source: ")
    assert figure.locator(".ring").is_visible()
    page.mouse.move(2, 2)
    assert not tip.is_visible()


def test_a_finger_opens_what_a_mark_says_and_another_touch_closes_it(visit: Visit, address: str) -> None:
    page = visit(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}).new_page()
    at(page, address, "en/topics/prosecutions.html")
    figure = page.locator("#chart-cases-yearly")
    figure.locator(".explore").tap()
    figure.locator(".live svg.marks").wait_for()
    figure.locator(".drawn .mark-rect path").first.tap()
    tip = figure.locator(".tip")
    assert "615" in tip.inner_text()
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert "615" in figure.locator("[role=status].spoken").inner_text()
    figure.locator(".chart-keys").tap()
    assert not tip.is_visible()


def test_arrow_keys_walk_the_marks_in_order_and_say_them(visit: Visit, address: str) -> None:
    page = visit().new_page()
    figure = opened(at(page, address), MONTHLY)
    stage, spoken = figure.locator(".stage"), figure.locator(".spoken")
    assert page.evaluate("document.activeElement.className") == "stage"
    assert stage.get_attribute("aria-label") == figure.locator(".wide svg title").text_content()
    heard = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowUp"):
        page.keyboard.press(key)
        heard.append(spoken.inner_text().split(". ")[1:3])
    killed = [["Killed", f"{month} 2022"] for month in ("February", "March", "April")]
    last = ["Declared dead", "July 2025"]
    assert heard == [*killed, killed[1], last, last, killed[0], killed[0]]
    assert spoken.get_attribute("aria-live") == "polite"
    page.keyboard.press("Escape")
    assert not figure.locator(".tip").is_visible()
    assert spoken.inner_text() == ""


def test_a_series_is_picked_out_with_keys_and_the_others_pale(visit: Visit, address: str) -> None:
    page = visit().new_page()
    figure = opened(at(page, address), MONTHLY)
    # The killed, as estimated and as projected; the declared dead are a range, which has no line.
    lines = figure.locator(".drawn .mark-line path")
    assert [line.get_attribute("opacity") for line in lines.all()] == ["1", "1"]
    button = figure.get_by_role("button", name="Declared dead")
    button.focus()
    page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "true"
    until(
        page, "document.querySelectorAll('#chart-deaths-monthly .drawn .mark-line path[opacity=\"0.15\"]').length === 2"
    )
    figure.locator(".stage").focus()
    page.keyboard.press("Home")
    assert "Declared dead" in figure.locator(".spoken").inner_text()
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.url.endswith(f"#{MONTHLY}&explore")


def test_a_time_is_chosen_and_the_axes_follow(visit: Visit, address: str) -> None:
    page = visit().new_page()
    figure = opened(at(page, address), MONTHLY)
    drawn = figure.locator(".drawn")
    assert "2023" in drawn.inner_text()
    figure.get_by_role("combobox", name="From").select_option("2024-01")
    figure.get_by_role("combobox", name="to").select_option("2024-12")
    until(page, "!document.querySelector('#chart-deaths-monthly .drawn').textContent.includes('2023')")
    assert page.url.endswith(f"#{MONTHLY}&from=2024-01&to=2024-12")
    figure.locator(".stage").focus()
    for key, month in (("Home", "January 2024"), ("End", "December 2024")):
        page.keyboard.press(key)
        assert month in figure.locator(".spoken").inner_text()
    figure.get_by_role("combobox", name="From").select_option("2025-03")
    last = figure.get_by_role("combobox", name="to")
    options = last.locator("option").evaluate_all("options => options.map(option => option.value)")
    assert last.input_value() == options[-1] > "2025-03"


@pytest.mark.parametrize("from_folder", [False, True])
def test_a_linked_chart_opens_as_it_was(visit: Visit, address: str, site: Path, from_folder: bool) -> None:
    place = site.as_uri() if from_folder else address
    page = visit().new_page()
    said = complaints_of(page)
    page.goto(f"{place}/{DEATHS}#{MONTHLY}&series=registry-killed-by-month&from=2023&to=2024")
    figure = page.locator(f"#{MONTHLY}")
    figure.locator(".live svg.marks").wait_for()
    assert figure.get_by_role("button", name="Killed").get_attribute("aria-pressed") == "true"
    assert figure.get_by_role("combobox", name="From").input_value() == "2023-01"
    assert figure.get_by_role("combobox", name="to").input_value() == "2024-12"
    until(page, "Math.abs(document.querySelector('#chart-deaths-monthly').getBoundingClientRect().top) < 300")
    figure.locator(".explore").click()
    assert figure.locator(".wide svg").is_visible()
    assert page.url.endswith(f"#{MONTHLY}")
    assert said == []


@pytest.mark.parametrize("fragment", ["&series=nobody&from=1999&to=soon", "&from=2025-06&to=2023-02", "&%E0%A4%A"])
def test_a_link_that_nobody_made_opens_the_chart_all_the_same(visit: Visit, address: str, fragment: str) -> None:
    page = visit().new_page()
    said = complaints_of(page)
    page.goto(f"{address}/{DEATHS}#{MONTHLY}{fragment}")
    page.locator(f"#{MONTHLY} .live svg.marks").wait_for()
    assert page.locator(f"#{MONTHLY} [aria-pressed=true]").count() == 0
    assert said == []


@pytest.mark.parametrize("missing", ["assets/vega.js", "assets/walk.js", "charts/deaths-monthly.js"])
def test_picture_and_table_stay_when_something_cannot_be_fetched(visit: Visit, address: str, missing: str) -> None:
    page = visit().new_page()
    page.route(f"**/{missing}", lambda route: route.abort())
    at(page, address)
    figure = page.locator(f"#{MONTHLY}")
    figure.locator(".explore").click()
    until(page, "document.querySelector('#chart-deaths-monthly .chart-status').textContent")
    assert "complete without it" in figure.locator(".chart-status").inner_text()
    assert figure.locator(".wide svg").is_visible()
    assert figure.locator(".live").count() == 0
    page.unroute(f"**/{missing}")
    # What focus or pointer asked for a moment before the way was free fails by itself.
    page.wait_for_timeout(500)
    opened(page, MONTHLY)
    assert figure.locator(".chart-status").inner_text() == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_barrier_in_an_open_chart(visit: Visit, address: str, scheme: str, width: int) -> None:
    page = visit(color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 900}).new_page()
    figure = opened(at(page, address), MONTHLY)
    figure.get_by_role("button", name="Killed").click()
    figure.locator(".stage").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(900)
    found = Axe().run(page).response["violations"]
    assert [(issue["id"], issue["nodes"][0]["target"]) for issue in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_open_chart_is_drawn_anew_when_the_page_narrows(visit: Visit, address: str) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    figure = opened(at(page, address), MONTHLY)
    figure.get_by_role("combobox", name="From").select_option("2024-01")
    page.set_viewport_size({"width": 360, "height": 740})
    until(page, "document.querySelector('#chart-deaths-monthly svg.marks').viewBox.baseVal.width < 400")
    assert figure.locator("svg.marks").count() == 1
    assert figure.get_by_role("combobox", name="From").input_value() == "2024-01"
    until(page, "!document.querySelector('#chart-deaths-monthly .drawn').textContent.includes('2023')")
