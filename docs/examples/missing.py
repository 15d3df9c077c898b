"""Do requests to look for missing soldiers come in faster than before?"""

import altair as alt
import pandas as pd

missing = pd.read_csv("{{ package }}/data/missing.csv")

# A running total: its counts are never added. What came in between two of them is
# the later less the earlier, and only exact counts can be subtracted.
counts = missing.query(
    "indicator == 'want-to-find-requests-cumulative' and region == 'russia'"
    " and status == 'published' and qualifier == 'exact'"
).sort_values("period_end")
counts["since"] = counts["period_end"].shift().fillna(counts["period_start"])
counts["before"] = counts["value"].shift(fill_value=0)  # on its first day: none yet
since, until = pd.to_datetime(counts["since"]), pd.to_datetime(counts["period_end"])
counts["days"] = (until - since).dt.days
counts["per_day"] = (counts["value"] - counts["before"]) / counts["days"]
counts["span"] = counts["since"] + " to " + counts["period_end"]
counts["says"] = counts["per_day"].map("{:.0f} a day".format)

for row in counts.itertuples():
    growth = f"({row.value:,.0f} - {row.before:,.0f}) / {row.days} days"
    print(f"{row.span}: {growth} = {row.says}")
print("Requests, not persons: a family may ask twice, or not at all.")
print("Counted by the project itself, which belongs to a party to the war.")

bars = alt.Chart(counts).encode(
    alt.X("per_day:Q", title="Requests per day, average between two counts"),
    alt.Y("span:N", sort=None, title=None).axis(labelLimit=200),
)
text = bars.mark_text(align="left", dx=4).encode(text="says")
chart = (bars.mark_bar() + text).properties(
    width=520,
    height=160,
    title="Requests came in faster after the first year, then at an even average",
    description="A bar for each time between two exact counts of requests. The bar for "
    "the first year is short; those after it are longer and nearly equal.",
)
