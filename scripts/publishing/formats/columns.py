"""Gives the typed columns of a table, which every other format is made from."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.publishing.archive.publication import Publication
from scripts.reading.package.descriptor import Field, Package, Resource
from scripts.reading.package.figures import dimensions_of
from scripts.reading.package.frames import Value


@dataclass(frozen=True)
class Column:
    """A field with its typed cells; `codes` maps each code that it may have to its title, empty where it is free."""

    field: Field
    cells: tuple[Value, ...]
    codes: Mapping[str, str]

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.field.type in ("number", "integer", "year")


def columns(resource: Resource, publication: Publication) -> tuple[Column, ...]:
    """Give the columns of a table in the order of its schema. Raises TooManyDigitsError."""
    package, values = publication.package, publication.frames.values[resource.name]
    coded = dimensions_of(resource, package)
    return tuple(
        Column(field, values[field.name], _codes(field, coded.get(field.name, ""), package))
        for field in resource.fields
    )


def _codes(field: Field, code_list: str, package: Package) -> Mapping[str, str]:
    if code_list:
        return {row.cells["code"]: row.cells["title"] for row in package.resources[code_list].rows}
    return {value: value for value in field.values}
