"""The whole site as one archive, to be read from a folder or a stick where there is no connection."""

import zipfile
from datetime import date
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.files import checksums, zip_bytes

FOLDER = "offline"
SUMS = "SHA256SUMS"

_PAGE = "about/offline.html"


def copies(site: Path, version: str, created: date) -> dict[str, bytes]:
    """Pack a finished site, and give the archive and its checksum by their paths on the site."""
    name = f"site-{version}.zip"
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.relative_to(site).parts[0] != FOLDER
    }
    packed = {
        f"unaccounted/{path}": _as_copy(content) if path.endswith(_PAGE) else content for path, content in files.items()
    }
    content = zip_bytes(packed, created, zipfile.ZIP_DEFLATED)
    return {f"{FOLDER}/{name}": content, f"{FOLDER}/{SUMS}": checksums({name: content})}


def _as_copy(page: bytes) -> bytes:
    """Change the page that offers the copy: in the copy it says that it is one, and leads to no archive."""
    tree = LexborHTMLParser(page)
    for element in tree.css("ul.online"):
        element.decompose()
    for element in tree.css("p.copy"):
        del element.attrs["hidden"]
    return (tree.html or "").encode()
