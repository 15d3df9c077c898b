"""How figures belong together: who else carries one, where sources disagree, and which series count the same people."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.findings import Place
from scripts.reading.package.csv_table import CsvRow
from scripts.reading.package.descriptor import Package


@dataclass(frozen=True)
class Corroboration:
    """Another page that carries a figure."""

    figure: str
    source: str
    note: str
    where: Place


@dataclass(frozen=True)
class ConflictFigure:
    """What one figure says in a disagreement."""

    conflict: str
    figure: str
    version: str
    where: Place


@dataclass(frozen=True)
class Conflict:
    """Published numbers that disagree, and how we read them; the reading may hold figures: [[figure-id]]."""

    conflict: str
    topic: str
    title: str
    reading: str
    reason: str
    note: str
    where: Place


@dataclass(frozen=True)
class Overlap:
    """Two series that are not separate: same people, one part of the other, or not independent."""

    overlap: str
    indicator: str
    other: str
    relation: str
    explanation: str
    where: Place


@dataclass(frozen=True)
class Share:
    """A percentage that was published, with the counts that it is a part and the whole of."""

    share: str
    part: str
    whole: str
    where: Place


@dataclass(frozen=True)
class Relations:
    """All relations of a release; a package without them has none."""

    corroborations: tuple[Corroboration, ...]
    conflicts: tuple[Conflict, ...]
    versions: tuple[ConflictFigure, ...]
    overlaps: tuple[Overlap, ...]
    shares: tuple[Share, ...]

    def versions_of(self, conflict: str) -> tuple[ConflictFigure, ...]:
        """The figures that take part in a conflict."""
        return tuple(version for version in self.versions if version.conflict == conflict)

    def conflicts_of(self, figure: str) -> tuple[Conflict, ...]:
        """The conflicts in which a figure takes part."""
        codes = {version.conflict for version in self.versions if version.figure == figure}
        return tuple(conflict for conflict in self.conflicts if conflict.conflict in codes)

    def sources_of(self, figure: str) -> tuple[str, ...]:
        """The other pages that carry a figure."""
        return tuple(c.source for c in self.corroborations if c.figure == figure)

    def overlaps_of(self, indicator: str) -> tuple[Overlap, ...]:
        """The overlaps in which a series takes part."""
        return tuple(overlap for overlap in self.overlaps if indicator in (overlap.indicator, overlap.other))


def read_relations(package: Package) -> Relations:
    """Read the relations of a package whose structure is sound."""
    return Relations(
        tuple(Corroboration(where=where, **row.cells) for row, where in _rows(package, "corroborated_by")),
        tuple(Conflict(where=where, **row.cells) for row, where in _rows(package, "conflicts")),
        tuple(ConflictFigure(where=where, **row.cells) for row, where in _rows(package, "conflict_figures")),
        tuple(Overlap(where=where, **row.cells) for row, where in _rows(package, "overlaps")),
        tuple(Share(where=where, **row.cells) for row, where in _rows(package, "shares")),
    )


def _rows(package: Package, name: str) -> Iterator[tuple[CsvRow, Place]]:
    resource = package.resources.get(name)
    return ((row, Place(resource.file, row.number)) for row in resource.rows) if resource else iter(())
