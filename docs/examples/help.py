"""How many contacts with the surrender hotline stand against one surrender?"""

import altair as alt
import pandas as pd

requests = pd.read_csv("{{ package }}/data/help_requests.csv")
requests["word"] = requests["qualifier"].map({"exact": "", "at-least": "at least "})
requests["says"] = requests["word"] + requests["value"].map("{:,.0f}".format)
requests = requests.query("status == 'published'")

# One counter, and the days on which it told both. Contacts and persons are two units:
# they may be divided, not added. Operations, a third unit, are left out.
contacts = requests.query("indicator == 'want-to-live-contacts-cumulative'")
persons = requests.query("indicator == 'want-to-live-surrendered-cumulative'")
both = contacts.merge(persons, on="counted_on", suffixes=("", "_persons"))
ratio = (both["value"] // both["value_persons"]).map("{:.0f}".format)
both["ratio"] = both["word"] + ratio
# A floor divided by a floor is neither a floor nor a ceiling.
both.loc[both["qualifier_persons"] != "exact", "ratio"] = "unknown"

for row in both.itertuples():
    print(f"{row.counted_on}, contacts / persons who surrendered:")
    print(f"  {row.says} / {row.says_persons} = {row.ratio}")
print("A contact is neither a person nor a surrender: relatives write too.")
print("Counted by the project itself, which belongs to a party to the war.")

both["label"] = both["says_persons"] + " surrendered"
base = alt.Chart(contacts).encode(
    alt.X("utcyearmonthdate(counted_on):T", title="Counted on").axis(format="%Y-%m"),
    alt.Y("value:Q", title="Contacts since September 2022"),
)
shape = alt.Shape("qualifier:N", title="Contacts told as").legend(orient="top")
marks = base.mark_point(size=80).encode(shape)
text = base.mark_text(align="left", dx=10, dy=10).encode(text="label")
chart = (marks + text.properties(data=both)).properties(
    width=520,
    height=240,
    title="Contacts are many; surrenders, where they were told, are few",
    description="Rising points of contacts; two carry the surrenders told that day.",
)
