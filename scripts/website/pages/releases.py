"""The releases as readers see them: what each changed, how to know that a copy is whole, and how to cite it."""

from collections.abc import Iterator, Sized
from dataclasses import dataclass
from itertools import pairwise

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.descriptor import Package
from scripts.reading.package.figures import RETRACTED, SUPPRESSED
from scripts.reading.release.archives import ArchivedRelease, archive_name
from scripts.reading.release.diff import diff_packages
from scripts.reading.release.release import Release
from scripts.website.text import formatting


@dataclass(frozen=True)
class ReleaseRow:
    """A sealed release, or the one in preparation, which has neither day nor hash and cannot be cited.

    archive: the path of its zip from the site's root; changes: what it changed, each a short phrase.
    """

    version: str
    archive: str
    changes: tuple[str, ...]
    sealed_on: str = ""
    sha256: str = ""
    bytes: int = 0
    cite: str = ""
    is_latest: bool = False

    @property
    def id(self) -> str:
        """The name of its anchor."""
        return f"release-{self.version}"


def release_rows(release: Release, labels: Labels) -> tuple[ReleaseRow, ...]:
    """Every release, newest first; the one in preparation comes before them all."""
    sealed = [release.archives.sealed[entry.version] for entry in release.archives.index]
    before = {after.version: earlier.package for earlier, after in pairwise(sealed)}
    latest = sealed[-1].version if sealed else ""
    rows = [_sealed(one, before.get(one.version), latest, labels) for one in sealed]
    return (*_preparing(release, labels), *reversed(rows))


def _preparing(release: Release, labels: Labels) -> Iterator[ReleaseRow]:
    version, last = release.package.version, release.archives.last
    if version not in release.archives.sealed:
        changes = _changes(last.package, release.package, labels) if last else _first(len(release.figures), labels)
        yield ReleaseRow(version, _archive(archive_name(version)), tuple(changes))


def _sealed(one: ArchivedRelease, before: Package | None, latest: str, labels: Labels) -> ReleaseRow:
    entry = one.entry
    changes = _changes(before, one.package, labels) if before else _first(len(one.figures), labels)
    title = one.package.descriptor["title"]
    return ReleaseRow(
        version=one.version,
        archive=_archive(entry.archive),
        changes=tuple(changes),
        sealed_on=entry.sealed_on,
        sha256=entry.sha256,
        bytes=entry.bytes,
        cite=labels["release_citation"].format(year=entry.sealed_on[:4], title=title, version=one.version),
        is_latest=one.version == latest,
    )


def _archive(name: str) -> str:
    return f"releases/{name}"


def _first(figures: int, labels: Labels) -> Iterator[str]:
    yield labels["release_first"].format(formatting.count(range(figures), labels))


def _changes(before: Package, after: Package, labels: Labels) -> Iterator[str]:
    """How many figures and definitions came, changed or were withdrawn; a figure counts once."""
    changes = diff_packages(before, after)
    became = {change.row: change.now for change in changes.figures.changed if change.field == "status"}
    counts: dict[str, Sized] = {
        "added": {line.row for line in changes.figures.added},
        "changed": {c.row for c in changes.figures.changed if became.get(c.row) not in (RETRACTED, SUPPRESSED)},
        "retracted": {row for row, status in became.items() if status == RETRACTED},
        "withheld": {row for row, status in became.items() if status == SUPPRESSED},
        "defined": {(c.resource, c.row) for c in changes.definitions.changed},
    }
    found = [labels[f"release_{key}"].format(formatting.count(rows, labels)) for key, rows in counts.items() if rows]
    yield from found or [labels["release_unchanged"]]
