"""Writes each table as Parquet: typed, code lists as dictionaries, its description inside the file.

The metadata of the file hold the Table Schema and the citation; those of a field its title, description and unit.
Numbers are float64 or int64, which every program can calculate with; each is spelled like the published decimal.
"""

import io
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.files import to_json
from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.columns import Column, columns
from scripts.reading.package.descriptor import Field, Resource

_TYPES = {"number": pa.float64(), "integer": pa.int64(), "year": pa.int16(), "boolean": pa.bool_(), "date": pa.date32()}


def parquet_table(resource: Resource, publication: Publication) -> bytes:
    """Write a table as Parquet. Raises TooManyDigitsError."""
    table = columns(resource, publication)
    arrays = [_array(column) for column in table]
    fields = [
        pa.field(column.field.name, array.type, not column.field.required, _description(column.field))
        for column, array in zip(table, arrays, strict=True)
    ]
    schema = pa.schema(fields, _metadata(resource, publication))
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd", version="2.6")
    return buffer.getvalue()


def _array(column: Column) -> pa.Array:
    if column.codes:
        positions = {code: position for position, code in enumerate(column.codes)}
        indices = [None if cell is None else positions[str(cell)] for cell in column.cells]
        return pa.DictionaryArray.from_arrays(pa.array(indices, pa.int32()), pa.array(list(positions), pa.string()))
    return pa.array(column.cells, _TYPES.get(column.field.type, pa.string()))


def _description(field: Field) -> Mapping[str, str]:
    description = {"title": field.title, "description": field.description, "unit": field.unit}
    return {key: text for key, text in description.items() if text}


def _metadata(resource: Resource, publication: Publication) -> Mapping[str, str]:
    descriptor = publication.package.descriptor
    return {
        "title": resource.title,
        "description": str(resource.descriptor["description"]),
        "package": publication.title,
        "version": publication.version,
        "created": publication.day.isoformat(),
        "license": str(descriptor["licenses"][0]["name"]),
        "citation": cite_as(publication),
        "schema": to_json(resource.schema, None).decode().rstrip(),
    }
