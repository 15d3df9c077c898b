"""Any system of cells and margins: what is published, what is withheld, and which cells add up to which.

The formulations are those of Fischetti and Salazar (Management Science 47(7), 2001) and of the Handbook on Statistical
Disclosure Control, chapter 4: whole numbers, each margin an equation, an attacker who knows every published cell.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from scripts.disclosure.audit.identifiers import EquationKind, EquationPlace
from scripts.findings import Place

Id = TypeVar("Id", bound=Hashable)
"""What identifies a cell: a text in a file of cells, the codes of a table, a `CellId` of releases."""


class MalformedSystemError(Exception):
    """A file does not describe a system of cells; the message says where and what to write."""


@dataclass(frozen=True)
class Cell:
    """What is known of a cell before any arithmetic: its least and largest value, None where nothing bounds it.

    keep: how far apart the ends must stay that a reader could work out; 0 where nothing is demanded.
    below: where not 0, the demand holds only for a cell that is surely more than zero and may be less than this, as
    for growth: nobody who was added may be provable, but many who were added are no secret.
    """

    low: int
    high: int | None
    keep: int = 0
    below: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether the number itself is known."""
        return self.low == self.high

    def is_disclosed_by(self, low: int, high: int | None) -> bool:
        """Whether a reader who can work out this interval knows more of the cell than is allowed."""
        excused = self.below and not 0 < low < self.below
        return bool(self.keep and not excused and high is not None and high - low < self.keep)


@dataclass(frozen=True)
class Equation(Generic[Id]):
    """Cells with whole factors that sum to zero."""

    place: EquationPlace
    terms: tuple[tuple[Id, int], ...]


@dataclass(frozen=True)
class System(Generic[Id]):
    """Cells by id, and the equations between them."""

    cells: Mapping[Id, Cell]
    equations: tuple[Equation[Id], ...]


def margin_equation(place: EquationPlace, total: Id, parts: tuple[Id, ...]) -> Equation[Id]:
    """The equation of a margin: the total is the sum of its parts."""
    return Equation(place, ((total, -1), *((part, 1) for part in parts)))


def numbered_margin(number: int) -> EquationPlace:
    """The place of a margin that has nothing but a number."""
    return EquationPlace(Place(f"margin {number}"), EquationKind.NUMBERED)


def read_system(content: Any, width: int = 1) -> System[str]:
    """Read a system from decoded JSON: cells (number, null or [low, high]), margins, withheld_at_least.

    Cells that are null are withheld and must keep the width. Raises MalformedSystemError.
    """
    if not isinstance(content, dict) or not set(content) <= {"cells", "margins", "withheld_at_least"}:
        raise MalformedSystemError(
            "The file – is not an object of cells, margins and withheld_at_least – compare the help."
        )
    floor = content.get("withheld_at_least", 0)
    if not _is_count(floor):
        raise MalformedSystemError("withheld_at_least – is not a whole number from zero – write 0 or 1.")
    cells = content.get("cells")
    if not isinstance(cells, dict) or not cells:
        raise MalformedSystemError("cells – is not an object with at least one cell – write {id: number or null, …}.")
    known = {name: Cell(floor, None, width) if value is None else _cell(name, value) for name, value in cells.items()}
    margins = content.get("margins", [])
    if not isinstance(margins, list):
        raise MalformedSystemError("margins – is not a list – write [{total: id, parts: [id, …]}, …].")
    return System(known, tuple(_equation(number, entry, known) for number, entry in enumerate(margins, start=1)))


def _cell(name: str, value: Any) -> Cell:
    if _is_count(value):
        return Cell(value, value)
    if isinstance(value, list) and len(value) == 2 and _is_count(value[0]):
        low, high = value
        if high is None or (_is_count(high) and low <= high):
            return Cell(low, high)
    raise MalformedSystemError(f"cell {name} – is no number, null or [low, high] – write whole numbers from zero.")


def _equation(number: int, entry: Any, cells: Mapping[str, Cell]) -> Equation[str]:
    where = numbered_margin(number)
    if not isinstance(entry, dict) or set(entry) != {"total", "parts"} or not isinstance(entry["parts"], list):
        raise MalformedSystemError(f"{where} – lacks a total or a list of parts – write {{total: id, parts: [id, …]}}.")
    names = [entry["total"], *entry["parts"]]
    unknown = [name for name in names if not isinstance(name, str) or name not in cells]
    if unknown or len(set(names)) != len(names) or not entry["parts"]:
        raise MalformedSystemError(f"{where} – names an unknown cell, one cell twice or no part – correct the ids.")
    return margin_equation(where, entry["total"], tuple(entry["parts"]))


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
