"""The disclosure policy: for every resource a rule or a reasoned exemption, and the numbers that the rules use."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.reading.declarations import STRICT, read_declaration


@dataclass(frozen=True)
class Treatment:
    """How one resource is treated: `reported` (figures that others published) or `exempt`; and why."""

    rule: Literal["reported", "exempt"]
    reason: str

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Reviewed:
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
    the largest value must be that a reader could work out for a withheld cell. units_of_people: units of people.
    exceptions: cells that were reviewed and may have the form of a name, because they repeat a title as published.
    """

    minimum: int
    width: int
    units_of_people: tuple[str, ...]
    exceptions: tuple[Reviewed, ...]
    resources: Mapping[str, Treatment]

    __pydantic_config__ = STRICT


def read_policy(root: Path) -> Policy:
    """Read `disclosure.yaml`. Raises NotReadableError where it is not as it must be."""
    return read_declaration(root / "disclosure.yaml", Policy)
