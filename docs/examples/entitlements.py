"""Is the one-off payment by decree the same for every status of a soldier?"""

import altair as alt
import pandas as pd

entitlements = pd.read_csv("{{ package }}/data/entitlements.csv")
status = pd.read_csv("{{ package }}/codelists/family_statuses.csv", index_col="code")["title"]

# One payment, one act, one unit (RUB): insurance and monthly payments are others.
rows = entitlements.query("indicator == 'family-presidential-payment'").copy()
rows["title"] = rows["family_status"].map(status)

# No amount is not an amount of zero: `status` says what the empty cell means.
published = rows["status"] == "published"
rows["says"] = rows["value"].map("{:,.0f} RUB".format).where(published, rows["status"])
ours = rows["note"].str.contains("Our reading", na=False)
rows["basis"] = ours.map({True: "our reading of the rule", False: "as the act is told"})

for row in rows.itertuples():
    print(f"{row.title:<21} {row.says:>14}   {row.basis}")
print("not-applicable: nothing is due under this status; it can change later.")
print("A rule is no payment: it does not say what was paid out.")

order = alt.Y("title:N", title=None).scale(domain=list(rows["title"]))
bars = alt.Chart(rows).encode(alt.X("value:Q", title="One-off payment (RUB)"), order)
text = bars.mark_text(align="left", dx=4).encode(text="says")
empty = alt.Chart(rows[~published]).mark_text(align="left").encode(order, text="says")
chart = (bars.mark_bar() + text + empty.encode(x=alt.value(4))).properties(
    width=520,
    height=180,
    title="By decree, nothing is due while a soldier is recorded as missing or absent",
    description="Bars for the killed and the wounded. The missing and the absent have "
    "a word instead of a bar: the payment does not apply while that status stands.",
)
