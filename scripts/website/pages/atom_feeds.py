"""Atom feeds of releases and of corrections (RFC 4287), for readers who want to hear of a change.

The site's address is not known when it is built, so there is none in a feed: links are relative to the feed itself,
without xml:base, and ids are UUIDs of the subject of an entry (RFC 9562, version 5), the same wherever the site is
served. Days come from the registers, so that the same release gives the same bytes.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from scripts.website.pages.context import PageContext
from scripts.website.pages.corrections import CorrectionGroup
from scripts.website.pages.releases import ReleaseRow

ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = uuid.UUID("6f0b6f0e-3c55-4f0e-9d7a-0c8e5a3d21b4")


@dataclass(frozen=True)
class FeedEntry:
    """One entry: its subject (which makes the id), its title, day, address from the feed, and text."""

    about: str
    title: str
    day: str
    address: str
    text: str


def feeds(context: PageContext) -> Iterator[tuple[str, str]]:
    """Give both feeds of a language, by path on the site."""
    releases = [_release_entry(row, context) for row in context.release_rows if row.sealed_on]
    corrections = [_correction_entry(group, context) for group in context.correction_groups]
    yield _feed(context, "releases", "../data/releases.html", releases)
    yield _feed(context, "corrections", "../corrections/index.html", corrections)


def _release_entry(row: ReleaseRow, context: PageContext) -> FeedEntry:
    title = context.labels["release_title"].format(row.version)
    text = " ".join((*row.changes, f"SHA-256: {row.sha256}."))
    return FeedEntry(f"release {row.version}", title, row.sealed_on, f"../data/releases.html#{row.id}", text)


def _correction_entry(group: CorrectionGroup, context: PageContext) -> FeedEntry:
    first = group.first
    changes = first.sentences(context.labels) if group.is_single or group.common_cells else ()
    title, address = f"{group.title(context.formatter)} ({first.kind})", f"../corrections/index.html#{first.id}"
    return FeedEntry(f"correction {first.id}", title, first.decided_on, address, " ".join((*changes, first.reason)))


def _feed(context: PageContext, name: str, page: str, entries: Sequence[FeedEntry]) -> tuple[str, str]:
    """Compose a feed; one without entries was updated on the day of the site, as a feed must have a day."""
    latest = max((entry.day for entry in entries), default=context.day.isoformat())
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": context.labels.language})
    _add(root, "id", _identifier(f"{context.labels.language} feed {name}"))
    _add(root, "title", context.labels[f"feed_{name}"])
    _add(root, "updated", _moment(latest))
    _add(ElementTree.SubElement(root, "author"), "name", context.labels["site"])
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{name}.xml")
    _add(root, "link", rel="alternate", type="text/html", href=page)
    for entry in entries:
        _add_entry(root, entry, context.labels.language)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f"{context.folder}/feeds/{name}.xml", f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _add_entry(root: ElementTree.Element, entry: FeedEntry, language: str) -> None:
    element = ElementTree.SubElement(root, "entry")
    _add(element, "id", _identifier(f"{language} {entry.about}"))
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.day))
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    _add(element, "summary", entry.text)


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = text


def _identifier(about: str) -> str:
    return uuid.uuid5(_NAMESPACE, about).urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
