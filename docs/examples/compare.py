"""Which published totals count the same thing in the same way?"""

import altair as alt
import pandas as pd

indicators = pd.read_csv("{{ package }}/indicators.csv", index_col="indicator")
overlaps = pd.read_csv("{{ package }}/overlaps.csv")

# Totals of persons up to a day: what is recorded, and how is it known?
order = ["killed", "missing", "absent"]
totals = indicators.query("unit == 'persons' and measure == 'cumulative'")
totals = totals[totals["status_family"].isin(order)]
cells = totals.groupby(["status_family", "kind"]).size().reset_index(name="totals")
cells["says"] = cells["kind"] + " " + cells["totals"].astype(str)
for status, row in cells.groupby("status_family")["says"]:
    print(f"{status}: {', '.join(row)}")

# Totals of two kinds are never added. Two of one kind may hold the same people.
same = ["unit", "kind", "status_family", "measure"]
one = indicators.loc[overlaps["indicator"], same].reset_index(drop=True)
two = indicators.loc[overlaps["other"], same].reset_index(drop=True)
alike = overlaps[(one == two).all(axis="columns")]
print(f"{len(overlaps)} pairs overlap; {len(alike)} agree in {', '.join(same)}:")
for pair in alike.itertuples():
    print(f"  {pair.indicator} + {pair.other}: {pair.relation}")

grid = alt.Chart(cells).encode(
    alt.X("kind:N", title="How it is known").axis(labelAngle=0),
    alt.Y("status_family:N", title="Recorded as", sort=order),
)
marks = grid.mark_point(size=900, shape="square")
chart = (marks + grid.mark_text().encode(text="totals:Q")).properties(
    width=520,
    height=220,
    title="How many different totals of persons are published, by record and kind",
    description="A grid with a row for each record and a column for each kind of "
    "number. Each mark holds the number of different totals; some cells are empty.",
)
