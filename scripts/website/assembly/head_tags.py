"""Completes the head of a page: what a browser may load, what a message shows that passes the page on, and its feed."""

import base64
import hashlib
import html
import re
from pathlib import Path

from scripts.website.assembly.social_cards import FOLDER, HEIGHT, WIDTH, Card

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)(?: - Unaccounted)?</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_CHARSET = '<meta charset="utf-8">'
_FEEDS = {"data/releases.html": "releases", "corrections/index.html": "corrections"}


def policy(pages: list[str]) -> str:
    """The Content-Security-Policy of every page: nothing from anywhere but the site, no inline style, no eval.

    The theme has a few scripts inside its pages; all of them are allowed by their hashes on every page.
    """
    hashes = sorted({_hash(script) for page in pages for script in _SCRIPT.findall(page)})
    scripts = " ".join(("'self'", *hashes))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'"
    )


def card_of(page: str, place: Path) -> Card:
    """The card of a page, from its title and description; those that nobody passes on singly share one."""
    title, description = (
        html.unescape(found[1]) if found else "" for found in (_TITLE.search(page), _DESCRIPTION.search(page))
    )
    return Card(
        "Unaccounted" if "decisions" in place.parts or place.name.startswith("correct-") else title, description
    )


def completed(page: str, place: Path, rule: str, address: str) -> str:
    """A page with its head; `address` is the site's own, empty where it is not known."""
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{rule}"><meta name="referrer" content="no-referrer">'
        f"{_passed_on(page, place, address)}"
    )
    # The theme lets a browser wait for its scripts; nothing that is painted first needs one.
    page = page.replace("<script src=", "<script defer src=")
    page = _with_tables(page.replace(_CHARSET, f"{_CHARSET}{metas}", 1), place)
    name = _FEEDS.get(Path(*place.parts[1:]).as_posix())
    # The theme's script takes a link that is "alternate" and nothing else for the site in another language.
    link = f'<link rel="alternate feed" type="application/atom+xml" href="../feeds/{name}.xml">'
    return page.replace("</head>", f"{link}</head>", 1) if name else page


def _with_tables(page: str, place: Path) -> str:
    """A page with a table that can be sorted asks for the script that sorts it; assets/charts.js does below a chart."""
    if ' data-filter="' not in page or "chart-table" in page:
        return page
    script = f'<script defer src="{"../" * (len(place.parts) - 1)}assets/tables.js"></script>'
    return page.replace("</head>", f"{script}</head>", 1)


def _passed_on(page: str, place: Path, address: str) -> str:
    """Title, description and card for programs that show a link (The Open Graph protocol)."""
    card, language = card_of(page, place), place.parts[0]
    root = address or "../" * (len(place.parts) - 1)
    told = {
        "og:type": "website",
        "og:site_name": "Unaccounted",
        "og:locale": language,
        "og:title": card.title,
        "og:description": card.below,
        "og:image": f"{root}{language}/{FOLDER}/{card.name}",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
    } | ({"og:url": f"{address}{place.as_posix()}"} if address else {})
    metas = (f'<meta property="{name}" content="{html.escape(text)}">' for name, text in told.items())
    return f'{"".join(metas)}<meta name="twitter:card" content="summary_large_image">'


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
