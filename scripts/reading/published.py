"""What was published before: the sealed releases that `releases/index.csv` lists, each read from its own archive."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.findings import Finding, Place
from scripts.reading.figures import Figure, read_figures
from scripts.reading.package import NotReadableError, Package, read_package
from scripts.reading.registers import Registers, read_registers
from scripts.reading.tables import read_table

INDEX = {"version": "string", "archive": "string", "sha256": "string", "bytes": "integer", "sealed_on": "date"}


@dataclass(frozen=True)
class Entry:
    """One line of the index: a release, its archive beside the index, and what the archive must be."""

    version: str
    archive: str
    sha256: str
    bytes: int
    sealed_on: str
    where: Place


@dataclass(frozen=True)
class Sealed:
    """A release as it was published: its package and figures; it has neither policy nor charts nor pages."""

    entry: Entry
    package: Package
    registers: Registers
    figures: tuple[Figure, ...]

    @property
    def version(self) -> str:
        """The release's version, as the index says."""
        return self.entry.version


@dataclass(frozen=True)
class Published:
    """All that was published: the index, every release that could be read (in the index's order), and faults."""

    folder: Path | None
    index: tuple[Entry, ...]
    sealed: Mapping[str, Sealed]
    faults: tuple[Finding, ...]

    @property
    def last(self) -> Sealed | None:
        """The release that was sealed last, where there is one."""
        return self.sealed.get(self.index[-1].version) if self.index else None


NOTHING = Published(None, (), {}, ())


def read_published(folder: Path | None) -> Published:
    """Read the index and every archive in a folder; what cannot be read is a fault, and the archive is left out."""
    if folder is None or not (folder / "index.csv").is_file():
        return NOTHING
    index = folder / "index.csv"
    rows, faults = read_table(index, INDEX)
    entries = tuple(
        Entry(**{**row.cells, "bytes": int(row.cells["bytes"])}, where=Place(index.as_posix(), row.number))  # type: ignore[arg-type]
        for row in (() if faults else rows)
    )
    read = {entry.version: _read_sealed(entry, folder) for entry in entries}
    unreadable = [found for found in read.values() if isinstance(found, Finding)]
    sealed = {version: found for version, found in read.items() if isinstance(found, Sealed)}
    return Published(folder, entries, sealed, (*faults, *unreadable))


def _read_sealed(entry: Entry, folder: Path) -> Sealed | Finding | None:
    archive = folder / entry.archive
    if not zipfile.is_zipfile(archive):
        return None
    try:
        package = read_package(zipfile.Path(archive))
    except NotReadableError as error:
        return error.finding
    return Sealed(entry, package, read_registers(package), read_figures(package))
