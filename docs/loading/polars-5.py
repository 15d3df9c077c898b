import polars as pl

table = pl.read_csv("{{ root }}package/data/{{ table }}.csv", infer_schema_length=None)
indicators = pl.read_csv("{{ root }}package/indicators.csv").select("indicator", "title", "unit", "kind")
told = table.filter(pl.col("status") == "published").join(indicators, on="indicator", how="left")
