import polars as pl

table = pl.read_csv("package/data/deaths.csv", infer_schema_length=None)
indicators = pl.read_csv("package/indicators.csv").select("indicator", "title", "unit", "kind")
told = table.filter(pl.col("status") == "published").join(indicators, on="indicator", how="left")
