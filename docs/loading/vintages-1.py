import pandas as pd

vintages = pd.read_csv("{{ root }}releases/vintages.csv", dtype={"release": str})
table = vintages[(vintages["release"] == "2026.1") & (vintages["resource"] == "{{ table }}")]
