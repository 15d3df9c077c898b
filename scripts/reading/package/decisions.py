"""The log of decisions on proposals, refusals included, each with the rule that decided it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scripts.findings import Place
from scripts.reading.package.descriptor import Package


@dataclass(frozen=True)
class Decision:
    """One proposal with its outcome; `figure`, `proposal` and `release` may be empty."""

    decision: str
    proposal: str
    asked: str
    figure: str
    received_on: str
    decided_on: str
    result: str
    rule: str
    reason: str
    release: str
    where: Place

    @property
    def days(self) -> int:
        """How many days it took to decide."""
        return (date.fromisoformat(self.decided_on) - date.fromisoformat(self.received_on)).days


def read_decisions(package: Package) -> tuple[Decision, ...]:
    """Every decision of a package whose structure is sound, in the order of the log; none where there is no log."""
    return tuple(_decisions(package))


def _decisions(package: Package) -> Iterator[Decision]:
    resource = package.resources.get("decisions")
    for row in resource.rows if resource else ():
        yield Decision(where=Place(resource.file, row.number), **row.cells)  # type: ignore[union-attr]
