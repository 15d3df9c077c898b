"""Gives the typed columns of a table, which every other format is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from scripts.publishing.archive.publication import Publication
from scripts.reading.package.descriptor import Field, Package, Resource
from scripts.reading.package.figures import dimensions_of

Content = str | bool | int | float | date | None


@dataclass(frozen=True, eq=False)
class Column:
    """A field with its typed series; `codes` maps each code that it may have to its title, empty where it is free."""

    field: Field
    series: pd.Series
    codes: Mapping[str, str]

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.field.type in ("number", "integer", "year")

    @cached_property
    def cells(self) -> tuple[Content, ...]:
        """The cells as plain values of Python; an empty one is None whatever its type."""
        if self.field.type == "date":
            return tuple(None if pd.isna(day) else day.date() for day in self.series)
        return tuple(None if pd.isna(cell) else cell for cell in self.series.tolist())


def columns(resource: Resource, publication: Publication) -> tuple[Column, ...]:
    """Give the columns of a table in the order of its schema."""
    package, frame = publication.package, publication.frames.typed[resource.name]
    coded = dimensions_of(resource, package)
    return tuple(
        Column(field, frame[field.name], _codes(field, coded.get(field.name, ""), package)) for field in resource.fields
    )


def _codes(field: Field, code_list: str, package: Package) -> Mapping[str, str]:
    if code_list:
        return {row.cells["code"]: row.cells["title"] for row in package.resources[code_list].rows}
    return {value: value for value in field.values}
