import pandas as pd

table = pd.read_csv("{{ root }}package/data/{{ table }}.csv")
