"""Writes the whole package as one SQLite database: keys and references enforced, views that join the titles of codes.

A view `<table>_labelled` stands beside each table that refers to others.
Two tables describe the file to a reader who has nothing else: `_release` and `_fields`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.flat_table import FIGURES
from scripts.publishing.archive.publication import Publication
from scripts.publishing.archive.readme import LICENCE, STATUSES
from scripts.publishing.formats.columns import columns
from scripts.publishing.formats.sqlite_figures import computed_rows, figure_definitions, insertion
from scripts.reading.package.descriptor import Field, Package, Resource
from scripts.reading.package.frames import Value

_KINDS = {"number": "NUMERIC", "integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER"}
_SHOWN = ("title", "unit", "kind", "measure", "status_family", "url")
_WRITER = slice(96, 100)


def database(publication: Publication) -> bytes:
    """Write the database; its bytes do not name the version of the SQLite that wrote it."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        with connection:
            connection.execute("BEGIN")
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for statement in _definitions(publication.package):
                connection.execute(statement)
            for resource in publication.package.resources.values():
                if resource.name == FIGURES.name:
                    connection.executemany(insertion(), computed_rows(resource))
                else:
                    _insert_table(connection, resource, publication)
            _insert_description(connection, publication)
        connection.execute("VACUUM")
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_WRITER] = bytes(4)
    return bytes(content)


def _definitions(package: Package) -> Iterator[str]:
    tables = [resource for resource in package.resources.values() if resource.name != FIGURES.name]
    yield from map(_table, tables)
    yield from figure_definitions(package)
    for resource in tables:
        if resource.references:
            yield _labelled(resource, package)
    yield "CREATE TABLE _release (item TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID"
    names = ("title", "type", "unit", "description")
    yield (
        "CREATE TABLE _fields (resource TEXT NOT NULL, field TEXT NOT NULL, "
        f"{', '.join(f'{name} TEXT' for name in names)}, PRIMARY KEY (resource, field)) WITHOUT ROWID"
    )


def _table(resource: Resource) -> str:
    parts = [_column(field) for field in resource.fields]
    parts.append(f"PRIMARY KEY ({_names(resource.key)})")
    for key in resource.schema.get("foreignKeys", ()):
        other = resource.references[key["fields"][0]]
        parts.append(
            f"FOREIGN KEY ({_names(key['fields'])}) REFERENCES {_name(other)} ({_names(key['reference']['fields'])})"
        )
    body = ",\n  ".join(parts)
    return f"CREATE TABLE {_name(resource.name)} (\n  {body}\n)"


def _column(field: Field) -> str:
    parts = [_name(field.name), _KINDS.get(field.type, "TEXT")]
    if field.required:
        parts.append("NOT NULL")
    if field.type in _KINDS:
        parts.append(f"CHECK (typeof({_name(field.name)}) IN ('integer', 'real', 'null'))")
    if field.values:
        parts.append(f"CHECK ({_name(field.name)} IN ({', '.join(map(_text, field.values))}))")
    return " ".join(parts)


def _labelled(resource: Resource, package: Package) -> str:
    """Define a view with every column of a table and, for each reference, the titles and units of the other table."""
    shown, joined = ["t.*"], []
    for number, (field, target) in enumerate(resource.references.items()):
        other = package.resources[target]
        alias = f"j{number}"
        joined.append(f"LEFT JOIN {_name(other.name)} {alias} ON {alias}.{_name(other.key[0])} = t.{_name(field)}")
        names = [f.name for f in other.fields if f.name in _SHOWN]
        shown += [f"{alias}.{_name(name)} AS {_name(f'{field}_{name}')}" for name in names]
    body = "\n".join((f"SELECT {', '.join(shown)}", f"FROM {_name(resource.name)} t", *joined))
    return f"CREATE VIEW {_name(f'{resource.name}_labelled')} AS\n{body}"


def _insert_table(connection: sqlite3.Connection, resource: Resource, publication: Publication) -> None:
    table = columns(resource, publication)
    rows = zip(*(map(_parameter, column.cells) for column in table), strict=True)
    connection.executemany(f"INSERT INTO {_name(resource.name)} VALUES ({', '.join('?' * len(table))})", rows)


def _insert_description(connection: sqlite3.Connection, publication: Publication) -> None:
    release = {
        "title": publication.title,
        "version": publication.version,
        "created": publication.day.isoformat(),
        "description": str(publication.package.descriptor["description"]),
        "citation": cite_as(publication),
        "license": LICENCE,
        "empty cells": STATUSES,
    }
    connection.executemany("INSERT INTO _release VALUES (?, ?)", release.items())
    connection.executemany(
        "INSERT INTO _fields VALUES (?, ?, ?, ?, ?, ?)",
        (
            (resource.name, field.name, field.title, field.type, field.unit or None, field.description)
            for resource in publication.package.resources.values()
            for field in resource.fields
        ),
    )


def _parameter(cell: Value) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(_name, [names] if isinstance(names, str) else names))


def _name(name: str) -> str:
    return f'"{name}"'


def _text(text: str) -> str:
    quoted = text.replace("'", "''")
    return f"'{quoted}'"
