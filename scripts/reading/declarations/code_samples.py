"""How each table is loaded: short programs in several languages, declared in `docs/loading.yaml`, kept as files.

A program reads the table `deaths` by paths that begin with a folder of the site, as an unpacked copy of it lies; `of`
makes it one that reads another table, or the site itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.errors import NotReadableError
from scripts.findings import Place
from scripts.reading.declarations.strict_yaml import INVALID, STRICT, read_declaration

DECLARED, FOLDER = "loading.yaml", "loading"
_ENDINGS = {"python": "py", "r": "R", "stata": "do", "sql": "sql"}
_TABLE = re.compile(r"\bdeaths(?=\b|_)")
_PATH = re.compile(r'(?<=["\'])(?=(?:package|formats|releases)/)')


@dataclass(frozen=True)
class Loader:
    """A way to load tables. runs: whether tests run it. on_disk: whether it reads a copy on the disk alone."""

    loader: str
    title: str
    language: Literal["python", "r", "stata", "sql"]
    runs: bool = True
    on_disk: bool = False

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class CodeSample:
    """A loader with its programs: in short, and with the words of codes, or a check, beside it."""

    loader: Loader
    short: str
    long: str

    def of(self, table: str, address: str = "") -> "CodeSample":
        """The programs for a table; `address` is the site's, with a slash at its end, empty for a copy on the disk."""
        root = "" if self.loader.on_disk else address
        return CodeSample(self.loader, fill_sample(self.short, table, root), fill_sample(self.long, table, root))


def fill_sample(program: str, table: str, address: str) -> str:
    """A program that reads a table at an address."""
    return _PATH.sub(address.replace("\\", r"\\"), _TABLE.sub(table, program))


def read_code_samples(docs: Path | None) -> tuple[CodeSample, ...]:
    """Read every loader, in the order of the declaration; none without pages.

    Raises NotReadableError where the declaration is not as it must be, or a program is missing.
    """
    if docs is None or not (docs / DECLARED).is_file():
        return ()
    loaders = read_declaration(docs / DECLARED, tuple[Loader, ...])
    return tuple(CodeSample(loader, *(_text(docs, loader, size) for size in ("1", "5"))) for loader in loaders)


def read_vintage_samples(docs: Path | None) -> Mapping[str, str]:
    """The programs that give a table as it was known: `1` at a release, `5` on a day; none without pages."""
    files = sorted((docs / FOLDER).glob("vintages-*.py")) if docs else []
    return {file.stem.removeprefix("vintages-"): file.read_text(encoding="utf-8").rstrip() for file in files}


def _text(docs: Path, loader: Loader, size: str) -> str:
    file = docs / FOLDER / f"{loader.loader}-{size}.{_ENDINGS[loader.language]}"
    if not file.is_file():
        raise NotReadableError(INVALID.broken(Place(file.as_posix()), "The declaration names it, and it is missing."))
    return file.read_text(encoding="utf-8").rstrip()
