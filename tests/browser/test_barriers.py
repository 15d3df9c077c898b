"""axe finds no barrier on any type of page, in light and dark, on a phone and at a desk, in any language."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.pages import languages, pages_of_each_type

pytestmark = pytest.mark.browser

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
SCHEMES = {"light": "default", "dark": "slate"}
WIDTHS = (360, 1280)
LANGUAGES = ("en", "ru", "uk")

RUN = """async ([scheme, contrast]) => {
    if (scheme && document.body.hasAttribute("data-md-color-scheme"))
        document.body.setAttribute("data-md-color-scheme", scheme);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { violations } = await axe.run(document, {
        resultTypes: ["violations"], preload: false,
        rules: { "color-contrast": { enabled: contrast }, "target-size": { enabled: true },
            "label-content-name-mismatch": { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}"""


@dataclass(frozen=True)
class Looks:
    """How a page is looked at."""

    scheme: str
    width: int


EVERY = tuple(Looks(scheme, width) for scheme, width in product(SCHEMES, WIDTHS))
# Measuring contrast takes most of the time. Each page has it measured once in either scheme; what is there at one width
# alone (tabs, margins, the menu) is the same on every page, and has it measured at every look on those below.
CROSSED = (Looks("light", 360), Looks("dark", 1280))
MEASURED = ("index.html", "topics/prosecutions.html")


def barriers(page: Page, looks: Looks, contrast: bool = True) -> list[str]:
    page.emulate_media(color_scheme=looks.scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": looks.width, "height": 800})
    return [str(one) for one in page.evaluate(RUN, [SCHEMES[looks.scheme], contrast])]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.mark.parametrize("part", [*LANGUAGES, ""])
def test_axe_finds_no_barrier(context: BrowserContext, address: str, site: Path, part: str) -> None:
    """One part of the site: a language, or the pages that belong to none; each may run on a worker of its own."""
    paths = [path for path in pages_of_each_type(site) if path.rpartition("/")[0].partition("/")[0] == part]
    found: dict[tuple[str, Looks], list[str]] = {}
    page = context.new_page()
    for path in paths:
        page.goto(f"{address}/{path}")
        page.evaluate(AXE.read_text("utf-8"))
        for looks in EVERY:
            found[path, looks] = barriers(page, looks, looks in CROSSED or path.endswith(MEASURED))
    assert {place: told for place, told in found.items() if told} == {}
    assert len(found) == len(EVERY) * len(paths) > 0


def test_every_page_belongs_to_a_part_that_is_looked_at(site: Path) -> None:
    parts = {path.rpartition("/")[0].partition("/")[0] for path in pages_of_each_type(site)}
    assert parts == {*LANGUAGES, ""}
    assert {*languages(site)} == {*LANGUAGES}


def test_axe_finds_a_barrier_where_there_is_one(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_content(
        '<html lang="en"><title>x</title><body><main><h1>x</h1><p style="color:#999">pale</p></main></body>'
    )
    page.evaluate(AXE.read_text("utf-8"))
    assert barriers(page, Looks("light", 360)) == ["color-contrast: p"]


def test_a_page_begins_in_the_colours_that_the_reader_prefers(browser: Browser, address: str, site: Path) -> None:
    for scheme, name in SCHEMES.items():
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}/{languages(site)[0]}/index.html")
        assert page.locator("body").get_attribute("data-md-color-scheme") == name
        context.close()
