"""Writes the file of an interactive chart: its drawing for two widths, its tooltips, and what can be chosen in it.

The chart is compiled to Vega when the site is built, so that the browser needs neither Vega-Lite nor eval.
"""

import json
from collections.abc import Mapping
from typing import Any

from scripts.website.charts.encodings import DASHES, FIRST, LAST, PICKED
from scripts.website.charts.line_charts import moment
from scripts.website.charts.model import ChartModel, Mark, series_names


def parameters(model: ChartModel) -> list[dict[str, Any]]:
    """List the parameters that a reader sets, as Vega-Lite has them: nothing is selected, all the time is shown."""
    moments = [moment(mark.time) for mark in model.marks] if model.has_time else []
    span = [{"name": FIRST, "value": min(moments)}, {"name": LAST, "value": max(moments)}] if moments else []
    return [{"name": PICKED, "value": ""}, *span]


def interactive_json(model: ChartModel, drawings: Mapping[str, Mapping[str, Any]]) -> str:
    """Write an interactive chart as JSON, from its Vega specifications by the name of their width.

    The first specification is complete; of each other only the parts that differ from it are written. `told` has the
    tooltip of each figure, in the order in which the arrow keys visit the figures; `picks` the series or the kinds of
    numbers that can be selected: code, name, colour, dash; `months` code (`2024-05`) and name.
    """
    first, *others = drawings
    parts = {
        name: {key: part for key, part in drawings[name].items() if drawings[first].get(key) != part} for name in others
    }
    content = {
        first: drawings[first],
        **parts,
        "told": {mark.figure: mark.tooltip for mark in _in_reading_order(model)},
        "picks": _choices(model),
        "months": model.months,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _in_reading_order(model: ChartModel) -> list[Mark]:
    """The marks down the rows, or along one line after the other."""
    if not model.has_time:
        return list(model.marks)
    names = series_names(model.marks)
    return sorted(model.marks, key=lambda mark: (names.index(mark.series), mark.time))


def _choices(model: ChartModel) -> list[dict[str, str]]:
    """The series that can be selected, else the kinds of numbers; nothing where there is only one."""
    if not model.chart.series:
        choices = [{"code": kind, "name": name} for kind, name in model.kind_names.items()]
    else:
        names = series_names(model.marks)
        dashes = [
            " ".join(map(str, DASHES[index % len(DASHES)])) if model.has_time else "" for index in range(len(names))
        ]
        choices = [
            {"code": mark.selector, "name": mark.series, "hue": mark.colour, "dash": dashes[names.index(mark.series)]}
            for mark in {mark.selector: mark for mark in model.marks}.values()
        ]
    return choices if len(choices) > 1 else []
