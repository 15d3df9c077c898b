"""Makes the package that readers download: tables, descriptor with hashes, dictionary, licence, and one zip of all."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from scripts.checks import Cleared
from scripts.publishing.dictionary import citation, readme

_COPIED = ("LICENSE-DATA",)


def bundle(release: Cleared, created: date, root: Path) -> dict[str, bytes]:
    """Every file for download by its path on the site; `root` holds the licence of the data."""
    files = _tables(release)
    files["datapackage.json"] = _descriptor(release, created, files)
    files["README.md"] = readme(release, created).encode()
    files["CITATION.cff"] = citation(release, created).encode()
    for name in _COPIED:
        files[name] = (root / name).read_bytes()
    files["SHA256SUMS"] = _checksums(files)
    name = f"unaccounted-{release.package.version}.zip"
    archive = _zip(files, created)
    published = {f"package/{path}": content for path, content in files.items()}
    return {**published, f"releases/{name}": archive, "releases/SHA256SUMS": _checksums({name: archive})}


def _tables(release: Cleared) -> dict[str, bytes]:
    package = release.package
    files = {}
    for resource in package.resources.values():
        schema = str(resource.descriptor["schema"])
        for path in (str(resource.path), schema):
            files[path] = (package.root / path).read_bytes()
    return files


def _descriptor(release: Cleared, created: date, files: Mapping[str, bytes]) -> bytes:
    descriptor = dict(release.package.descriptor)
    descriptor["created"] = f"{created.isoformat()}T00:00:00Z"
    descriptor["resources"] = [
        {**entry, "bytes": len(files[entry["path"]]), "hash": f"sha256:{_sha256(files[entry['path']])}"}
        for entry in descriptor["resources"]
    ]
    return f"{json.dumps(descriptor, ensure_ascii=False, indent=2)}\n".encode()


def _checksums(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{_sha256(content)}  {path}\n" for path, content in sorted(files.items())).encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _zip(files: Mapping[str, bytes], created: date) -> bytes:
    """An archive that is the same to the byte wherever it is made: sorted, stored, with one time and no owner."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, (created.year, created.month, created.day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()
