import pandas as pd

figures = pd.read_csv("{{ root }}formats/csv/figures.csv", dtype={"release_first_seen": "str"})
