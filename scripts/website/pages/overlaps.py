"""Overlaps of series as each of the two sides reads them, and all of them as a matrix."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.reading.package.registers import Indicator
from scripts.reading.package.relations import Overlap, OverlapRelation
from scripts.reading.release.release import Release

SYMBOLS = {
    OverlapRelation.SAME_PEOPLE: "∩",
    OverlapRelation.PART_OF: "⊂",
    OverlapRelation.WHOLE_OF: "⊃",
    OverlapRelation.NOT_INDEPENDENT: "≈",
}


@dataclass(frozen=True)
class OverlapSide:
    """An overlap from the side of one series: its relation to the other series, and why."""

    relation: OverlapRelation
    other: Indicator
    explanation: str

    @property
    def symbol(self) -> str:
        """The sign of the relation in the matrix."""
        return SYMBOLS[self.relation]


@dataclass(frozen=True)
class OverlapMatrix:
    """Every series that overlaps with another, in the register's order, and each overlap by row and column."""

    series: tuple[Indicator, ...]
    cells: Mapping[tuple[str, str], OverlapSide]


def overlap_sides(release: Release) -> Mapping[str, tuple[OverlapSide, ...]]:
    """List the overlaps of every series that has any, by its code, in the order of the register of overlaps."""
    sides: dict[str, list[OverlapSide]] = defaultdict(list)
    for overlap in release.relations.overlaps:
        for code, side in _both_sides(overlap, release.registers.indicators):
            sides[code].append(side)
    return {code: tuple(listed) for code, listed in sides.items()}


def overlap_matrix(release: Release) -> OverlapMatrix:
    """Arrange the overlaps as a matrix that is read along its rows: the row is … the column."""
    sides = overlap_sides(release)
    series = tuple(indicator for code, indicator in release.registers.indicators.items() if code in sides)
    cells = {(code, side.other.code): side for code, listed in sides.items() for side in listed}
    return OverlapMatrix(series, cells)


def _both_sides(overlap: Overlap, indicators: Mapping[str, Indicator]) -> tuple[tuple[str, OverlapSide], ...]:
    relation = OverlapRelation(overlap.relation)
    return (
        (overlap.indicator, OverlapSide(relation, indicators[overlap.other], overlap.explanation)),
        (overlap.other, OverlapSide(relation.inverse, indicators[overlap.indicator], overlap.explanation)),
    )
