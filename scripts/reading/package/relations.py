"""How figures belong together: who else carries one, where sources disagree, and which series count the same people."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from scripts.findings import Place
from scripts.reading.package.descriptor import Package

Member = TypeVar("Member")


@dataclass(frozen=True)
class Corroboration:
    """Another page that carries a figure."""

    figure: str
    source: str
    note: str
    where: Place


@dataclass(frozen=True)
class ConflictFigure:
    """A figure that takes part in a conflict: what it claims, on which side, and whether it may be set against others.

    side: figures of one conflict with one side agree with each other.
    """

    conflict: str
    figure: str
    version: str
    where: Place
    side: str
    comparable: str

    @property
    def is_comparable(self) -> bool:
        """Whether the size of the disagreement can be computed from it and the others of its conflict."""
        return self.comparable == "yes"


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


class OverlapRelation(StrEnum):
    """How the people whom one series counts belong to those of another; a register never says `whole-of`."""

    SAME_PEOPLE = "same-people"
    PART_OF = "part-of"
    WHOLE_OF = "whole-of"
    NOT_INDEPENDENT = "not-independent"

    @property
    def inverse(self) -> "OverlapRelation":
        """The same relation from the side of the other series."""
        if self is OverlapRelation.PART_OF:
            return OverlapRelation.WHOLE_OF
        return OverlapRelation.PART_OF if self is OverlapRelation.WHOLE_OF else self


@dataclass(frozen=True)
class Overlap:
    """Two series that are not separate: same people, one part of the other, or not independent."""

    overlap: str
    indicator: str
    other: str
    relation: str
    explanation: str
    where: Place
    comparable: str
    comparison: str


@dataclass(frozen=True)
class Share:
    """A percentage that was published, with the counts that it is a part and the whole of."""

    share: str
    part: str
    whole: str
    where: Place


Relation = TypeVar("Relation", Corroboration, Conflict, ConflictFigure, Overlap, Share)


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
        return self._versions.get(conflict, ())

    def conflicts_of(self, figure: str) -> tuple[Conflict, ...]:
        """The conflicts in which a figure takes part."""
        return self._conflicts.get(figure, ())

    def sources_of(self, figure: str) -> tuple[str, ...]:
        """The other pages that carry a figure."""
        return self._sources.get(figure, ())

    @cached_property
    def _versions(self) -> Mapping[str, tuple[ConflictFigure, ...]]:
        return _grouped((version.conflict, version) for version in self.versions)

    @cached_property
    def _conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        pairs = ((v.figure, conflict) for conflict in self.conflicts for v in self.versions_of(conflict.conflict))
        return _grouped(dict.fromkeys(pairs))

    @cached_property
    def _sources(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((c.figure, c.source) for c in self.corroborations)


def read_relations(package: Package) -> Relations:
    """Read the relations of a package whose structure is sound."""
    return Relations(
        tuple(_members(Corroboration, package, "corroborated_by")),
        tuple(_members(Conflict, package, "conflicts")),
        tuple(_members(ConflictFigure, package, "conflict_figures")),
        tuple(_members(Overlap, package, "overlaps")),
        tuple(_members(Share, package, "shares")),
    )


def _members(kind: type[Relation], package: Package, name: str) -> Iterator[Relation]:
    """Read each row of a register; a field that an earlier or later release does not have is empty."""
    if name not in package.resources:
        return
    names = [field.name for field in fields(kind) if field.name != "where"]
    for row in package.resources[name].rows:
        cells = {field: row.cells.get(field, "") for field in names}
        yield kind(where=Place(package.resources[name].file, row.number), **cells)


def _grouped(pairs: Iterable[tuple[str, Member]]) -> Mapping[str, tuple[Member, ...]]:
    """Members by their key, in the order in which they come."""
    found: dict[str, list[Member]] = {}
    for key, member in pairs:
        found.setdefault(key, []).append(member)
    return {key: tuple(members) for key, members in found.items()}
