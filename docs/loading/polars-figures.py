import polars as pl

figures = pl.read_csv("{{ root }}formats/csv/figures.csv", infer_schema_length=None, schema_overrides={"release_first_seen": pl.String})
