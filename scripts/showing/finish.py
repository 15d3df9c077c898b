"""Finishes the built pages: fills the slots, completes the heads, and lays the files for download beside them."""

import base64
import hashlib
import re
import shutil
from pathlib import Path

_SLOT = re.compile(r'<div data-slot="([a-z0-9-]+)"></div>')
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ALIGNED = re.compile(r' style="text-align: (left|right|center);?"')

_FEEDS = {"data/releases.html": "releases", "corrections/index.html": "corrections"}


class EmptySlotError(Exception):
    """A page asks for a part that nobody computed."""

    def __init__(self, page: str, slot: str) -> None:
        super().__init__(f"{page} – there is nothing to put into [[slot: {slot}]] – correct the name.")


def write(site: Path, build: Path) -> None:
    """Finish a built site in place, with the slots and files that the build wrote before it."""
    if (build / "files").is_dir():
        shutil.copytree(build / "files", site, dirs_exist_ok=True)
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    hashes = sorted({_hash(script) for page in pages.values() for script in _SCRIPT.findall(page)})
    for path, page in pages.items():
        place = path.relative_to(site)
        finished = _with_feed(_with_head(_filled(page, place, build / "slots"), hashes), place)
        finished = _with_tables(finished, place)
        path.write_text(_ALIGNED.sub(r' class="align-\1"', finished), encoding="utf-8")


def policy(hashes: list[str]) -> str:
    """The Content-Security-Policy of every page: nothing from anywhere but the site, no inline style, no eval."""
    scripts = " ".join(["'self'", *hashes])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'"
    )


def _filled(page: str, place: Path, slots: Path) -> str:
    language = place.parts[0]
    root = "../" * (len(place.parts) - 1) or "./"

    def content(match: re.Match[str]) -> str:
        file = slots / language / f"{match[1]}.html"
        if not file.is_file():
            raise EmptySlotError(place.as_posix(), match[1])
        return file.read_text(encoding="utf-8").replace('"@/', f'"{root}')

    return _SLOT.sub(content, page)


def _with_head(page: str, hashes: list[str]) -> str:
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
        '<meta name="referrer" content="no-referrer">'
    )
    page = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{metas}', 1)
    return page.replace(
        'class="md-search" data-md-component="search" role="dialog"',
        'class="md-search" data-md-component="search" role="dialog" aria-label="Search"',
        1,
    )


def _with_feed(page: str, place: Path) -> str:
    """A page of which there is a feed names it, so that a feed reader finds it from the page's address."""
    name = _FEEDS.get(Path(*place.parts[1:]).as_posix())
    # The theme's script takes a link that is "alternate" and nothing else for the site in another language.
    link = f'<link rel="alternate feed" type="application/atom+xml" href="../feeds/{name}.xml">'
    return page.replace("</head>", f"{link}</head>", 1) if name else page


def _with_tables(page: str, place: Path) -> str:
    """A page with a table that can be sorted asks for the script that sorts it; assets/charts.js does below a chart."""
    script = f'<script defer src="{"../" * (len(place.parts) - 1)}assets/tables.js"></script>'
    return (
        page.replace("</head>", f"{script}</head>", 1)
        if ' data-filter="' in page and "chart-table" not in page
        else page
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
