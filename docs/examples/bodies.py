"""Do both sides give the same number for the same exchange of bodies?"""

import altair as alt
import pandas as pd

bodies = pd.read_csv("{{ package }}/data/bodies.csv")
parties = pd.read_csv("{{ package }}/codelists/parties.csv", index_col="code")["title"]

# A row for each exchange and direction, a column for each side that counted it.
# Rows are not added: some are parts of a package that has a row of its own.
sides = {"russia-negotiators": "Russian", "coordination-headquarters": "Ukrainian"}
exchange = ["period_start", "period_end", "handed_to"]
rows = bodies.query("indicator == 'bodies-handed-over'")
rows = rows[rows["originator"].isin(sides)]
rows = rows.query("status == 'published' and qualifier == 'exact'")
table = rows.pivot(index=exchange, columns="originator", values="value")
both = table.rename(columns=sides).dropna().reset_index()
both["difference"] = both["Ukrainian"] - both["Russian"]
both["exchange"] = both["period_end"] + ", to " + both["handed_to"].map(parties)

for row in both.itertuples():
    counts = f"{row.Ukrainian:,.0f} (Ukrainian) - {row.Russian:,.0f} (Russian)"
    print(f"{row.exchange}: {counts} = {row.difference:+.0f}")
print(f"Counted by one side alone, in this table: {len(table) - len(both)} rows")
print("How many bodies a side holds depends on who held the ground, not on")
print("how many died.")

axis = "Ukrainian count less Russian count (bodies)"
base = alt.Chart(both).encode(
    alt.X("difference:Q", axis=alt.Axis(title=axis, tickMinStep=1)),
    alt.Y("exchange:N", sort=None, title=None).axis(labelLimit=200),
)
chart = base.mark_bar(size=30).properties(
    width=520,
    height=160,
    title="The two sides’ counts of one exchange differ by a few bodies",
    description="A bar for each exchange that both sides counted. In one the Ukrainian "
    "count is lower than the Russian one, in the other it is higher.",
)
