import polars as pl

table = pl.read_csv("package/data/deaths.csv", infer_schema_length=None)
