"""Identifiers of the audit as typed values: which count a cell is, and where an equation comes from.

Nothing is ever decided by how they print: `str` is for people alone.
"""

from enum import Enum, StrEnum
from typing import NamedTuple

from scripts.findings import Place


class EquationKind(Enum):
    """Why an equation holds, each with its phrase for people."""

    NUMBERED = "{where}"
    """A file of cells and margins says so; its margins are named by number."""
    MARGIN = "{where} by {dimension}"
    """The parts of a total along one dimension, or over time."""
    PART = "{where} as part by {dimension}"
    """One cell that is part of another of the same table."""
    SERIES = "{where} as part of {other}"
    """A cell of one series that is part of a cell of another series."""
    SHARE = "{where} as share"
    """A percentage that was printed of two counts."""
    GROWTH = "{where} since {other}"
    """Two counts of one growing quantity."""


class EquationPlace(NamedTuple):
    """Where an equation comes from: the row that it is about, and why it holds.

    dimension, partition: for margins and parts, along what. other: for series and growth, the row of the other cell.
    """

    where: Place
    kind: EquationKind
    dimension: str = ""
    partition: str = ""
    other: Place | None = None

    def __str__(self) -> str:
        """Name the equation for people."""
        return self.kind.value.format(where=self.where, dimension=self.dimension, other=self.other)


class Bound(StrEnum):
    """From which side a remainder bounds the cells of its equation: two remainders of one share differ by it."""

    BOTH = ""
    BELOW = "from below"
    ABOVE = "from above"


class Remainder(NamedTuple):
    """What nobody published and an equation lacks, so that its two sides are equal."""

    place: EquationPlace
    bound: Bound = Bound.BOTH

    def __str__(self) -> str:
        """Name the remainder for people."""
        return f"{self.place}{f', {self.bound}' if self.bound else ''}: the rest"


class CellId(NamedTuple):
    """One count of people: that of a figure, what a figure grew by, or the remainder of an equation.

    figure: the id of the figure, empty for a remainder. as_of: the version of the earlier release that published this
    count, where a later release has another one. since: for growth, the id of the figure that was counted before.
    """

    figure: str = ""
    as_of: str = ""
    since: str = ""
    remainder: Remainder | None = None

    def __str__(self) -> str:
        """Name the count for people."""
        if self.remainder:
            return f"{self.as_of}: {self.remainder}" if self.as_of else str(self.remainder)
        as_of = f", as of {self.as_of}" if self.as_of else ""
        since = f", growth since {self.since}" if self.since else ""
        return f"{self.figure}{since}{as_of}"
