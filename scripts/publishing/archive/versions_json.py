"""Writes the pointers by which programs find a release: every sealed one, and the newest."""

from typing import Any

from scripts.checks import Cleared
from scripts.files import to_json
from scripts.reading.release.archives import IndexEntry


def release_pointers(release: Cleared) -> dict[str, bytes]:
    """Write `versions.json` with every sealed release, newest first, and `latest.json` with the newest alone.

    The latter is the stable address of the newest release. It is a pointer and no copy of the archive: a copy would
    double the bytes of the largest file, and a reader who keeps a `latest.zip` could neither know which release it is
    nor compare it with SHA256SUMS. Before the first release there is no `latest.json`. The names of archives are
    relative to both files.
    """
    versions = [_entry(entry, release) for entry in reversed(release.archives.index)]
    files = {"releases/versions.json": to_json(versions, indent=1)}
    return files | ({"releases/latest.json": to_json(versions[0], indent=1)} if versions else {})


def _entry(entry: IndexEntry, release: Cleared) -> dict[str, Any]:
    return {
        "version": entry.version,
        "sealed_on": entry.sealed_on,
        "archive": entry.archive,
        "bytes": entry.bytes,
        "sha256": entry.sha256,
        "latest": entry == release.archives.index[-1],
    }
