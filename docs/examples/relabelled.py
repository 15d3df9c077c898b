"""What became of the labels of absence that one region reviewed?"""

import altair as alt
import pandas as pd

relabelled = pd.read_csv("{{ package }}/data/relabelled.csv")
who = pd.read_csv("{{ package }}/originators.csv", index_col="originator")["title"]

# One reviewer, one region, one year, one day of counting, one unit: persons.
steps = {
    "labels-reviewed": "Label reviewed",
    "labels-lifted": "Label lifted",
    "labels-found-evaded": "Found to have really evaded service",
}
review = relabelled.query("region == 'sverdlovsk-oblast'")
review = review[review["indicator"].isin(steps)]
review = review.query("status == 'published'").set_index("indicator")
review["step"] = pd.Series(steps)
review["word"] = review["qualifier"].map({"exact": "", "about": "about "})
review["says"] = review["word"] + review["value"].map("{:,.0f}".format)

whole = review.loc["labels-reviewed"]
print(f"{who[whole['originator']]}, counted on {whole['counted_on']}")
for _, row in review.loc[["labels-lifted", "labels-found-evaded"]].iterrows():
    share = f"{row['word']}{100 * row['value'] / whole['value']:.2g}%"
    print(f"  {row['step']}: {row['says']} / {whole['says']} = {share}")
print("The two parts are not the whole: what became of the rest was not said.")
print("Only contested labels were reviewed: no rate for all labels follows.")

order = alt.Y("step:N", sort=list(steps.values()), title=None).axis(labelLimit=250)
bars = alt.Chart(review).encode(alt.X("value:Q", title="Soldiers (persons)"), order)
text = bars.mark_text(align="left", dx=4).encode(text="says")
chart = (bars.mark_bar() + text).properties(
    width=520,
    height=160,
    title="Most labels that one region reviewed were lifted",
    description="Three bars. The longest is for all labels reviewed; the labels lifted "
    "are most of them, the soldiers found to have really evaded service very few.",
)
