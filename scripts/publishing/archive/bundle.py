"""Makes the package that readers download: tables, descriptor with hashes, README, licence, and one zip of all."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from scripts.checks import Cleared
from scripts.files import checksums, sha256, to_json, zip_bytes
from scripts.publishing.archive.citation import cff
from scripts.publishing.archive.publication import unsealed_publication
from scripts.publishing.archive.readme import Resolve, readme
from scripts.reading.release.archives import archive_name


def bundle(release: Cleared, created: date, root: Path, resolve: Resolve) -> dict[str, bytes]:
    """Make every file of the package for download, by its path on the site; `root` holds the licence of the data.

    A sealed release is taken from its archive and never made again, also where it is the release at hand.
    """
    sealed = _sealed_archives(release)
    name = archive_name(release.package.version)
    files = unzip(sealed[name]) if name in sealed else package_files(release, created, root, resolve)
    archives = {**sealed, name: sealed.get(name) or zip_bytes(files, created)}
    published = {f"package/{path}": content for path, content in files.items()}
    released = {f"releases/{path}": content for path, content in archives.items()}
    return {**published, **released, "releases/SHA256SUMS": checksums(archives)}


def package_files(release: Cleared, created: date, root: Path, resolve: Resolve) -> dict[str, bytes]:
    """Make every file of the package by its path in it; `created` is its date, `resolve` replaces references."""
    files, publication = _tables(release), unsealed_publication(release, created)
    files["datapackage.json"] = _descriptor(release, created, files)
    files["README.md"] = readme(publication, release.pages.markdown, resolve).encode()
    files["CITATION.cff"] = cff(publication).encode()
    files["LICENSE-DATA"] = (root / "LICENSE-DATA").read_bytes()
    files["disclosure.yaml"] = (release.package.root / "disclosure.yaml").read_bytes()
    files["SHA256SUMS"] = checksums(files)
    return files


def unzip(content: bytes) -> dict[str, bytes]:
    """Give every file of an archive by its path in it. Raises zipfile.BadZipFile where it is corrupt."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist() if not entry.is_dir()}


def _sealed_archives(release: Cleared) -> dict[str, bytes]:
    published = release.archives
    return {e.archive: (published.folder / e.archive).read_bytes() for e in published.index} if published.folder else {}


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
        {**entry, "bytes": len(files[entry["path"]]), "hash": f"sha256:{sha256(files[entry['path']])}"}
        for entry in descriptor["resources"]
    ]
    return to_json(descriptor, indent=2)
