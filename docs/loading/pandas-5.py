import pandas as pd

table = pd.read_csv("{{ root }}package/data/{{ table }}.csv")
indicators = pd.read_csv("{{ root }}package/indicators.csv", index_col="indicator")
told = table[table["status"] == "published"].join(indicators[["title", "unit", "kind"]], on="indicator")
