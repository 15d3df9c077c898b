import pandas as pd

day = "2026-12-31"
sealed = pd.read_json("{{ root }}releases/versions.json", dtype=False)
known = sealed[sealed["sealed_on"] <= day].iloc[-1]["version"]
vintages = pd.read_csv("{{ root }}releases/vintages.csv", dtype={"release": str})
table = vintages[(vintages["release"] == known) & (vintages["resource"] == "{{ table }}")]
