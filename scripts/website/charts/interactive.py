"""What a reader fetches on touching a chart: how it is drawn, what its marks say, and what can be chosen in it.

The chart is compiled to Vega when the site is built, so that the browser needs neither Vega-Lite nor eval.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.labels import Labels
from scripts.website.charts.encodings import DASHES, FIRST, LAST, PICKED, series_names
from scripts.website.charts.line_charts import moment
from scripts.website.charts.marks import Mark
from scripts.website.text.formatting import day


def signals(chart: Chart, marks: tuple[Mark, ...]) -> list[dict[str, Any]]:
    """What a reader sets, as parameters of Vega-Lite: nothing is picked, and all the time is shown."""
    moments = [moment(mark.time) for mark in marks] if chart.kind == "lines" else []
    span = [{"name": FIRST, "value": min(moments)}, {"name": LAST, "value": max(moments)}] if moments else []
    return [{"name": PICKED, "value": ""}, *span]


def interactive_json(chart: Chart, marks: tuple[Mark, ...], drawn: Mapping[str, Any], labels: Labels) -> str:
    """The touchable chart as JSON: for each width its Vega, what each figure tells, series to pick, months to choose.

    The first width is whole, of the others only those parts stand there that differ from it. A series is its code, its
    name, its hue and its dash or its sign; a month is `2024-05` and its words.
    """
    first, *others = drawn
    parts = {name: {key: part for key, part in drawn[name].items() if drawn[first].get(key) != part} for name in others}
    content = {
        first: drawn[first],
        **parts,
        "told": {mark.figure: mark.told for mark in _in_order(chart, marks)},
        "picks": _picks(chart, marks, labels),
        "months": _months(marks, labels) if chart.kind == "lines" else [],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _in_order(chart: Chart, marks: tuple[Mark, ...]) -> list[Mark]:
    """The marks as a reader walks them: down the rows, or along one line after the other."""
    if chart.kind != "lines":
        return list(marks)
    names = series_names(marks)
    return sorted(marks, key=lambda mark: (names.index(mark.series), mark.time))


def _picks(chart: Chart, marks: tuple[Mark, ...], labels: Labels) -> list[dict[str, str]]:
    """What can be picked out, where there is more than one: series, or kinds of numbers on one scale."""
    if chart.kind == "ranges" and not chart.series:
        kinds = dict.fromkeys(mark.kind for mark in marks)
        picks = [{"code": kind, "name": labels[f"mark_{kind}"]} for kind in kinds]
    else:
        names = series_names(marks)
        picks = [
            {"code": mark.pick, "name": mark.series, "hue": mark.hue, "dash": _dash(chart, names.index(mark.series))}
            for mark in {mark.pick: mark for mark in marks}.values()
            if chart.series
        ]
    return picks if len(picks) > 1 else []


def _dash(chart: Chart, place: int) -> str:
    return " ".join(map(str, DASHES[place % len(DASHES)])) if chart.kind == "lines" else ""


def _months(marks: tuple[Mark, ...], labels: Labels) -> list[tuple[str, str]]:
    """Every month from that of the first mark to that of the last."""
    first, last = (date.fromisoformat(choose(mark.time for mark in marks)) for choose in (min, max))
    places = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    codes = [f"{place // 12}-{place % 12 + 1:02}" for place in places]
    return [(code, day(code, labels)) for code in codes]
