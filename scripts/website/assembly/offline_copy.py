"""The whole site as one archive, to be read from a folder or a stick where there is no connection."""

import re
import zipfile
from datetime import date
from pathlib import Path

from scripts.files import checksums, zip_bytes

FOLDER = "offline"
SUMS = "SHA256SUMS"

# On the page about the copy, what leads to the archive gives way to the words that stand for it in the copy itself.
_ONLINE = re.compile(r'<ul class="downloads online">.*?</ul>', re.DOTALL)
_COPY = '<p class="copy" hidden>'


def copies(site: Path, version: str, created: date) -> dict[str, bytes]:
    """The archive of a finished site and its checksum, by their paths on the site."""
    name = f"site-{version}.zip"
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.relative_to(site).parts[0] != FOLDER
    }
    packed = {f"unaccounted/{path}": _own(path, data) for path, data in files.items()}
    content = zip_bytes(packed, created, zipfile.ZIP_DEFLATED)
    return {f"{FOLDER}/{name}": content, f"{FOLDER}/{SUMS}": checksums({name: content})}


def _own(path: str, content: bytes) -> bytes:
    """A file as it stands in the copy: a page that offers the copy says instead that it is one."""
    if not path.endswith("about/offline.html"):
        return content
    return _ONLINE.sub("", content.decode()).replace(_COPY, '<p class="copy">').encode()
