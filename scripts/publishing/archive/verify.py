"""Verifies a downloaded package: whether it is complete, sound, and the one that was published.

It needs only the download; an index of releases decides whether it was published.
"""

import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from scripts.checks import structure
from scripts.checks.archives import CHECKSUM, UNPUBLISHED, UNREADABLE
from scripts.errors import NotReadableError
from scripts.files import sha256, zip_bytes
from scripts.findings import Finding, Place
from scripts.publishing.archive.bundle import unzip
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.archives import IndexEntry

_MAX_BYTES = 500_000_000
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError)


@dataclass(frozen=True)
class Verdict:
    """The result: version, findings, and whether it was published, None where that cannot be known."""

    version: str
    findings: tuple[Finding, ...]
    published: bool | None


def verify(path: Path, index: tuple[IndexEntry, ...] | None) -> Verdict:
    """Examine a downloaded zip or an unpacked folder; `index` lists what was published, None where it is missing."""
    try:
        files = _read(path)
        findings = [*_checksum_faults(files), *_structure_faults(files)]
    except _FAULTS:
        return Verdict("", (UNREADABLE.broken(Place(path.name), "It cannot be read as a package."),), None)
    version, digest = _identity(path, files)
    if index is None or not version:
        return Verdict(version, tuple(findings), None)
    published = any((entry.version, entry.sha256) == (version, digest) for entry in index)
    if not published:
        findings.append(UNPUBLISHED.broken(Place(path.name), "The index has no release with this version and SHA-256."))
    return Verdict(version, tuple(findings), published)


def _read(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        if not (path / "datapackage.json").is_file():
            raise zipfile.BadZipFile
        return {f.relative_to(path).as_posix(): f.read_bytes() for f in sorted(path.rglob("*")) if f.is_file()}
    with zipfile.ZipFile(path) as opened:
        names = opened.namelist()
        too_large = sum(entry.file_size for entry in opened.infolist()) > _MAX_BYTES
        if too_large or len(set(names)) < len(names) or not all(_is_inside(name) for name in names):
            raise zipfile.BadZipFile
    return unzip(path.read_bytes())


def _is_inside(name: str) -> bool:
    return not (PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name or ":" in name)


def _checksum_faults(files: Mapping[str, bytes]) -> Iterator[Finding]:
    listed = dict(_listed(files.get("SHA256SUMS", b"")))
    for name in sorted({*listed, *files} - {"SHA256SUMS"}):
        if name not in files:
            yield CHECKSUM.broken(Place(name), "SHA256SUMS lists it, but it is missing.")
        elif name not in listed:
            yield CHECKSUM.broken(Place(name), "SHA256SUMS does not list it.")
        elif listed[name] != sha256(files[name]):
            yield CHECKSUM.broken(Place(name), "Its SHA-256 is not the one that SHA256SUMS lists.")
    for resource in _resources(files):
        content = files.get(str(resource.get("path")), b"")
        if (resource.get("bytes"), resource.get("hash")) != (len(content), f"sha256:{sha256(content)}"):
            yield CHECKSUM.broken(
                Place(str(resource.get("path"))), "Its bytes or hash are not those of the descriptor."
            )


def _resources(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    entries = _descriptor(files).get("resources")
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _listed(sums: bytes) -> Iterator[tuple[str, str]]:
    for text in sums.decode(errors="replace").splitlines():
        digest, _, name = text.partition("  ")
        yield name, digest


def _structure_faults(files: Mapping[str, bytes]) -> Iterator[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        try:
            findings = list(structure.check(read_package(Path(folder))))
        except NotReadableError as error:
            findings = [error.finding]
        prefix = f"{Path(folder).as_posix()}/"
        yield from (replace(f, where=replace(f.where, file=f.where.file.removeprefix(prefix))) for f in findings)


def _identity(path: Path, files: Mapping[str, bytes]) -> tuple[str, str]:
    """Give the version and the hash of the archive; an unpacked one is packed again, which gives the same bytes."""
    descriptor = _descriptor(files)
    if path.is_file():
        return str(descriptor.get("version", "")), sha256(path.read_bytes())
    try:
        created = date.fromisoformat(str(descriptor.get("created", ""))[:10])
    except ValueError:
        return str(descriptor.get("version", "")), ""
    return str(descriptor.get("version", "")), sha256(zip_bytes(files, created))


def _descriptor(files: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        content = json.loads(files.get("datapackage.json", b""))
    except (UnicodeDecodeError, json.JSONDecodeError):
        return {}
    return content if isinstance(content, dict) else {}
