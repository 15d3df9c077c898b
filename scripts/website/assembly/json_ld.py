"""Gives a page its descriptions for machines: those of home, of each table, and of the list of releases.

A description is a file of its own below `metadata/`, whose addresses are counted as they are from its page. English
pages hold it (schema.org as JSON-LD in the head, as search engines for data read it); those in other languages name it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FOLDER = "metadata"


@dataclass(frozen=True)
class Descriptions:
    """The descriptions of a page: their paths on the site, and all of them as JSON that can stand inside a script."""

    paths: tuple[str, ...]
    json: str


def descriptions_of(page: str, files: Path) -> Descriptions:
    """Read the descriptions of a page, given by its address below its language; `files` holds the folder of all."""
    found = _files(PurePosixPath(page), files / FOLDER)
    return Descriptions(tuple(file.relative_to(files).as_posix() for file in found), _json(found) if found else "")


def _files(page: PurePosixPath, folder: Path) -> Sequence[Path]:
    known = {
        "index.html": [folder / "dataset.jsonld"],
        "data/releases.html": sorted((folder / "releases").glob("*.jsonld")),
    }
    table = [folder / "tables" / f"{page.stem}.jsonld"] if page.parent == PurePosixPath("data") else []
    return [file for file in known.get(page.as_posix(), table) if file.is_file()]


def _json(files: Sequence[Path]) -> str:
    """Write the descriptions as one block of data; nothing in it can end the block."""
    contents = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    text = json.dumps(contents[0] if len(contents) == 1 else contents, ensure_ascii=False, separators=(",", ":"))
    return text.replace("</", "<\\/")
