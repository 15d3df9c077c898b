"""Describes columns and tables as CSV on the Web does (W3C, tabular-metadata)."""

from collections.abc import Iterable
from typing import Any

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.reading.package.descriptor import Field

CONTEXT = "http://www.w3.org/ns/csvw"
_DATATYPES = {"number": "decimal", "integer": "integer", "year": "gYear", "date": "date", "boolean": "boolean"}

Description = dict[str, Any]


def csvw_column(field: Field, is_required: bool, name: str = "") -> Description:
    """Describe a column, by its own name where it is not that of its field."""
    name = name or field.name
    words = {"name": name, "titles": name, "dc:title": field.title, "dc:description": field.description}
    return {**words, "datatype": _DATATYPES.get(field.type, "string"), "required": is_required}


def csvw_release(publication: Publication) -> Description:
    """Describe what all tables of a release have alike: licence, day, version and citation."""
    return {
        "dc:license": {"@id": publication.licence_url},
        "dc:issued": publication.day.isoformat(),
        "schema:version": publication.version,
        "schema:creditText": cite_as(publication),
    }


def csvw_schema(columns: Iterable[Description], key: Iterable[str]) -> Description:
    """Describe the columns of a table and what identifies a row."""
    return {"columns": list(columns), "primaryKey": list(key)}
