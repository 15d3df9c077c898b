"""The register of revisions: what changed in each release, and why."""

from dataclasses import dataclass
from enum import StrEnum

from scripts.findings import Place
from scripts.reading.package.descriptor import Package

Key = tuple[str, str, str]
"""What an entry is about: resource, row and field."""


class RevisionClass(StrEnum):
    """Why something changed: our mistake, news from the source, withdrawal, protection, or another definition."""

    CORRECTION = "correction"
    REVISION = "revision"
    RETRACTION = "retraction"
    REMOVAL = "removal-for-disclosure"
    REDEFINITION = "redefinition"


@dataclass(frozen=True)
class Revision:
    """One entry of `revisions.csv`: what changed in a release, and why; `kind` is its class."""

    release: str
    resource: str
    figure: str
    field: str
    was: str
    now: str
    kind: str
    reason: str
    source: str
    reported_by: str
    decided_on: str
    where: Place

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.resource, self.figure, self.field


def read_revisions(package: Package) -> tuple[Revision, ...]:
    """Every entry of `revisions.csv`; a package that was published before there was one has none."""
    resource = package.resources.get("revisions")
    found = []
    for row in resource.rows if resource else ():
        cells = dict(row.cells)
        kind = cells.pop("class")
        found.append(Revision(kind=kind, where=Place(resource.file, row.number), **cells))  # type: ignore[union-attr]
    return tuple(found)
