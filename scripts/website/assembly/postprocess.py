"""Finishes the built site: unites its languages, fills the slots, completes the heads, and makes cards and indexes."""

import posixpath
import re
import shutil
from pathlib import Path

from scripts.website.assembly import head_tags, search_index, social_cards, stylesheet
from scripts.website.assembly.json_ld import described
from scripts.website.assembly.merge_languages import ASSETS, unite, united
from scripts.website.assembly.sitemap import sitemap

_SLOT = re.compile(r'<div data-slot="([a-z0-9_-]+)"></div>')
_CODE = re.compile(r"(<(?:pre|script)\b.*?</(?:pre|script)>)", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_ROOTED = re.compile(r'"@/([^"#?]+)(["#?])')
_ALIGNED = re.compile(r' style="text-align: (left|right|center);?"')

# Slots of every page: what is said above it if its translation is missing or old, and the contents of its language.
TRANSLATION, CONTENTS = "translation", "contents"
CARDS = "cards"
WORDS = "words.css"

Pages = dict[Path, str]


class EmptySlotError(Exception):
    """A page asks for a part that nobody computed."""

    def __init__(self, page: str, slot: str) -> None:
        super().__init__(f"{page} – there is nothing to put into [[slot: {slot}]] – correct the name.")


def finish_site(site: Path, build: Path, address: str = "") -> None:
    """Finish the built languages in place, with what the build wrote before; `address` is the site's own, if known."""
    languages = sorted(folder.name for folder in (build / "slots").iterdir())
    unite(site, languages)
    shutil.copytree(build / "files", site, dirs_exist_ok=True)
    built = [path for language in languages for path in sorted((site / language).rglob("*.html"))]
    pages = {path.relative_to(site): united(path.read_text(encoding="utf-8")) for path in built}
    rule = head_tags.policy(list(pages.values()))
    for place, page in pages.items():
        filled = head_tags.completed(_filled(page, place, build / "slots"), place, rule, address)
        slim = _slim(_ALIGNED.sub(r' class="align-\1"', filled))
        pages[place] = described(slim, place, site)
    files = {path: text.encode() for path, text in _searched(pages, languages).items()} | _cards(pages, build / CARDS)
    files |= sitemap(pages.keys(), languages, address)
    for place, content in files.items():
        (site / place).parent.mkdir(parents=True, exist_ok=True)
        (site / place).write_bytes(content)
    stylesheet.write_stylesheet(site / ASSETS, list(pages.values()), (build / WORDS).read_text(encoding="utf-8"))


def _searched(pages: Pages, languages: list[str]) -> Pages:
    """The pages with the contents of their languages, and the index of each language."""
    files: Pages = {}
    for language in languages:
        own = {place: page for place, page in pages.items() if place.parts[0] == language}
        files[Path(language, search_index.INDEX)], contents = search_index.indexed(own, language)
        files |= {place: page.replace(_slot(CONTENTS), contents) for place, page in own.items()}
    return files


def _cards(pages: Pages, kept: Path) -> dict[Path, bytes]:
    """The card of every page; what was drawn for the last build and is the same now is not drawn again."""
    kept.mkdir(exist_ok=True)
    drawn = {
        Path(place.parts[0], social_cards.FOLDER, (card := head_tags.card_of(page, place)).name): card
        for place, page in pages.items()
    }
    files = {place: social_cards.card(card, kept) for place, card in drawn.items()}
    for unused in {file.name for file in kept.iterdir()} - {place.name for place in files}:
        (kept / unused).unlink()
    for place, content in files.items():
        (kept / place.name).write_bytes(content)
    return files


def _filled(page: str, place: Path, slots: Path) -> str:
    language, *rest = place.parts
    notes = slots / language / TRANSLATION / "/".join(rest)
    page = page.replace(_slot(TRANSLATION), notes.read_text(encoding="utf-8") if notes.is_file() else "")

    def content(match: re.Match[str]) -> str:
        file = slots / language / f"{match[1]}.html"
        if match[1] == CONTENTS:
            return match[0]
        if not file.is_file():
            raise EmptySlotError(place.as_posix(), match[1])
        return file.read_text(encoding="utf-8")

    # Twice, because a part may have a slot of its own.
    return _from_here(_SLOT.sub(content, _SLOT.sub(content, page)), place)


def _from_here(page: str, place: Path) -> str:
    """The page with addresses that were counted from the site's root counted from the page, as short as they can be."""

    def address(match: re.Match[str]) -> str:
        is_here = match[1] == place.as_posix() and match[2] == "#"
        return f'"{"" if is_here else posixpath.relpath(match[1], place.parent.as_posix())}{match[2]}'

    return _ROOTED.sub(address, page)


def _slim(page: str) -> str:
    """The page without the blank lines and indents that the theme's templates leave; code keeps its own."""
    parts = _CODE.split(page)
    return "".join(part if place % 2 else _INDENT.sub("\n", part) for place, part in enumerate(parts))


def _slot(name: str) -> str:
    return f'<div data-slot="{name}"></div>'
