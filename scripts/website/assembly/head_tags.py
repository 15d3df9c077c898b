"""The head of a page, as theme/main.html writes it: title, what a shared link shows, feed, descriptions, scripts."""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from selectolax.lexbor import LexborHTMLParser

from scripts import layout
from scripts.website.assembly.json_ld import Descriptions, descriptions_of
from scripts.website.assembly.social_cards import FOLDER, HEIGHT, WIDTH, Card

_FEEDS = {"data/releases.html": "releases", "corrections/index.html": "corrections"}


@dataclass(frozen=True)
class Head:
    """What the head of a page says; addresses are counted from the page.

    properties: the page for programs that show a link (The Open Graph protocol). feed: empty where the page has none.
    """

    title: str
    description: str
    properties: dict[str, str]
    feed: str
    descriptions: Descriptions
    has_tables: bool


def head_of(page: Page, config: MkDocsConfig) -> Head:
    """Describe the head of a page that MkDocs has read."""
    title, description, card = title_of(page, config), _description(page, config), card_of(page, config)
    address, language, url = config.extra["address"], config.theme["language"], f"{config.theme['language']}/{page.url}"
    root = address or "../" * url.count("/")
    properties = {
        "og:type": "website",
        "og:site_name": str(config.site_name),
        "og:locale": language,
        "og:title": card.title,
        "og:description": card.below,
        "og:image": f"{root}{language}/{FOLDER}/{card.name}",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
    } | ({"og:url": f"{address}{url}"} if address else {})
    descriptions = descriptions_of(page.url, Path(config.extra["build"]) / layout.FILES)
    return Head(title, description, properties, _FEEDS.get(page.url, ""), descriptions, _has_tables(page))


def title_of(page: Page, config: MkDocsConfig) -> str:
    """Give the title of a page as plain text; that of the first page says what the site asks."""
    if page.is_homepage:
        return f"{config.site_name}: {config.extra['words']['question']}"
    return str(Markup(page.meta.get("title") or page.title or "").striptags())


def card_of(page: Page, config: MkDocsConfig) -> Card:
    """Give the card of a page; those that nobody passes on singly share one."""
    path = Path(page.url)
    is_shared = "decisions" in path.parts or path.name.startswith("correct-")
    return Card(str(config.site_name) if is_shared else title_of(page, config), _description(page, config))


def _description(page: Page, config: MkDocsConfig) -> str:
    return str(page.meta.get("description") or config.site_description or "")


def _has_tables(page: Page) -> bool:
    """Whether a page has a table that can be sorted; below a chart, assets/charts.js asks for the script itself."""
    tree = LexborHTMLParser(page.content or "", is_fragment=True)
    return tree.css_first("table[data-filter]") is not None and tree.css_first(".chart-table") is None
