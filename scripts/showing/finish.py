"""Finishes the built site: unites its languages, fills the slots, completes the heads, and makes the search's index."""

import base64
import hashlib
import re
import shutil
from pathlib import Path

from scripts.showing import search
from scripts.showing.uniting import unite, united

_SLOT = re.compile(r'<div data-slot="([a-z0-9-]+)"></div>')
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ALIGNED = re.compile(r' style="text-align: (left|right|center);?"')

# Slots of every page: what is said above it if its translation is missing or old, and the contents of its language.
TRANSLATION, CONTENTS = "translation", "contents"

_FEEDS = {"data/releases.html": "releases", "corrections/index.html": "corrections"}


class EmptySlotError(Exception):
    """A page asks for a part that nobody computed."""

    def __init__(self, page: str, slot: str) -> None:
        super().__init__(f"{page} – there is nothing to put into [[slot: {slot}]] – correct the name.")


def write(site: Path, build: Path) -> None:
    """Finish the built languages in place, with the slots and files that the build wrote before them."""
    languages = sorted(folder.name for folder in (build / "slots").iterdir())
    unite(site, languages)
    shutil.copytree(build / "files", site, dirs_exist_ok=True)
    built = [path for language in languages for path in sorted((site / language).rglob("*.html"))]
    pages = {path.relative_to(site): united(path.read_text(encoding="utf-8")) for path in built}
    hashes = sorted({_hash(script) for page in pages.values() for script in _SCRIPT.findall(page)})
    pages = {place: _finished(page, place, build / "slots", hashes) for place, page in pages.items()}
    for language in languages:
        own = {place: page for place, page in pages.items() if place.parts[0] == language}
        index, contents = search.indexed(own, language)
        (site / language / search.INDEX).write_text(index, encoding="utf-8")
        pages = {**pages, **{place: page.replace(_slot(CONTENTS), contents) for place, page in own.items()}}
    for place, page in pages.items():
        (site / place).write_text(page, encoding="utf-8")


def policy(hashes: list[str]) -> str:
    """The Content-Security-Policy of every page: nothing from anywhere but the site, no inline style, no eval."""
    scripts = " ".join(["'self'", *hashes])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'"
    )


def _finished(page: str, place: Path, slots: Path, hashes: list[str]) -> str:
    page = _with_feed(_with_head(_filled(page, place, slots), hashes), place)
    return _ALIGNED.sub(r' class="align-\1"', page)


def _filled(page: str, place: Path, slots: Path) -> str:
    language, *rest = place.parts
    notes = slots / language / TRANSLATION / "/".join(rest)
    page = page.replace(_slot(TRANSLATION), notes.read_text(encoding="utf-8") if notes.is_file() else "")
    root = "../" * len(rest)

    def content(match: re.Match[str]) -> str:
        file = slots / language / f"{match[1]}.html"
        if match[1] == CONTENTS:
            return match[0]
        if not file.is_file():
            raise EmptySlotError(place.as_posix(), match[1])
        return file.read_text(encoding="utf-8")

    # Twice, because a part may have a slot of its own.
    return _SLOT.sub(content, _SLOT.sub(content, page)).replace('"@/', f'"{root}')


def _slot(name: str) -> str:
    return f'<div data-slot="{name}"></div>'


def _with_head(page: str, hashes: list[str]) -> str:
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
        '<meta name="referrer" content="no-referrer">'
    )
    return page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{metas}', 1)


def _with_feed(page: str, place: Path) -> str:
    """A page of which there is a feed names it, so that a feed reader finds it from the page's address."""
    name = _FEEDS.get(Path(*place.parts[1:]).as_posix())
    # The theme's script takes a link that is "alternate" and nothing else for the site in another language.
    link = f'<link rel="alternate feed" type="application/atom+xml" href="../feeds/{name}.xml">'
    return page.replace("</head>", f"{link}</head>", 1) if name else page


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
