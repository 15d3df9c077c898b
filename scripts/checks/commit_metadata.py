"""Warns about data in a commit that identifies its author: time zone, e-mail address, metadata of pictures.

These are only warnings: authors decide what they reveal. But a pushed commit is public for ever, and few people know
that it holds the clock's offset from UTC.
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

_NO_REPLY = re.compile(r"(?:^|[@.+-])no-?reply(?:[@.+-]|$)", re.IGNORECASE)
_MARKS = {
    "EXIF": (b"Exif\0\0", b"eXIf"),
    "XMP": (b"http://ns.adobe.com/xap/", b"<x:xmpmeta"),
    "IPTC": (b"Photoshop 3.0\0",),
    "text in a picture": (b"tEXt", b"iTXt", b"zTXt"),
    "properties of a document": (b"/Author", b"docProps/core.xml", b"meta.xml"),
}


def check(signatures: Iterable[Signature], files: Iterable[ChangedFile]) -> Iterator[Finding]:
    """Yield a warning for each commit or file that reveals something about its author; never repeat the data."""
    for signature in signatures:
        where = Place(signature.where, field=signature.role)
        if not _NO_REPLY.search(signature.address):
            yield ADDRESS.broken(where, "Its address is not one for commits alone.")
        if signature.zone != "+0000":
            yield ZONE.broken(where, "Its time is not in UTC.")
    for file in files:
        for kind in () if file.is_message else _metadata_kinds(file):
            yield METADATA.broken(Place(file.path), f"It holds {kind}.")


def _metadata_kinds(file: ChangedFile) -> Iterator[str]:
    """Yield the kinds of metadata in a file; SVG drawings are the only text files searched."""
    if PurePosixPath(file.path).suffix == ".svg" and b"<metadata" in file.content:
        yield "metadata of a drawing"
    if b"\0" in file.content:
        yield from (kind for kind, marks in _MARKS.items() if any(mark in file.content for mark in marks))
