"""Seals invented releases for tests: a copy of the valid package with some files laid over it, packed and indexed."""

import json
import shutil
from datetime import date
from pathlib import Path

from scripts.files import zip_bytes
from scripts.publishing.archive.seal import index_line
from scripts.reading.release.archives import INDEX, version_key


def lay_over(package: Path, overlay: Path) -> None:
    """Lay files over a package; `removed.txt` names those that go, other texts and sealed releases stay behind."""
    shutil.copytree(overlay, package, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.txt", "releases"))
    removed = overlay / "removed.txt"
    for name in removed.read_text().split() if removed.exists() else ():
        (package / name).unlink()


def seal_all(valid: Path, overlays: Path, into: Path) -> None:
    """Seal each `overlays/<version>/`, in order or as `order.txt` says; then lay loose files over them."""
    into.mkdir()
    ordered = overlays / "order.txt"
    versions = sorted((path.name for path in overlays.iterdir() if path.is_dir()), key=version_key)
    for version in ordered.read_text().split() if ordered.exists() else versions:
        package = into.parent / "sealed" / version
        shutil.copytree(valid, package)
        lay_over(package, overlays / version)
        seal_as(version, package, into)
    for file in overlays.iterdir():
        if file.is_file() and file.suffix != ".txt":
            shutil.copy(file, into / file.name)


def seal_as(version: str, package: Path, into: Path) -> None:
    """Pack a package under a version, sealed on the first day of the month that the version's number names."""
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    (package / "datapackage.json").write_text(json.dumps({**descriptor, "version": version}), encoding="utf-8")
    files = {f.relative_to(package).as_posix(): f.read_bytes() for f in package.rglob("*") if f.is_file()}
    year, number = version_key(version)[:2]
    content = zip_bytes(files, date(year, number, 1))
    (into / f"unaccounted-{version}.zip").write_bytes(content)
    index = into / "index.csv"
    before = index.read_bytes() if index.exists() else f"{','.join(INDEX)}\n".encode()
    index.write_bytes(before + index_line(version, content, date(year, number, 1)))
