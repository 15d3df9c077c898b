"""Do missing and killed stand in the same proportion in each brigade of one army?"""

import altair as alt
import pandas as pd

formations = pd.read_csv("{{ package }}/data/formations.csv")
titles = pd.read_csv("{{ package }}/codelists/military_formations.csv", index_col="code")

# Side by side, in the order of the code list. Nothing is added: the records are of
# three different things, and the four brigades are only a part of the army.
records = ["formation-killed", "formation-missing", "formation-absent"]
rows = formations.query("status == 'published'")
rows = rows[rows["indicator"].isin(records)].copy()
rows["record"] = rows["indicator"].str.removeprefix("formation-")
rows["title"] = rows["formation"].map(titles["title"])
sign = rows["qualifier"].map({"exact": "", "at-least": "≥ "})
rows["says"] = sign + rows["value"].map("{:,.0f}".format)
order = [title for title in titles["title"] if title in set(rows["title"])]
value = rows.pivot(index="title", columns="record", values="value")
table = rows.pivot(index="title", columns="record", values="says")
table = table.loc[order, ["killed", "missing", "absent"]]
# Divided by a floor, the quotient is a ceiling.
sign = table["killed"].str.startswith("≥").map({True: "≤ ", False: ""})
times = (value["missing"] / value["killed"]).map("{:.2f}".format)
table["missing / killed"] = sign + times
print(table.rename_axis(index=None, columns=None).to_string())

base = alt.Chart(rows).encode(
    alt.X("value:Q", title="Soldiers (persons)"),
    alt.Y("title:N", sort=order, title=None).axis(labelLimit=200),
    alt.YOffset("record:N", sort=None),
)
shape = alt.Shape("record:N", sort=None, title="Recorded as").legend(orient="top")
text = base.mark_text(align="left", dx=9).encode(text="says")
chart = (base.mark_point(size=70).encode(shape) + text).properties(
    width=520,
    height=280,
    title="Killed, missing and absent stand in no fixed proportion",
    description="For the army and for each of four brigades three marks, for killed, "
    "missing and absent. In two brigades they lie close, in the others apart.",
)
