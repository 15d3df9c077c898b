"""The releases as readers see them: what each changed, how to verify a copy, and how to cite it."""

from collections.abc import Iterator, Sized
from dataclasses import dataclass
from itertools import pairwise

from scripts.reading.package.descriptor import Package
from scripts.reading.package.figures import Status
from scripts.reading.release.archives import ArchivedRelease, archive_name
from scripts.reading.release.diff import diff_packages
from scripts.website.text.formatting import Formatter

_GONE = (Status.RETRACTED, Status.SUPPRESSED)


@dataclass(frozen=True)
class ReleaseRow:
    """A sealed release, or the one in preparation, which has neither day nor hash and cannot be cited.

    archive: the file name of its zip; changes: what it changed, each a short phrase.
    """

    version: str
    archive: str
    changes: tuple[str, ...]
    sealed_on: str = ""
    sha256: str = ""
    bytes: int = 0
    citation: str = ""
    is_latest: bool = False

    @property
    def id(self) -> str:
        """The name of its anchor."""
        return f"release-{self.version}"


def release_rows(formatter: Formatter) -> tuple[ReleaseRow, ...]:
    """List every release, newest first; the one in preparation comes before them all."""
    archives = formatter.release.archives
    sealed = [archives.sealed[entry.version] for entry in archives.index]
    before = {after.version: earlier.package for earlier, after in pairwise(sealed)}
    latest = sealed[-1].version if sealed else ""
    rows = [_sealed_row(each, before.get(each.version), latest, formatter) for each in sealed]
    return (*_row_in_preparation(formatter), *reversed(rows))


def _row_in_preparation(formatter: Formatter) -> Iterator[ReleaseRow]:
    package, archives = formatter.release.package, formatter.release.archives
    if package.version not in archives.sealed:
        before = archives.last.package if archives.last else None
        changes = _changes(before, package, len(formatter.release.figures), formatter)
        yield ReleaseRow(package.version, archive_name(package.version), changes)


def _sealed_row(sealed: ArchivedRelease, before: Package | None, latest: str, formatter: Formatter) -> ReleaseRow:
    entry, title = sealed.entry, sealed.package.descriptor["title"]
    return ReleaseRow(
        version=sealed.version,
        archive=entry.archive,
        changes=_changes(before, sealed.package, len(sealed.figures), formatter),
        sealed_on=entry.sealed_on,
        sha256=entry.sha256,
        bytes=entry.bytes,
        citation=formatter.labels["release_citation"].format(
            year=entry.sealed_on[:4], title=title, version=sealed.version
        ),
        is_latest=sealed.version == latest,
    )


def _changes(before: Package | None, after: Package, figures: int, formatter: Formatter) -> tuple[str, ...]:
    """Say how many figures and definitions came, changed or were withdrawn; of the first release, its figures."""
    labels = formatter.labels
    if before is None:
        return (labels["release_first"].format(formatter.number(figures)),)
    rows = _changed_rows(before, after)
    counts = tuple(labels[f"release_{key}"].format(formatter.count(found)) for key, found in rows.items() if found)
    return counts or (labels["release_unchanged"],)


def _changed_rows(before: Package, after: Package) -> dict[str, Sized]:
    """Sort the rows that differ by what happened to them; a figure is in one group, however many cells changed."""
    changes = diff_packages(before, after)
    became = {change.row: change.now for change in changes.figures.changed if change.field == "status"}
    return {
        "added": {row.row for row in changes.figures.added},
        "changed": {c.row for c in changes.figures.changed if became.get(c.row) not in _GONE},
        "retracted": {row for row, status in became.items() if status == Status.RETRACTED},
        "withheld": {row for row, status in became.items() if status == Status.SUPPRESSED},
        "defined": {(c.resource, c.row) for c in changes.definitions.changed},
    }
