"""Puts the descriptions for machines into the pages that they describe: home, each table, and the list of releases.

A description is a file of its own below `metadata/`, whose addresses are counted as they are from its page. English
pages hold it (schema.org as JSON-LD in the head, as search engines for data read it); those in other languages name it.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from scripts.reading.declarations.catalogs import ORIGINAL

FOLDER = "metadata"
_END = "</head>"


def described(page: str, place: Path, site: Path) -> str:
    """A page with its descriptions in its head; `site` is the folder in which they lie."""
    files = _files(Path(*place.parts[1:]), site)
    if not files or _END not in page:
        return page
    up = "../" * (len(place.parts) - 1)
    links = "".join(
        f'<link rel="describedby" type="application/ld+json" href="{up}{file.relative_to(site).as_posix()}">'
        for file in files
    )
    inside = _script(files) if place.parts[0] == ORIGINAL else ""
    return page.replace(_END, f"{links}{inside}{_END}", 1)


def _files(page: Path, site: Path) -> Sequence[Path]:
    """The descriptions of a page, given by its path below the folder of its language."""
    folder = site / FOLDER
    known = {
        Path("index.html"): [folder / "dataset.jsonld"],
        Path("data/releases.html"): sorted((folder / "releases").glob("*.jsonld")),
    }
    table = [folder / "tables" / f"{page.stem}.jsonld"] if page.parent == Path("data") else []
    return [file for file in known.get(page, table) if file.is_file()]


def _script(files: Sequence[Path]) -> str:
    """The descriptions as one block of data, which no browser runs; nothing in it can end the block."""
    told = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    text = json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'
