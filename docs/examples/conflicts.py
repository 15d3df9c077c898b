"""By how much do sources disagree where their numbers may be set beside each other?"""

from pathlib import Path

import altair as alt
import pandas as pd

package = Path("{{ package }}")
ends = ["value", "value_low", "value_high"]
tables = sorted((package / "data").glob("*.csv"))
figures = pd.concat([pd.read_csv(table) for table in tables]).dropna(subset="figure")
members = pd.read_csv(package / "conflict_figures.csv")
members = members.merge(figures[["figure", "qualifier", *ends]], on="figure")
members["low"] = members["value"].fillna(members["value_low"])
members["high"] = members["value"].fillna(members["value_high"])

# Only figures marked comparable have one unit and one window; the others explain.
compared = members.query("comparable == 'yes'")
pairs = compared.merge(compared, on="conflict", suffixes=("", "_other"))
pairs = pairs.query("side != side_other")  # figures of one side agree
pairs["size"] = pairs["high_other"] - pairs["low"]
widest = pairs.loc[pairs.groupby("conflict")["size"].idxmax()].copy()
widest["ratio"] = widest["high_other"] / widest["low"]
widest = widest.sort_values("ratio", ascending=False)

# An "at least" above makes the difference a floor, one below a ceiling.
known = {(False, False): "", (False, True): "at least ", (True, False): "at most "}
lower, higher = widest["qualifier"], widest["qualifier_other"]
floors = zip(lower == "at-least", higher == "at-least", strict=True)
widest["known"] = [known.get(pair, "unknown, printed ") for pair in floors]

for row in widest.itertuples():
    print(f"{row.conflict}: {row.side} {row.low:,.0f}, {row.side_other} {row.high_other:,.0f}")
    print(f"  {row.known}{row.size:,.0f} apart, {row.known}{row.ratio:.4g} times")
without = members["conflict"].nunique() - len(widest)
print(f"{without} have no size: other units, other windows, or one side only.")

dots = alt.Chart(widest).encode(
    alt.Y("conflict:N", title=None, sort="-x").axis(labelLimit=330),
    alt.X("ratio:Q", title="Higher number as a multiple of the lower").scale(zero=False),
)
words = dots.mark_text(align="left", dx=10).encode(text=alt.Text("ratio:Q", format=".3"))
chart = (dots.mark_point(size=70, filled=True) + words).properties(
    width=300,
    height=22 * len(widest),
    title="How far apart two sides of a conflict are, where both can be compared",
    description="A list of conflicts, each with a dot further to the right the more "
    "its sides differ. Most lie near one, the furthest well above two.",
)
