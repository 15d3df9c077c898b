"""The types of Stata's data files (format 118): how each stores a value or its absence, and which column has which.

A missing number says why it is missing: `.` without a reason, else the extended missing value `.a`, `.b` or `.c`.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from scripts.publishing.formats.columns import Column
from scripts.reading.package.frames import TooManyDigitsError

MAX_STR = 2045
"""The most bytes of a text of fixed length."""

# The bytes that a long text takes in addition to its own.
_LONG_TEXT_HEADER = 21
_EPOCH = date(1960, 1, 1)

Stored = str | int | float | None
"""A value that a type stores; None is missing."""


class StataType(Protocol):
    """A storage type: `code` names it in the file, `display` is the format in which Stata shows its values."""

    @property
    def code(self) -> int:
        """The number of the type in the file."""

    @property
    def display(self) -> str:
        """The display format."""

    def pack(self, value: Stored, reason: int) -> bytes:
        """Store a value; `reason` says why it is missing, 0 for no reason."""


@dataclass(frozen=True)
class Double:
    """A binary number of eight bytes."""

    code: int = 65526
    display: str = "%16.0g"

    def pack(self, value: Stored, reason: int) -> bytes:
        """Store a number; raises TooManyDigitsError for a whole one that eight bytes cannot hold exactly."""
        if value is None:
            return struct.pack("<Q", 0x7FE0000000000000 + (reason << 40))
        number = float(value)
        if number != value:
            raise TooManyDigitsError
        return struct.pack("<d", number)


@dataclass(frozen=True)
class Long:
    """A whole number of four bytes."""

    code: int = 65528
    display: str = "%24.0g"

    def pack(self, value: Stored, reason: int) -> bytes:
        """Store a whole number."""
        return struct.pack("<i", 0x7FFFFFE5 + reason if value is None else int(value))


@dataclass(frozen=True)
class Byte:
    """A whole number of one byte."""

    code: int = 65530
    display: str = "%8.0g"

    def pack(self, value: Stored, reason: int) -> bytes:
        """Store a whole number."""
        return struct.pack("<b", 101 + reason if value is None else int(value))


@dataclass(frozen=True)
class Str:
    """A text of fixed length; `code` is its length in bytes."""

    code: int

    @property
    def display(self) -> str:
        """The display format."""
        return f"%-{min(self.code, 40)}s"

    def pack(self, value: Stored, reason: int) -> bytes:
        """Store a text; a missing one is empty whatever the reason."""
        return ("" if value is None else str(value)).encode().ljust(self.code, b"\0")


@dataclass(frozen=True)
class StrL:
    """A text of any length, stored apart from its row under the numbers of its variable and its observation."""

    variable: int
    code: int = 32768
    display: str = "%-40s"

    def pack(self, value: Stored, reason: int) -> bytes:
        """Store the number of the observation under which the text is stored."""
        return struct.pack("<HIH", 0 if value is None else self.variable, int(value or 0), 0)


# By the type of a field; texts depend on their lengths.
_BY_FIELD: Mapping[str, StataType] = {
    "number": Double(),
    "integer": Double(),
    "year": Long(),
    "date": Long(display="%td"),
    "boolean": Byte(),
}


def stata_type(column: Column, number: int) -> StataType:
    """Choose the type of a column; `number` is that of its variable, counted from 1."""
    if column.codes:
        return Long()
    return _BY_FIELD.get(column.field.type) or _text_type(column, number)


def _text_type(column: Column, number: int) -> StataType:
    lengths = [len(str(cell).encode()) for cell in {*column.cells} if cell]
    longest = max(lengths, default=0)
    stored_apart = sum(lengths) + _LONG_TEXT_HEADER * len(lengths) + 8 * len(column.cells)
    # Neither prose nor an address is a key; where they repeat or differ in length, they take fewer bytes apart.
    is_no_key = column.field.is_prose or column.field.is_address
    is_long = longest > MAX_STR or (is_no_key and stored_apart < longest * len(column.cells))
    return StrL(number) if is_long else Str(max(1, longest))


def stored_values(column: Column, stata: StataType) -> Sequence[Stored]:
    """Give the cells of a column as its type stores them.

    A code is its number among the codes, counted from 1; a day the number of days since 1960; a text stored apart the
    number of the first observation that has it, as Stata stores equal texts once.
    """
    if column.codes:
        numbers: Mapping[object, int] = {code: number for number, code in enumerate(column.codes, start=1)}
        return [None if cell is None else numbers[cell] for cell in column.cells]
    if isinstance(stata, StrL):
        first = first_observations(column)
        return [first[str(cell)] if cell else None for cell in column.cells]
    return [(cell - _EPOCH).days if isinstance(cell, date) else cell for cell in column.cells]


def first_observations(column: Column) -> Mapping[str, int]:
    """Give for each text of a column the number of the first observation that has it, counted from 1."""
    numbered = [(str(cell), number) for number, cell in enumerate(column.cells, start=1) if cell]
    return dict(reversed(numbered))
