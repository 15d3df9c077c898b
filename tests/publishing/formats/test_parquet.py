"""Parquet: typed, code lists as dictionaries, and what it is inside the file."""

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from scripts.publishing.archive.publication import Publication


def test_parquet_is_typed_and_describes_itself(published: Publication, folder: Path) -> None:
    schema = pq.read_schema(folder / "formats/parquet/prosecutions.parquet")
    assert [str(schema.field(name).type) for name in ("figure", "value")] == ["string", "double"]
    region = pd.read_parquet(folder / "formats/parquet/prosecutions.parquet")["region"]
    assert [*region.cat.categories] == [row.cells["code"] for row in published.package.resources["regions"].rows]
    metadata = {key.decode(): text.decode() for key, text in schema.metadata.items()}
    assert {"title", "description", "version", "license", "citation", "schema"} <= metadata.keys()
    assert metadata["version"] == published.version
    assert schema.field("article").metadata[b"title"] == b"Article"


def test_pandas_calculates_with_the_numbers_as_they_are_read(published: Publication, folder: Path) -> None:
    deaths = pd.read_parquet(folder / "formats/parquet/deaths.parquet")
    texts = published.frames.published["deaths"]["value"]
    assert str(deaths["value"].dtype) == "float64"
    assert (deaths["value"] * 1.5).sum() == sum(float(text) for text in texts.dropna()) * 1.5
    assert deaths["value"].quantile(0.5) == texts.dropna().astype(float).quantile(0.5)
    lost = deaths[deaths["indicator"] == "named-list"]
    assert lost["value"].interpolate().notna().all()
