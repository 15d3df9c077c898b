import polars as pl

table = pl.read_csv("{{ root }}package/data/{{ table }}.csv", infer_schema_length=None)
