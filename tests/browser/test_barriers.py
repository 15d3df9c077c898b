"""axe finds no barrier on any type of page, in light and dark, on a phone and at a desk, in any language."""

from collections.abc import Iterator
from dataclasses import dataclass
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

# Axe reads the text of a colour anew for every element; a page has few colours, and each is read once.
READ_ONCE = """() => {
    const known = new Map(), colour = axe.commons.color.Color.prototype, read = colour.parseString;
    colour.parseString = function (text) {
        if (!known.has(text)) {
            const { r, g, b, alpha } = read.call(this, text);
            known.set(text, { r, g, b, alpha });
        }
        return Object.assign(this, known.get(text));
    };
}"""

LOOK = """async (scheme) => {
    if (document.body.hasAttribute("data-md-color-scheme")) document.body.setAttribute("data-md-color-scheme", scheme);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""

# All but colours that a rule can judge: the page as it stands, the place of each element, and whether it can be seen.
SHAPE = """(width) => {
    const places = [...document.querySelectorAll("*")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const { display, visibility, opacity, content } = getComputedStyle(one);
        return [x, y, width, height, display, visibility, opacity, content];
    });
    const shape = document.documentElement.outerHTML.replace(/ data-md-color-scheme="[a-z]+"/, "") + places.join(";");
    const is_known = window.shapes?.[width] === shape;
    window.shapes = { ...window.shapes, [width]: shape };
    return is_known;
}"""

RUN = """async (contrast) => {
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


# Measuring contrast takes most of the time. Each page has it measured once in either scheme; what is there at one width
# alone (tabs, margins, the menu) is the same on every page, and has it measured at every look on those below.
CROSSED = (Looks("light", 360), Looks("dark", 1280))
MEASURED = ("index.html", "topics/prosecutions.html")
EVERY = (*CROSSED, Looks("dark", 360), Looks("light", 1280))


def bring_axe(page: Page) -> None:
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate(READ_ONCE)


def look(page: Page, looks: Looks) -> None:
    page.emulate_media(color_scheme=looks.scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": looks.width, "height": 800})
    page.evaluate(LOOK, SCHEMES[looks.scheme])


def barriers(page: Page, contrast: bool = True) -> list[str]:
    return [str(one) for one in page.evaluate(RUN, contrast)]


def barriers_at_every_look(page: Page, measured: tuple[Looks, ...]) -> dict[Looks, list[str]]:
    """What axe finds; a look that differs in nothing but colours from the one before at its width is not judged again.

    Colours are judged by contrast alone, at the looks at which it is measured.
    """
    found: dict[Looks, list[str]] = {}
    bring_axe(page)
    for looks in EVERY:
        look(page, looks)
        is_known = page.evaluate(SHAPE, looks.width)
        found[looks] = [] if is_known and looks not in measured else barriers(page, looks in measured)
    return found


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
        judged = barriers_at_every_look(page, EVERY if path.endswith(MEASURED) else CROSSED)
        found |= {(path, looks): told for looks, told in judged.items()}
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
    bring_axe(page)
    assert barriers(page) == ["color-contrast: p"]


def test_axe_finds_a_barrier_that_is_there_at_one_look_alone(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_content(
        "<style>img { width: 9px; height: 9px; visibility: hidden }</style>"
        '<style media="(prefers-color-scheme: dark) and (width < 500px)">img { visibility: visible }</style>'
        '<html lang="en"><title>x</title><body><main><h1>x</h1><img src="data:,"></main></body>'
    )
    found = barriers_at_every_look(page, CROSSED)
    assert {looks: told for looks, told in found.items() if told} == {Looks("dark", 360): ["image-alt: img"]}


def test_a_page_begins_in_the_colours_that_the_reader_prefers(browser: Browser, address: str, site: Path) -> None:
    for scheme, name in SCHEMES.items():
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}/{languages(site)[0]}/index.html")
        assert page.locator("body").get_attribute("data-md-color-scheme") == name
        context.close()
