"""Seals a release: one archive that never changes, and one line in the index of all releases.

Both are written aside first and then renamed, the archive before the index, so that the index never names what is not
there. Whatever stops the writing, the sealed releases stay as they were; the next run clears away what was left aside.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from scripts.checks import Cleared
from scripts.errors import RefusedError
from scripts.files import sha256, zip_bytes
from scripts.git import Commit
from scripts.publishing.archive.bundle import package_files
from scripts.reading.release.archives import INDEX, PARTIAL, archive_name, version_key
from scripts.reading.release.diff import is_same


def seal(release: Cleared, commit: Commit, root: Path) -> dict[str, bytes]:
    """The archive of a release and the index with its line, by name; `root` holds the licence. Raises RefusedError."""
    refuse_seal(release, commit)
    name = archive_name(release.package.version)
    content = zip_bytes(package_files(release, commit.day, root), commit.day)
    folder = release.archives.folder
    index = folder / "index.csv" if folder else None
    before = index.read_bytes() if index and index.is_file() else f"{','.join(INDEX)}\n".encode()
    return {name: content, "index.csv": before + index_line(release.package.version, content, commit.day)}


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
    """The line of the index for an archive."""
    digest = sha256(content)
    return f"{version},{archive_name(version)},{digest},{len(content)},{day.isoformat()}\n".encode()


def write_all_or_nothing(files: Mapping[str, bytes], folder: Path) -> None:
    """Put files in a folder, all or none as far as a disk allows. Raises OSError and leaves nothing aside."""
    try:
        for step in steps(files, folder):
            step()
    except OSError:
        remove_unfinished(folder)
        raise


def steps(files: Mapping[str, bytes], folder: Path) -> Iterator[Callable[[], object]]:
    """What writing does, one change of the disk after the other, in the order of the files."""
    yield partial(folder.mkdir, exist_ok=True)
    for name, content in files.items():
        yield partial(_put_aside, folder / f"{name}{PARTIAL}", content)
    for name in files:
        yield partial(os.replace, folder / f"{name}{PARTIAL}", folder / name)
    yield partial(_sync, folder)


def remove_unfinished(folder: Path, unfinished: Collection[str] = ()) -> None:
    """Delete what an interrupted run left: files put aside, and archives that never got into the index."""
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.name.endswith(PARTIAL) or file.name in unfinished:
            file.unlink()


def _put_aside(file: Path, content: bytes) -> None:
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
