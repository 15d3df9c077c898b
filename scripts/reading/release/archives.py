"""What was published before: the sealed releases that `releases/index.csv` lists, each read from its own archive."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.errors import NotReadableError
from scripts.files import sha256
from scripts.findings import Finding, Place, Rule
from scripts.reading.package.csv_table import read_table
from scripts.reading.package.descriptor import Package, read_package
from scripts.reading.package.figures import Figure, read_figures
from scripts.reading.package.registers import Registers, read_registers

MISSING = Rule(
    "archive-missing",
    "A sealed release is in the index, but its archive is not beside it.",
    "Restore the archive from the branch or the site where it was published; it is never made again.",
)
DIFFERS = Rule(
    "archive-differs",
    "An archive is not the one that was sealed: its size or SHA-256 is not what the index says.",
    "Restore the archive and the index from the branch or the site where they were published.",
)
BROKEN = Rule(
    "archive-unreadable",
    "A sealed archive cannot be read as a package, or holds another version than the index says.",
    "Restore the archive and the index from the branch or the site where they were published.",
)

RULES = (MISSING, DIFFERS, BROKEN)

INDEX = {"version": "string", "archive": "string", "sha256": "string", "bytes": "integer", "sealed_on": "date"}
PARTIAL = ".partial"
REGISTERS = ("indicators", "originators", "sources")

_VERSION = re.compile(r"([0-9]{4})\.([1-9][0-9]*)(?:\.([1-9][0-9]*))?")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)


@dataclass(frozen=True)
class IndexEntry:
    """One line of the index: a release, its archive beside the index, and what the archive must be."""

    version: str
    archive: str
    sha256: str
    bytes: int
    sealed_on: str
    where: Place


@dataclass(frozen=True)
class ArchivedRelease:
    """A release as it was published: its package and figures; it has neither policy nor charts nor pages."""

    entry: IndexEntry
    package: Package
    registers: Registers
    figures: tuple[Figure, ...]

    @property
    def version(self) -> str:
        """The release's version, as the index says."""
        return self.entry.version

    @cached_property
    def by_id(self) -> Mapping[str, Figure]:
        """Every figure by its id."""
        return {figure.id: figure for figure in self.figures}


@dataclass(frozen=True)
class ReleaseArchives:
    """All that was published: the index, every release that could be read (in the index's order), and faults."""

    folder: Path | None
    index: tuple[IndexEntry, ...]
    sealed: Mapping[str, ArchivedRelease]
    faults: tuple[Finding, ...]

    @property
    def last(self) -> ArchivedRelease | None:
        """The release that was sealed last, where there is one."""
        return self.sealed.get(self.index[-1].version) if self.index else None


NO_ARCHIVES = ReleaseArchives(None, (), {}, ())


def read_archives(folder: Path | None) -> ReleaseArchives:
    """Read the index and every archive in a folder; what cannot be read is a fault, and the archive is left out."""
    if folder is None:
        return NO_ARCHIVES
    index = folder / "index.csv"
    if not index.is_file():
        return ReleaseArchives(folder, (), {}, ())
    entries, faults = read_index(index)
    read = {entry.version: _read_sealed(entry, folder) for entry in entries}
    unreadable = [found for found in read.values() if isinstance(found, Finding)]
    sealed = {version: found for version, found in read.items() if isinstance(found, ArchivedRelease)}
    return ReleaseArchives(folder, entries, sealed, (*faults, *unreadable))


def read_index(index: Path) -> tuple[tuple[IndexEntry, ...], tuple[Finding, ...]]:
    """The entries of an index, none where it has faults."""
    rows, faults = read_table(index, INDEX)
    entries = tuple(
        IndexEntry(**{**row.cells, "bytes": int(row.cells["bytes"] or -1)}, where=Place(index.as_posix(), row.number))  # type: ignore[arg-type]
        for row in (() if faults else rows)
    )
    return entries, faults


def archive_stem(version: str) -> str:
    """Give the name of every file that holds a whole release, without its ending."""
    return f"unaccounted-{version}"


def archive_name(version: str) -> str:
    """Give the name of the sealed archive of a version."""
    return f"{archive_stem(version)}.zip"


def version_key(version: str) -> tuple[int, ...]:
    """The place of a version among others: YEAR.N, then YEAR.N.1 and so on; nothing where it has another form."""
    match = _VERSION.fullmatch(version)
    return tuple(int(part) for part in match.groups("0")) if match else ()


def read_archive(archive: Path) -> Package:
    """Read the package in an archive. Raises NotReadableError, also where the archive is corrupt."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return read_package(zipfile.Path(opened))
    except _FAULTS:
        raise NotReadableError(BROKEN.broken(Place(archive.as_posix()), "It is no intact zip archive.")) from None


def _read_sealed(entry: IndexEntry, folder: Path) -> ArchivedRelease | Finding:
    archive = folder / entry.archive
    if not archive.is_file():
        return MISSING.broken(entry.where, "There is no such archive.")
    content = archive.read_bytes()
    if len(content) != entry.bytes or sha256(content) != entry.sha256:
        return DIFFERS.broken(Place(archive.as_posix()), "Its size or SHA-256 is not what the index says.")
    try:
        package = read_archive(archive)
    except NotReadableError as error:
        return error.finding
    if package.version != entry.version:
        return BROKEN.broken(Place(archive.as_posix()), "The package in it has another version than the index says.")
    if any(name not in package.resources for name in REGISTERS) or any(r.faults for r in package.resources.values()):
        return BROKEN.broken(Place(archive.as_posix()), "A table in it is missing or faulty.")
    return ArchivedRelease(entry, package, read_registers(package), read_figures(package))
