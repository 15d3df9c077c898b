"""How far apart are the estimates of the killed for about the same period?"""

import altair as alt
import pandas as pd

deaths = pd.read_csv("{{ package }}/data/deaths.csv")
indicators = pd.read_csv("{{ package }}/indicators.csv")
who = pd.read_csv("{{ package }}/originators.csv", index_col="originator")["title"]

# Estimates alone (no counts, no claims), from the invasion to the end of 2025.
estimates = "kind == 'estimate' and status_family == 'killed' and unit == 'persons'"
rows = deaths.query(
    "status == 'published' and service_type == 'all' and period_start == '2022-02-24'"
    " and period_end.str.startswith('2025-12')"
).merge(indicators.query(estimates), on="indicator")
# Keep each interval and each qualifier; a range has two ends and no best value.
rows["low"] = rows["value_low"].fillna(rows["value"])
rows["high"] = rows["value_high"].fillna(rows["value"])
word = rows["qualifier"].map({"exact": "", "about": "about ", "at-least": "at least "})
value = word + rows["value"].map("{:,.0f}".format)
ends = rows["low"].map(" ({:,.0f} to ".format) + rows["high"].map("{:,.0f})".format)
rows["says"] = value.fillna("range") + ends.where(rows["value_low"].notna(), "")
rows["name"] = rows["originator"].map(who) + ": " + rows["title"].str.split(",").str[0]
for row in rows.itertuples():
    print(f"{row.figure:<33} {row.says}")
first, last = rows["low"].idxmin(), rows["high"].idxmax()
print(f"From {rows.loc[first, 'says']} to {rows.loc[last, 'says']}.")

names = alt.Axis(labelExpr="split(datum.label, ': ')", labelLimit=300)
base = alt.Chart(rows).encode(alt.Y("name:N", sort=None, title=None, axis=names))
line = base.mark_rule().encode(alt.X("low:Q", title="Soldiers (persons)"), x2="high:Q")
mark = base.mark_tick(size=14, thickness=3).encode(x="value:Q")
text = base.mark_text(align="left", dy=-16).encode(x="low:Q", text="says")
chart = (line + mark + text).properties(
    width=520,
    height=280,
    title="Estimates of the killed to the end of 2025 lie far apart",
    description="A row for each estimate: a line from its low to its high end, a "
    "stroke at its value. Some lines overlap; the outermost are far apart.",
)
