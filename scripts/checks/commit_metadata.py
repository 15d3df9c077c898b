"""Warns of what a commit reveals about its author: place, addresses, what a picture was taken with.

Addresses and clocks belong to whoever commits, and some have nothing to fear; so nothing is forbidden here. But what is
pushed is public for ever, and few know that a commit holds the clock's distance from UTC.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from scripts.findings import Finding, Place, Rule, Severity
from scripts.git import ChangedFile, Signature

QUESTION = (
    "Does a commit tell where its author is, how to write to them, or what a picture was taken with? It only warns."
)

ADDRESS = Rule(
    "identity-address",
    "A commit holds an e-mail address that is not one for commits alone.",
    "Set the address that the code platform offers for commits, which has noreply in it: git config user.email <it>",
    Severity.WARNING,
)
ZONE = Rule(
    "identity-zone",
    "A commit holds a time that is not in UTC, and so tells roughly where its author was.",
    "Set the clock of this shell before you commit: export TZ=UTC; a commit that is there already: git commit --amend "
    "--reset-author --no-edit",
    Severity.WARNING,
)
METADATA = Rule(
    "file-metadata",
    "A picture or document holds data about itself, which may name its author, device, place or time.",
    "Take it out before you commit: exiftool -all= <file>, or save a screenshot of it as PNG.",
    Severity.WARNING,
)

RULES = (ADDRESS, ZONE, METADATA)

_FOR_COMMITS = re.compile(r"(?:^|[@.+-])no-?reply(?:[@.+-]|$)", re.IGNORECASE)
_MARKS = {
    "EXIF": (b"Exif\0\0", b"eXIf"),
    "XMP": (b"http://ns.adobe.com/xap/", b"<x:xmpmeta"),
    "IPTC": (b"Photoshop 3.0\0",),
    "text in a picture": (b"tEXt", b"iTXt", b"zTXt"),
    "properties of a document": (b"/Author", b"docProps/core.xml", b"meta.xml"),
}


def check(signatures: Iterable[Signature], carried: Iterable[ChangedFile]) -> Iterator[Finding]:
    """Yield what commits and their files tell of whoever made them; never the address, the time or the data."""
    for signature in signatures:
        where = Place(signature.where, field=signature.role)
        if not _FOR_COMMITS.search(signature.address):
            yield ADDRESS.broken(where, "Its address is not one for commits alone.")
        if signature.zone != "+0000":
            yield ZONE.broken(where, "Its time is not in UTC.")
    for thing in carried:
        for kind in () if thing.is_message else _metadata(thing):
            yield METADATA.broken(Place(thing.path), f"It holds {kind}.")


def _metadata(thing: ChangedFile) -> Iterator[str]:
    """The kinds of data about itself that a file holds; a text only where it is a picture in SVG."""
    if PurePosixPath(thing.path).suffix == ".svg" and b"<metadata" in thing.content:
        yield "metadata of a drawing"
    if b"\0" in thing.content:
        yield from (kind for kind, marks in _MARKS.items() if any(mark in thing.content for mark in marks))
