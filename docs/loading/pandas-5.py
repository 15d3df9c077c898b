import pandas as pd

table = pd.read_csv("package/data/deaths.csv")
indicators = pd.read_csv("package/indicators.csv", index_col="indicator")
told = table[table["status"] == "published"].join(indicators[["title", "unit", "kind"]], on="indicator")
