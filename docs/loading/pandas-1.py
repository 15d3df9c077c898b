import pandas as pd

table = pd.read_csv("package/data/deaths.csv")
