"""Reads the code samples that load a table: programs in several languages, declared in `docs/loading.yaml`.

A program has the placeholders `{{ table }}`, the table that it loads, and `{{ root }}`, the address of the site with a
slash at its end, empty where the program reads an unpacked copy on the disk.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.reading.declarations.program_templates import read_program, render_program
from scripts.reading.declarations.strict_yaml import STRICT, read_declaration

DECLARED, FOLDER = "loading.yaml", "loading"
TABLE = "deaths"
"""The table that samples load where no other is asked for."""

_ENDINGS = {"python": "py", "r": "R", "stata": "do", "sql": "sql"}
_PLACEHOLDERS = frozenset(("table", "root"))


@dataclass(frozen=True)
class Loader:
    """A program by which readers load tables.

    runs: whether the tests run its samples. on_disk: whether it reads a copy on the disk alone.
    """

    loader: str
    title: str
    language: Literal["python", "r", "stata", "sql"]
    runs: bool = True
    on_disk: bool = False

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class CodeSample:
    """A loader with two programs: a short one, and a long one that joins the titles of codes or checks the data.

    The long one is empty where the short one says it all.
    """

    loader: Loader
    short: str
    long: str

    def of(self, table: str, address: str = "") -> "CodeSample":
        """Fill in a table and the address of the site, empty for a copy on the disk."""
        root = "" if self.loader.on_disk else address
        short, long = (render_program(program, table=table, root=root) for program in (self.short, self.long))
        return CodeSample(self.loader, short, long)


def read_code_samples(docs: Path | None) -> tuple[CodeSample, ...]:
    """Read the samples of every loader, in the order of the declaration; none without pages.

    Raises NotReadableError where the declaration is not as it must be, or a program is missing or has an unknown
    placeholder.
    """
    if docs is None or not (docs / DECLARED).is_file():
        return ()
    loaders = read_declaration(docs / DECLARED, tuple[Loader, ...])
    return tuple(CodeSample(loader, *(_read_sample(docs, loader, size) for size in ("1", "5"))) for loader in loaders)


def read_flat_samples(docs: Path | None) -> tuple[CodeSample, ...]:
    """Read the program of each loader that loads the flat table of all figures, where it has one.

    Raises NotReadableError.
    """
    if docs is None or not (docs / DECLARED).is_file():
        return ()
    loaders = read_declaration(docs / DECLARED, tuple[Loader, ...])
    found = (loader for loader in loaders if _sample_file(docs, loader, "figures").is_file())
    return tuple(CodeSample(loader, _read_sample(docs, loader, "figures"), "") for loader in found)


def read_vintage_samples(docs: Path | None, address: str = "") -> Mapping[str, str]:
    """Read the programs that load a table as it was known: `1` at a release, `5` on a day; none without pages.

    They load the table of deaths from the address of the site, empty for a copy on the disk. Raises NotReadableError.
    """
    files = sorted((docs / FOLDER).glob("vintages-*.py")) if docs else []
    programs = {file.stem.removeprefix("vintages-"): read_program(file, _PLACEHOLDERS) for file in files}
    return {size: render_program(program, table=TABLE, root=address) for size, program in programs.items()}


def _read_sample(docs: Path, loader: Loader, size: str) -> str:
    return read_program(_sample_file(docs, loader, size), _PLACEHOLDERS)


def _sample_file(docs: Path, loader: Loader, size: str) -> Path:
    return docs / FOLDER / f"{loader.loader}-{size}.{_ENDINGS[loader.language]}"
