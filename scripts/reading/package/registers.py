"""The registers that every figure refers to: what is counted, who counted, where we read it, and the codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, TypeVar

from scripts.findings import Place
from scripts.reading.package.csv_table import CsvRow
from scripts.reading.package.descriptor import Package, Resource


@dataclass(frozen=True)
class Indicator:
    """What is counted: its definition, unit and kind hold for every figure that refers to it.

    jump: the largest factor by which a number may change between two releases without a word about its size.
    """

    code: str
    title: str
    definition: str
    not_this: str
    unit: str
    kind: str
    measure: str
    date_basis: str
    status_family: str
    resource: str
    dimensions: tuple[str, ...]
    jump: Decimal | None
    where: Place


@dataclass(frozen=True)
class Originator:
    """Who counted, what interest they have in the number, and whether they publish how they count (`yes` or `no`)."""

    code: str
    title: str
    interest: str
    description: str
    method_published: str
    where: Place


@dataclass(frozen=True)
class Source:
    """A page or file in which we read figures."""

    code: str
    title: str
    publisher: str
    url: str
    published: str
    accessed: str
    language: str
    kind: str
    archived: str
    archive_gap: str
    note: str
    where: Place


@dataclass(frozen=True)
class IntervalKind:
    """What the two ends of an interval mean; `centre` says whether it has a central value: always, optional, never."""

    code: str
    title: str
    definition: str
    centre: str
    where: Place


@dataclass(frozen=True)
class Code:
    """One value of a dimension; codes with one parent and one partition together make up the parent.

    region: where a court sits, as a code of the list of regions; other lists have none.
    """

    code: str
    title: str
    parent: str
    partition: str
    note: str
    region: str
    where: Place


CodeList = Mapping[str, Code]


@dataclass(frozen=True)
class Registers:
    """All registers of a package, each by code; code lists by the name of their resource."""

    indicators: Mapping[str, Indicator]
    originators: Mapping[str, Originator]
    sources: Mapping[str, Source]
    interval_kinds: Mapping[str, IntervalKind]
    code_lists: Mapping[str, CodeList]


def read_registers(package: Package) -> Registers:
    """Read the registers of a package whose structure is sound."""
    lists = {resource.name: _codes(resource) for resource in package.code_lists}
    return Registers(_indicators(package), _originators(package), _sources(package), _interval_kinds(package), lists)


def is_address(text: str) -> bool:
    """Whether a text has the form of a whole address of the web."""
    scheme, mark, rest = text.partition("://")
    return scheme in ("http", "https") and bool(mark) and "." in rest.split("/")[0] and " " not in text


RegisterEntry = TypeVar("RegisterEntry", Indicator, Originator, Source, IntervalKind, Code)


def _indicators(package: Package) -> dict[str, Indicator]:
    resource = package.resources["indicators"]
    usual = next((field.get("default") for field in resource.schema["fields"] if field["name"] == "jump"), None)
    found = {}
    for row, where in _rows(resource):
        code, dimensions = row.cells["indicator"], tuple(row.cells["dimensions"].split())
        bound = row.cells.get("jump") or usual
        jump = None if bound is None else Decimal(str(bound))
        found[code] = _entry(Indicator, row, code=code, dimensions=dimensions, jump=jump, where=where)
    return found


def _originators(package: Package) -> dict[str, Originator]:
    rows = _rows(package.resources["originators"])
    return {(c := row.cells["originator"]): _entry(Originator, row, code=c, where=where) for row, where in rows}


def _sources(package: Package) -> dict[str, Source]:
    rows = _rows(package.resources["sources"])
    return {(c := row.cells["source"]): _entry(Source, row, code=c, where=where) for row, where in rows}


def _interval_kinds(package: Package) -> dict[str, IntervalKind]:
    """The kinds of interval; a package that was published before there was a register has none."""
    resource = package.resources.get("interval_kinds")
    rows = _rows(resource) if resource else ()
    return {(c := row.cells["interval_kind"]): _entry(IntervalKind, row, code=c, where=where) for row, where in rows}


def _codes(resource: Resource) -> dict[str, Code]:
    return {row.cells["code"]: _entry(Code, row, where=where) for row, where in _rows(resource)}


def _rows(resource: Resource) -> Iterator[tuple[CsvRow, Place]]:
    return ((row, Place(resource.file, row.number)) for row in resource.rows)


def _entry(kind: type[RegisterEntry], row: CsvRow, **known: Any) -> RegisterEntry:
    """An entry from a row; a field that an earlier or later release does not have is empty."""
    cells: dict[str, Any] = {field.name: row.cells.get(field.name, "") for field in fields(kind)}
    return kind(**{**cells, **known})
