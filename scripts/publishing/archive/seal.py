"""Seals a release: one archive that never changes, and one line in the index of all releases.

Both are written under temporary names and then renamed, the archive before the index, so that the index never lists an
archive that is missing. If writing stops, the sealed releases stay as they were; the next run deletes temporary files.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from scripts.checks import Cleared
from scripts.errors import RefusedError
from scripts.files import sha256, zip_bytes
from scripts.git import Commit
from scripts.publishing.archive.bundle import package_files
from scripts.publishing.archive.readme import Resolve
from scripts.reading.release.archives import INDEX, PARTIAL, archive_name, version_key
from scripts.reading.release.diff import is_same


@dataclass(frozen=True)
class SealedArchive:
    """A release as it is sealed: its version, the SHA-256 of its archive, and the files to write by name."""

    version: str
    sha256: str
    files: Mapping[str, bytes]


def seal(release: Cleared, commit: Commit, root: Path, resolve: Resolve) -> SealedArchive:
    """Pack a release and add it to the index; `root` holds the licence. Raises RefusedError.

    resolve: gives the text that replaces each reference to a figure in the README.
    """
    refuse_seal(release, commit)
    version = release.package.version
    content = zip_bytes(package_files(release, commit.day, root, resolve), commit.day)
    folder = release.archives.folder
    index = folder / "index.csv" if folder else None
    before = index.read_bytes() if index and index.is_file() else f"{','.join(INDEX)}\n".encode()
    files = {archive_name(version): content, "index.csv": before + index_line(version, content, commit.day)}
    return SealedArchive(version, sha256(content), files)


def refuse_seal(release: Cleared, commit: Commit) -> None:
    """Raise RefusedError where a release must not be sealed."""
    refuse_uncommitted(commit)
    version, last = release.package.version, release.archives.last
    if last and version_key(version) <= version_key(last.version):
        raise RefusedError(f"Version {version} – is not above {last.version}, the last – raise it in datapackage.json.")
    if last and is_same(last.package, release.package):
        raise RefusedError(f"Version {version} – says the same as {last.version} – there is nothing to release.")
    if last and commit.day.isoformat() < last.entry.sealed_on:
        raise RefusedError(
            "The commit – is from a day before the last release was sealed – set the clock, commit again."
        )


def refuse_uncommitted(commit: Commit) -> None:
    """Raise RefusedError where something is not committed, tracked or not."""
    if commit.changes:
        raise RefusedError(f"{commit.changes[0]} – is not committed – commit or remove it, so that anyone can rebuild.")


def index_line(version: str, content: bytes, day: date) -> bytes:
    """Write the line of the index for an archive."""
    digest = sha256(content)
    return f"{version},{archive_name(version)},{digest},{len(content)},{day.isoformat()}\n".encode()


def write_all_or_nothing(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files to a folder, all or none as far as a disk allows. Raises OSError and leaves no temporary file."""
    try:
        for step in steps(files, folder):
            step()
    except OSError:
        remove_unfinished(folder)
        raise


def steps(files: Mapping[str, bytes], folder: Path) -> Iterator[Callable[[], object]]:
    """Give each change of the disk that writing makes, in its order, so that a test can stop after any of them."""
    yield partial(folder.mkdir, exist_ok=True)
    for name, content in files.items():
        yield partial(_write_temporary, folder / f"{name}{PARTIAL}", content)
    for name in files:
        yield partial(os.replace, folder / f"{name}{PARTIAL}", folder / name)
    yield partial(_sync, folder)


def remove_unfinished(folder: Path, unfinished: Collection[str] = ()) -> None:
    """Delete what an interrupted run left: temporary files, and archives that the index does not list."""
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.name.endswith(PARTIAL) or file.name in unfinished:
            file.unlink()


def _write_temporary(file: Path, content: bytes) -> None:
    with file.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
