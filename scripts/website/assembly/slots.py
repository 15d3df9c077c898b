"""Fills the slots of a page: computed parts of it, which the build wrote before MkDocs ran.

Markdown and our templates leave `<div data-slot="name"></div>` for a part, and write an address that is counted from
the site's root as `"@/…"`. Both are placeholders of our own; a part is put in as it stands, without being parsed again.
"""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

# The list of all pages, which is known only when every page has been read.
CONTENTS = "contents"
_TRANSLATION = "translation"
_SLOT = re.compile(r'<div data-slot="([a-z0-9_-]+)"></div>')
_ROOTED = re.compile(r'"@/([^"#?]+)(["#?])')


class EmptySlotError(Exception):
    """A page asks for a part that nobody computed."""

    def __init__(self, page: str, slot: str) -> None:
        super().__init__(page, slot)
        self.page, self.slot = page, slot

    def __str__(self) -> str:
        """Give page, fault and remedy."""
        return f"{self.page} – there is nothing to put into [[slot: {self.slot}]] – correct the name."


@dataclass(frozen=True)
class Slots:
    """The computed parts of one language; `folder` holds a file for each."""

    folder: Path

    def fill(self, html: str, page: str) -> str:
        """Fill every slot of a page but the list of contents; `page` is its address from the site's root.

        Raises EmptySlotError where a part was not computed.
        """
        return resolve_addresses(_SLOT.sub(lambda match: self._part(match, page), html), page)

    def part(self, name: str, page: str) -> str:
        """Give the part that the theme shows on every page. Raises EmptySlotError where it was not computed."""
        return self.fill(slot(name), page)

    def translation_notice(self, page: str) -> str:
        """Give the note on a page whose translation is missing or old; empty where there is none."""
        file = self.folder / _TRANSLATION / page.partition("/")[2]
        return resolve_addresses(file.read_text(encoding="utf-8"), page) if file.is_file() else ""

    def _part(self, match: re.Match[str], page: str) -> str:
        file = self.folder / f"{match[1]}.html"
        if match[1] == CONTENTS:
            return match[0]
        if not file.is_file():
            raise EmptySlotError(page, match[1])
        return file.read_text(encoding="utf-8")


def slot(name: str) -> str:
    """Give the placeholder of a part."""
    return f'<div data-slot="{name}"></div>'


def resolve_addresses(html: str, page: str) -> str:
    """Count addresses that were counted from the site's root from a page, as short as they can be."""

    def address(match: re.Match[str]) -> str:
        is_here = match[1] == page and match[2] == "#"
        return f'"{"" if is_here else posixpath.relpath(match[1], posixpath.dirname(page))}{match[2]}'

    return _ROOTED.sub(address, html)
