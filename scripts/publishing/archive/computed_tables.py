"""Tables that are computed from the package and published beside it: how they are described, and written as CSV.

A computed table has columns of the package's tables, described in their words, and some of its own. It can be used
alone: it refers to no other table, and a descriptor with its schema lies beside it.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.files import sha256, to_json
from scripts.publishing.archive.publication import Publication
from scripts.reading.package.csv_table import CsvRow
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import figure_resources

Declared = Mapping[str, Any]
"""A field, or some of its properties, as a schema declares it."""

FILLED: Declared = {"constraints": {"required": True}}
"""Properties of a column without an empty cell."""

VERSION: Declared = {"constraints": {"required": True, "pattern": r"^[0-9]{4}\.[1-9][0-9]*(\.[1-9][0-9]*)?$"}}
"""Properties of a column that names a release."""


@dataclass(frozen=True)
class Words:
    """What a reader is told of a computed table: its name in programs, its title, and what it holds."""

    name: str
    title: str
    description: str


def computed_table(
    words: Words, fields: Sequence[Declared], key: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> Resource:
    """Make a table of rows; each has a cell for every field, and may have others, which are left out."""
    names = [str(field["name"]) for field in fields]
    file = f"{words.name}.csv"
    described = {
        "name": words.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "title": words.title,
        "description": words.description,
        "path": file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    }
    schema = {"fields": list(fields), "missingValues": [""], "primaryKey": list(key)}
    cells = ({name: row[name] for name in names} for row in rows)
    return Resource(described, schema, file, tuple(CsvRow(*row) for row in enumerate(cells, start=2)), ())


def own_field(name: str, title: str, description: str, rest: Declared) -> Declared:
    """Declare a column that no table of the package has, by default of texts; `rest` are its further properties."""
    return {"name": name, "type": "string", "title": title, "description": description, **rest}


def shared_field(name: str, package: Package) -> Declared:
    """Declare a column as the tables of figures that have it do.

    Where their words differ, the description says which table means what. A cell must be filled only where every
    table has the column and fills it; a code may be any that one of them allows.
    """
    tables = [table for table in figure_resources(package) if name in _names(table)]
    declared = [table.declared(name) for table in tables]
    constraints = _common([field.get("constraints", {}) for field in declared])
    codes = [field.get("constraints", {}).get("enum") for field in declared]
    if all(codes):
        constraints["enum"] = list(dict.fromkeys(code for each in codes for code in each))
    if len(tables) < len(figure_resources(package)):
        constraints.pop("required", None)
    common = {"name": name, "type": "string", **_common(declared), "description": _description(name, tables)}
    return common | {"constraints": constraints}


def table_csv(table: Resource) -> bytes:
    """Write a computed table as CSV, with the cells as they stand in the tables that they come from."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, [field.name for field in table.fields], lineterminator="\n")
    writer.writeheader()
    writer.writerows(dict(row.cells) for row in table.rows)
    return buffer.getvalue().encode()


def table_descriptor(table: Resource, publication: Publication, content: bytes) -> bytes:
    """Describe a computed table as a data package of its own; its CSV, `content`, lies beside the descriptor."""
    of_package = publication.package.descriptor
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"{of_package['name']}-{table.name}",
        "title": f"{table.title}. {publication.title}",
        "version": publication.version,
        "created": f"{publication.day.isoformat()}T00:00:00Z",
        "profile": "data-package",
        "description": str(table.descriptor["description"]),
        "licenses": of_package["licenses"],
        "resources": [
            {**table.descriptor, "bytes": len(content), "hash": f"sha256:{sha256(content)}", "schema": table.schema}
        ],
    }
    return to_json(descriptor, indent=2)


def _names(table: Resource) -> frozenset[str]:
    return frozenset(field.name for field in table.fields)


def _common(declared: Sequence[Declared]) -> dict[str, Any]:
    """Give what all declarations of a field have alike."""
    first, *others = declared
    return {key: value for key, value in first.items() if all(other.get(key) == value for other in others)}


def _description(name: str, tables: Sequence[Resource]) -> str:
    told: dict[str, list[str]] = {}
    for table in tables:
        told.setdefault(str(table.declared(name).get("description", "")), []).append(table.name)
    if len(told) == 1:
        return next(iter(told))
    return " ".join(f"In {', '.join(names)}: {text}" for text, names in told.items())
