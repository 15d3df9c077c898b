"""Tables that a reader can sort and filter, from a folder as well, and that are complete without a script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

pytestmark = pytest.mark.browser

Visit = Callable[..., BrowserContext]
SHORT, LONG = "data/absences.html", "data/statements.html"


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit(viewport={"width": 1280, "height": 900}).new_page()


def head(table: Locator, words: str) -> Locator:
    return table.locator("th", has=table.page.get_by_role("button", name=words, exact=True))


def keys(table: Locator, column: int) -> list[str]:
    """What the cells of a column are sorted by, from top to bottom."""
    cells = table.locator(f"tbody tr:not([hidden]) > :nth-child({column})")
    read = "cells => cells.map(cell => cell.dataset.value ?? cell.textContent.trim())"
    return [str(key) for key in cells.evaluate_all(read)]


def identifiers(table: Locator) -> list[str]:
    return [str(name) for name in table.locator("tbody tr").evaluate_all("rows => rows.map(row => row.id)")]


def test_numbers_sort_as_numbers_and_the_third_press_restores_the_order(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{SHORT}")
    table = page.locator("table", has=page.locator(".withheld")).first
    order = identifiers(table)
    number = head(table, "Number")
    number.get_by_role("button").click()
    assert number.get_attribute("aria-sort") == "descending"
    values = keys(table, 2)
    told = [float(value) for value in values if value]
    assert told == sorted(told, reverse=True)
    assert len(told) < len(values)
    assert values[len(told) :] == [""] * (len(values) - len(told)), "withheld figures stay last"
    number.get_by_role("button").click()
    assert number.get_attribute("aria-sort") == "ascending"
    assert [float(value) for value in keys(table, 2) if value] == sorted(told)
    assert keys(table, 2)[-1] == ""
    number.get_by_role("button").click()
    assert number.get_attribute("aria-sort") is None
    assert identifiers(table) == order


def test_no_withheld_figure_has_a_key(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{SHORT}")
    withheld = page.locator("td.number", has=page.locator(".withheld"))
    assert withheld.count() > 0
    assert set(withheld.evaluate_all("cells => cells.map(cell => cell.dataset.value)")) == {""}


def test_words_and_days_sort_by_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{LONG}")
    table = page.locator("table[data-filter]")
    head(table, "Who counted").get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert (words := keys(table, 3)) == sorted(words, key=lambda word: word.casefold().replace("“", " "))
    head(table, "Counted on").get_by_role("button").focus()
    page.keyboard.press("Space")
    assert (days := keys(table, 2)) == sorted(days)
    assert len(set(days)) > 5
    assert table.locator("[aria-sort]").count() == 1


def test_a_long_table_can_be_filtered_and_tells_how_many_rows_are_left(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{LONG}")
    table = page.locator("table[data-filter]")
    every = table.locator("tbody tr").count()
    page.get_by_label("Filter the rows").press_sequentially("COURT verdict")
    left = table.locator("tbody tr:not([hidden])")
    assert 0 < left.count() < every
    for text in left.all_inner_texts():
        assert "court" in text.lower()
        assert "verdict" in text.lower()
    assert page.locator(".filter output").inner_text() == f"{left.count()} of {every} rows"
    hidden = table.locator("tbody tr[hidden]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", hidden)
    page.locator(f"tr[id='{hidden}']:not([hidden])").wait_for()
    assert left.count() == every
    assert page.locator(".filter output").inner_text() == ""


def test_short_tables_have_no_filter(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{SHORT}")
    assert page.locator("table[data-filter] .sort").count() > 0
    counts = page.locator("table[data-filter] tbody").evaluate_all("bodies => bodies.map(body => body.rows.length)")
    assert page.locator(".filter").count() == sum(count > 12 for count in counts)


def test_tables_sort_in_a_folder_too(page: Page, site: Path) -> None:
    page.goto((site / "en" / LONG).as_uri())
    table = page.locator("table[data-filter]")
    head(table, "Counted on").get_by_role("button").click()
    assert (days := keys(table, 2)) == sorted(days)


def test_without_a_script_every_row_is_there_and_nothing_to_press(visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{address}/en/{LONG}")
    assert page.locator("table[data-filter] tbody tr").count() > 12
    assert page.locator(".sort, .filter").count() == 0
    assert page.locator("table[data-filter] thead th").first.is_visible()


def test_the_table_of_a_chart_sorts_once_it_is_opened(page: Page, address: str) -> None:
    page.goto(f"{address}/en/topics/prosecutions.html")
    assert page.locator(".sort").count() == 0
    page.locator("details.chart-table > summary").first.click()
    table = page.locator("details.chart-table table").first
    head(table, "Number").get_by_role("button").click()
    told = [float(value) for value in keys(table, 2)]
    assert told == sorted(told, reverse=True)


def test_only_pages_with_such_a_table_ask_for_the_script(site: Path) -> None:
    texts = {page: page.read_text("utf-8") for page in site.rglob("*.html")}
    asking = {page for page, text in texts.items() if "assets/tables.js" in text}
    assert asking == {page for page, text in texts.items() if " data-filter=" in text and "chart-table" not in text}
    assert site / "en" / LONG in asking
    assert site / "en" / "about" / "privacy.html" not in asking


STACKED = ("data/absences.html", "data/conflicts.html", "data/statements.html", "topics/entitlements.html")


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@pytest.mark.parametrize("path", STACKED)
def test_on_a_phone_the_cells_of_a_row_stand_below_each_other_with_their_words(
    visit: Visit, address: str, language: str, path: str
) -> None:
    phone = visit(viewport={"width": 360, "height": 740}).new_page()
    phone.goto(f"{address}/{language}/{path}")
    table = phone.locator(".stacked").first
    frame = phone.locator(".table-frame", has=table).first
    assert frame.evaluate("frame => frame.scrollWidth - frame.clientWidth") == 0
    heads = [words.strip() for words in table.locator("thead th").all_text_contents()]
    said = table.locator("tbody tr").first.evaluate(
        """row => [...row.cells].map(cell => getComputedStyle(cell, "::before").content.replaceAll('"', ""))"""
    )
    told = {place: words.removesuffix(": ") for place, words in enumerate(said) if words != "none"}
    assert len(told) >= 2
    assert told == {place: heads[place] for place in told}
