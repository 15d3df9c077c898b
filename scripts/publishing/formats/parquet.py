"""Each table as Parquet: typed, code lists as dictionaries, decimals exact, what it is and means inside the file.

The format's own metadata hold the Table Schema and the citation; each field carries its title, description and unit.
"""

import io
import json
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.columns import Column, columns
from scripts.reading.package.descriptor import Field, Resource

DIGITS, PLACES = 18, 4
_TYPES = {"integer": pa.int64(), "year": pa.int16(), "boolean": pa.bool_(), "date": pa.date32()}


def parquet_table(resource: Resource, publication: Publication) -> bytes:
    """A table as Parquet."""
    told = columns(resource, publication.package)
    arrays = [_array(column) for column in told]
    described = [
        pa.field(c.field.name, array.type, not c.field.required, _about(c.field))
        for c, array in zip(told, arrays, strict=True)
    ]
    schema = pa.schema(described, _metadata(resource, publication))
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd", version="2.6")
    return buffer.getvalue()


def _array(column: Column) -> pa.Array:
    if column.codes:
        places = {code: place for place, code in enumerate(column.codes)}
        indices = [None if cell is None else places[str(cell)] for cell in column.cells]
        return pa.DictionaryArray.from_arrays(pa.array(indices, pa.int32()), pa.array(list(places), pa.string()))
    return pa.array(column.cells, _type(column.field))


def _type(field: Field) -> pa.DataType:
    return pa.decimal128(DIGITS, PLACES) if field.type == "number" else _TYPES.get(field.type, pa.string())


def _about(field: Field) -> Mapping[str, str]:
    about = {"title": field.title, "description": field.description, "unit": field.unit}
    return {key: text for key, text in about.items() if text}


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
        "schema": json.dumps(resource.schema, ensure_ascii=False),
    }
