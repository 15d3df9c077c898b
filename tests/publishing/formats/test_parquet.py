"""Parquet: typed, code lists as dictionaries, and what it is inside the file."""

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from scripts.publishing.archive.publication import Publication


def test_parquet_is_typed_and_tells_what_it_is(published: Publication, folder: Path) -> None:
    schema = pq.read_schema(folder / "formats/parquet/prosecutions.parquet")
    assert [str(schema.field(name).type) for name in ("figure", "value")] == ["string", "decimal128(18, 4)"]
    region = pd.read_parquet(folder / "formats/parquet/prosecutions.parquet")["region"]
    assert [*region.cat.categories] == [row.cells["code"] for row in published.package.resources["regions"].rows]
    told = {key.decode(): text.decode() for key, text in schema.metadata.items()}
    assert {"title", "description", "version", "license", "citation", "schema"} <= told.keys()
    assert told["version"] == published.version
    assert schema.field("article").metadata[b"title"] == b"Article"
