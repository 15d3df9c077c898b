"""The tables as columns of typed cells, which every other format is made from.

An empty cell is None whatever its type, so that no format takes nothing for a text or for zero.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scripts.reading.package.descriptor import Field, Package, Resource
from scripts.reading.package.figures import dimensions_of

Content = str | int | Decimal | date | None

_TYPED: Mapping[str, Callable[[str], Content]] = {
    "number": Decimal,
    "integer": int,
    "year": int,
    "boolean": lambda text: text == "true",
    "date": date.fromisoformat,
}
NUMBERS = ("number", "integer", "year")


class TooManyDigitsError(ValueError):
    """A number cannot be told exactly in a format whose numbers are binary."""

    def __init__(self) -> None:
        super().__init__("A number has more digits than a binary number holds – round it as its source did.")


@dataclass(frozen=True)
class Column:
    """A field with its cells; `codes` gives each value that it may have with its title, nothing where it is free."""

    field: Field
    cells: tuple[Content, ...]
    codes: Mapping[str, str]

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.field.type in NUMBERS


def columns(resource: Resource, package: Package) -> tuple[Column, ...]:
    """The columns of a table in their order."""
    coded = dimensions_of(resource, package)
    return tuple(
        Column(field, _cells(field, resource), _codes(field, coded.get(field.name, ""), package))
        for field in resource.fields
    )


def binary(number: Decimal) -> int | float:
    """A number as programs count: whole where it is, else the binary number that is spelled like it.

    Raises TooManyDigitsError where there is none.
    """
    if number == number.to_integral_value():
        return int(number)
    near = float(number)
    if Decimal(repr(near)) != number:
        raise TooManyDigitsError
    return near


def _cells(field: Field, resource: Resource) -> tuple[Content, ...]:
    typed = _TYPED.get(field.type, str)
    texts = (row.cells[field.name] for row in resource.rows)
    return tuple(typed(text) if text else None for text in texts)


def _codes(field: Field, code_list: str, package: Package) -> Mapping[str, str]:
    if code_list:
        return {row.cells["code"]: row.cells["title"] for row in package.resources[code_list].rows}
    return {value: value for value in field.values}
