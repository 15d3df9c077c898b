import pandas as pd

day = "2024-12-31"
figures = pd.read_csv("{{ root }}formats/csv/figures.csv", dtype={"release_first_seen": "str"})
table = figures[(figures["known_on"] <= day) & (figures["resource"] == "{{ table }}")]
