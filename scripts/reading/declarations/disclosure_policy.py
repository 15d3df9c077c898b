"""The disclosure policy: for every resource a rule or a reasoned exemption, and the numbers that the rules use."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.reading.declarations.strict_yaml import STRICT, read_declaration


@dataclass(frozen=True)
class Treatment:
    """How one resource is treated, and why.

    rule: `reported` (figures that others published), `tabulated` (tables that a steward made from a confidential list)
    or `exempt`. rounding, base: how every number of a tabulated resource was rounded, where it was.
    """

    rule: Literal["reported", "tabulated", "exempt"]
    reason: str
    rounding: Literal["controlled", "random", "nearest"] | None = None
    base: int = 0

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Family:
    """How finely people of one status may be tabulated.

    minimum: the smallest number told, and the base of rounding. period: the finest. delay: months that must have
    passed since the event. lists: the code lists by which they may be told.
    """

    minimum: int
    period: Literal["year", "quarter", "month"]
    delay: int
    lists: tuple[str, ...]

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class TabulationRules:
    """The rules for tables that a steward makes from a confidential list.

    dimensions: how many may be crossed, time included. vintages: the days of each year (MM-DD) on which may be counted.
    """

    dimensions: int
    vintages: tuple[str, ...]
    families: Mapping[str, Family]

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class ReviewedCell:
    """A cell that people have read, so that it may break one rule about persons: a title, as it was published."""

    resource: str
    key: str
    field: str
    rule: str
    reason: str

    __pydantic_config__ = STRICT

    @property
    def cell(self) -> tuple[str, str, str, str]:
        """Which rule the cell may break, and where it stands: resource, key of the row, field, rule."""
        return self.resource, self.key, self.field, self.rule


@dataclass(frozen=True)
class Policy:
    """The policy as a whole.

    minimum: the smallest count of people that a cell of a breakdown may show. width: how far apart the smallest and
    the largest value must be that a reader could work out for a withheld cell. seconds: how long the solver may take
    for one question; a proof that is not finished then counts as failed. units_of_people: units of people.
    exceptions: cells that were reviewed and may have the form of a name, because they repeat a title as published.
    """

    minimum: int
    width: int
    seconds: float
    units_of_people: tuple[str, ...]
    tabulated: TabulationRules
    exceptions: tuple[ReviewedCell, ...]
    resources: Mapping[str, Treatment]

    __pydantic_config__ = STRICT


def read_policy(root: Path) -> Policy:
    """Read `disclosure.yaml`. Raises NotReadableError where it is not as it must be."""
    return read_declaration(root / "disclosure.yaml", Policy)
