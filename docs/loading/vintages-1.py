import pandas as pd

vintages = pd.read_csv("releases/vintages.csv", dtype={"release": str})
table = vintages[(vintages["release"] == "2026.1") & (vintages["resource"] == "deaths")]
