"""How many on one list of the absent were contract soldiers?"""

import altair as alt
import pandas as pd

absences = pd.read_csv("{{ package }}/data/absences.csv")
service = pd.read_csv("{{ package }}/codelists/service_types.csv", index_col="code")

cells = absences.query(
    "indicator == 'absent-division-list' and formation == '20th-division'"
    " and region == 'russia' and rank == 'all' and reason == 'all'"
).copy()
cells["title"] = cells["service_type"].map(service["title"])

# An empty value is not zero: `status` says why it is empty.
published = cells["status"] == "published"
cells["says"] = cells["value"].map("{:,.0f}".format)
cells["says"] = cells["says"].where(published, cells["status"])

for cell in cells.itertuples():
    print(f"{cell.title:<20} {cell.says:>12}")
number = cells[published].set_index("service_type")["value"]
part, whole = number["contract"], number["all"]
print(f"Contract soldiers: {part:,.0f} / {whole:,.0f} = {part / whole:.0%} of the list")
print("Suppressed: withheld, so that nobody can be found. It is not zero and not")
print("to be filled in: leave such cells out, and say that they are there.")

order = alt.Y("title:N", title=None).scale(domain=list(cells["title"]))
bars = alt.Chart(cells).encode(alt.X("value:Q", title="Soldiers (persons)"), order)
text = bars.mark_text(align="left", dx=4).encode(text="says")
empty = alt.Chart(cells[~published]).mark_text(align="left").encode(order, text="says")
chart = (bars.mark_bar() + text + empty.encode(x=alt.value(4))).properties(
    width=520,
    height=180,
    title="Most on the list were contract soldiers; two groups are withheld",
    description="A bar for the whole list and one for its contract soldiers, who are "
    "most of it. Two groups have a word instead of a bar: they are withheld, not zero.",
)
