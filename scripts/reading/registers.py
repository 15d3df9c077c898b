"""The registers that every figure refers to: what is counted, who counted, where we read it, and the codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.findings import Place
from scripts.reading.package import Package, Resource
from scripts.reading.tables import Row


@dataclass(frozen=True)
class Indicator:
    """What is counted: its definition, unit and kind hold for every figure that refers to it."""

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
    where: Place


@dataclass(frozen=True)
class Originator:
    """Who counted, and what interest they have in the number."""

    code: str
    title: str
    interest: str
    description: str
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
class Code:
    """One value of a dimension; codes with one parent and one partition together make up the parent."""

    code: str
    title: str
    parent: str
    partition: str
    note: str
    where: Place


CodeList = Mapping[str, Code]


@dataclass(frozen=True)
class Registers:
    """All registers of a package, each by code; code lists by the name of their resource."""

    indicators: Mapping[str, Indicator]
    originators: Mapping[str, Originator]
    sources: Mapping[str, Source]
    code_lists: Mapping[str, CodeList]


def read_registers(package: Package) -> Registers:
    """Read the registers of a package whose structure is sound."""
    lists = {resource.name: _codes(resource) for resource in package.code_lists}
    return Registers(_indicators(package), _originators(package), _sources(package), lists)


def _rows(package: Package, name: str) -> Iterator[tuple[Row, Place]]:
    resource = package.resources[name]
    return ((row, Place(resource.file, row.number)) for row in resource.rows)


def _indicators(package: Package) -> dict[str, Indicator]:
    found = {}
    for row, where in _rows(package, "indicators"):
        cells = dict(row.cells)
        code, dimensions = cells.pop("indicator"), tuple(cells.pop("dimensions").split())
        found[code] = Indicator(code=code, dimensions=dimensions, where=where, **cells)
    return found


def _originators(package: Package) -> dict[str, Originator]:
    found = {}
    for row, where in _rows(package, "originators"):
        cells = dict(row.cells)
        code = cells.pop("originator")
        found[code] = Originator(code=code, where=where, **cells)
    return found


def _sources(package: Package) -> dict[str, Source]:
    found = {}
    for row, where in _rows(package, "sources"):
        cells = dict(row.cells)
        code = cells.pop("source")
        found[code] = Source(code=code, where=where, **cells)
    return found


def _codes(resource: Resource) -> dict[str, Code]:
    rows = ((row, Place(resource.file, row.number)) for row in resource.rows)
    return {row.cells["code"]: Code(where=where, **row.cells) for row, where in rows}
