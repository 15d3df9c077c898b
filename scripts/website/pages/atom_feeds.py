"""Atom feeds of releases and of corrections (RFC 4287), for readers who want to hear of a change.

The site's address is not known when it is built, so there is none in a feed: links are relative to the feed itself,
without xml:base, and ids are UUIDs made from what an entry is about (RFC 9562, version 5), the same wherever the site
stands. Days come from the registers, so that the same release gives the same bytes.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from scripts.website.pages import corrections, releases
from scripts.website.pages.context import PageContext
from scripts.website.pages.corrections import Correction
from scripts.website.pages.releases import ReleaseRow

ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = uuid.UUID("6f0b6f0e-3c55-4f0e-9d7a-0c8e5a3d21b4")


@dataclass(frozen=True)
class FeedEntry:
    """One entry: what it is about (it makes the id), its title, day, address from the feed, and text."""

    about: str
    title: str
    day: str
    address: str
    text: str


def feeds(site: PageContext) -> Iterator[tuple[str, str]]:
    """Both feeds of a language, by path on the site."""
    sealed = [row for row in releases.release_rows(site.release, site.labels) if row.sealed_on]
    corrected = corrections.corrections_of(site.release, site.labels)
    yield _feed(site, "releases", "../data/releases.html", [_released(row, site) for row in sealed])
    yield _feed(site, "corrections", "../corrections/index.html", [_corrected(one, site) for one in corrected])


def _released(row: ReleaseRow, site: PageContext) -> FeedEntry:
    title = site.labels["release_title"].format(row.version)
    text = " ".join((*row.changes, f"SHA-256: {row.sha256}."))
    return FeedEntry(f"release {row.version}", title, row.sealed_on, f"../data/releases.html#{row.id}", text)


def _corrected(one: Correction, site: PageContext) -> FeedEntry:
    labels = site.labels
    cells = (labels["correction_told"].format(**vars(cell)) for cell in one.cells)
    sized = (f"{text} ({cell.size})." if cell.size else f"{text}." for text, cell in zip(cells, one.cells, strict=True))
    text = " ".join((*sized, one.reason))
    title = f"{one.what} ({one.kind})"
    return FeedEntry(f"correction {one.id}", title, one.decided_on, f"../corrections/index.html#{one.id}", text)


def _feed(site: PageContext, name: str, page: str, entries: Sequence[FeedEntry]) -> tuple[str, str]:
    """A feed; one without entries was last updated on the day of the site, as a feed must have a day."""
    latest = max((entry.day for entry in entries), default=site.day.isoformat())
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": site.labels.language})
    _add(root, "id", _identifier(f"{site.labels.language} feed {name}"))
    _add(root, "title", site.labels[f"feed_{name}"])
    _add(root, "updated", _moment(latest))
    _add(ElementTree.SubElement(root, "author"), "name", site.labels["site"])
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{name}.xml")
    _add(root, "link", rel="alternate", type="text/html", href=page)
    for entry in entries:
        _add_entry(root, entry, site.labels.language)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f"{site.folder}/feeds/{name}.xml", f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


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
