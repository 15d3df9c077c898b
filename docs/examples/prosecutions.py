"""Did more cases of absence reach courts each year, and do verdicts say the same?"""

import altair as alt
import pandas as pd

prosecutions = pd.read_csv("{{ package }}/data/prosecutions.csv")
units = pd.read_csv("{{ package }}/indicators.csv", index_col="indicator")["unit"]

# Two counters, two units: one below the other, never in one sum or line.
rows = prosecutions.query(
    "status == 'published' and region == 'russia' and court == 'all'"
    " and (indicator == 'cases-received-period' and article == 'art-337'"
    " and originator == 'mediazona' and counted_on in ['2023-12-29', '2024-08-12']"
    " or indicator == 'persons-convicted-period' and article == 'art-337-338-339'"
    " and originator == 'the-insider')"
).copy()
rows["unit"] = rows["indicator"].map(units)

# Some periods are parts of a year, so compare how many came on an average day.
start, end = rows["period_start"], rows["period_end"]
rows["days"] = (pd.to_datetime(end) - pd.to_datetime(start)).dt.days + 1
rows["per_day"] = rows["value"] / rows["days"]
print("unit     counted on  period                    number / days = per day")
for row in rows.itertuples():
    line = f"{row.unit:<8} {row.counted_on:<11} {row.period_start} to {row.period_end}"
    print(f"{line} {row.value:>7,.0f} / {row.days:>4} = {row.per_day:>7.1f}")
print("Cases are counted when they arrive, persons when they are convicted.")

base = alt.Chart(rows[rows["unit"] == "cases"]).encode(
    alt.X("utcyear(period_end):O", title="Year or part of it").axis(labelAngle=0),
    alt.Y("per_day:Q", title="Cases received per day"),
    alt.StrokeDash("counted_on:N", legend=None),
    alt.Shape("counted_on:N", title="Counted on").legend(orient="top"),
)
chart = base.mark_line(point={"size": 120, "filled": False}).properties(
    width=520,
    height=220,
    title="In both counts, more cases of absence reached courts per day each year",
    description="Two lines of cases per day, one for each count; both rise every year.",
)
