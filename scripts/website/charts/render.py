"""Draws a chart from its model: as pictures for two widths, as files, and as an interactive chart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from scripts.reading.declarations.charts import Chart, ChartKind
from scripts.website.charts.bar_charts import bar_chart, grouped_bar_chart, range_chart
from scripts.website.charts.colours import LIGHT
from scripts.website.charts.encodings import PADDING, Canvas, Plot
from scripts.website.charts.interactive import interactive_json, parameters
from scripts.website.charts.line_charts import line_chart
from scripts.website.charts.model import ChartModel
from scripts.website.charts.png import png
from scripts.website.charts.svg import Caption, page_picture, resolve_css_variables, standalone_svg, svg_text
from scripts.website.charts.text_metrics import wrap_text


@dataclass(frozen=True)
class Kind:
    """A kind of chart: the function that draws it, and the properties on which its words depend.

    has_time: it has a time axis. has_symbols: the shape of a mark shows the kind of its number, so that the legend
    lists symbols. has_arrows: an arrow precedes a number that is a minimum.
    """

    draw: Callable[[ChartModel, Canvas], Plot]
    has_time: bool = False
    has_symbols: bool = False
    has_arrows: bool = False


KINDS: Mapping[ChartKind, Kind] = {
    "bars": Kind(bar_chart),
    "groups": Kind(grouped_bar_chart),
    "ranges": Kind(range_chart, has_symbols=True, has_arrows=True),
    "lines": Kind(line_chart, has_time=True, has_symbols=True),
}
WIDE, NARROW = 640, 320
_SCALE = 2
VEGA_LITE = "6.4"

_TITLE_SIZE, _SUBTITLE_SIZE = 17, 13
CONFIG: dict[str, Any] = {
    "background": "transparent",
    "font": "sans-serif",
    # The pictures have a text of their own, and an interactive chart announces its marks itself.
    "aria": False,
    "view": {"stroke": None},
    "padding": {"left": PADDING, "right": PADDING, "top": 4, "bottom": 4},
    "axis": {
        "labelColor": "var(--muted)", "labelFontSize": 12, "gridColor": "var(--rule)", "gridWidth": 0.7,
        "domainColor": "var(--rule)", "labelPadding": 6,
    },
    "legend": {
        "labelColor": "var(--ink)", "labelFontSize": 13, "symbolSize": 300,
        "symbolStrokeWidth": 2.5, "symbolType": "stroke", "symbolOpacity": 1,
    },
    "title": {
        "anchor": "start", "frame": "bounds", "color": "var(--ink)", "subtitleColor": "var(--muted)",
        "fontSize": _TITLE_SIZE, "fontWeight": 600, "lineHeight": 22, "subtitleFontSize": _SUBTITLE_SIZE,
        "subtitleLineHeight": 18, "subtitlePadding": 6, "offset": 20,
    },
}  # fmt: skip


@dataclass(frozen=True)
class Drawing:
    """A chart as drawn: SVG for a wide and a narrow page, SVG and PNG as files, the interactive chart as JSON."""

    chart: Chart
    title: str
    credit: str
    wide: str
    narrow: str
    file: str
    image: bytes
    interactive: str


def draw(model: ChartModel) -> Drawing:
    """Draw a chart in one language."""
    interactive = {width: vega_specification(model, Canvas(width, True)) for width in (WIDE, NARROW)}
    # Without a time axis a picture is the interactive chart in which nothing is selected.
    static = (
        {width: vega_specification(model, Canvas(width)) for width in interactive} if model.has_time else interactive
    )
    wide, narrow = (_picture(model, width, static[width]) for width in (WIDE, NARROW))
    return Drawing(
        chart=model.chart,
        title=model.title,
        credit=model.credit_text,
        wide=svg_text(wide),
        narrow=svg_text(narrow),
        file=standalone_svg(wide, LIGHT),
        image=png(resolve_css_variables(wide, LIGHT), _SCALE),
        interactive=interactive_json(model, {"wide": interactive[WIDE], "narrow": interactive[NARROW]}),
    )


def static_picture(model: ChartModel, width: int) -> Element:
    """Draw a chart of a width in pixels as SVG that a page can hold, with its caption inside."""
    return _picture(model, width, vega_specification(model, Canvas(width)))


def vega_specification(model: ChartModel, canvas: Canvas) -> dict[str, Any]:
    """Specify a chart on a canvas in Vega."""
    specification: dict[str, Any] = vl_convert.vegalite_to_vega(vega_lite_specification(model, canvas), VEGA_LITE)
    return specification


def vega_lite_specification(model: ChartModel, canvas: Canvas) -> dict[str, Any]:
    """Specify a chart on a canvas in Vega-Lite."""
    # Altair validates every part as it is made, which takes longer than drawing; a test validates the whole.
    with debug_mode(False):
        plot = KINDS[model.chart.kind].draw(model, canvas)
        layered = alt.LayerChart(
            layer=plot.layers,
            width=canvas.plot_width - plot.margin,
            height=plot.height,
            resolve=alt.Resolve(scale=alt.ScaleResolveMap(shape="independent")),
        )
        specification: dict[str, Any] = layered.to_dict(validate=False)
    # Altair would copy records, title and configuration with every step.
    return {
        **specification,
        "title": {
            "text": wrap_text(model.title, canvas.plot_width, _TITLE_SIZE, True),
            "subtitle": wrap_text(model.subtitle, canvas.plot_width, _SUBTITLE_SIZE),
        },
        "config": {**CONFIG, "locale": model.locale},
        "datasets": {**specification.get("datasets", {}), "marks": plot.records},
        **({"params": parameters(model)} if canvas.is_interactive else {}),
    }


def _picture(model: ChartModel, width: int, specification: dict[str, Any]) -> Element:
    caption = Caption(width, model.title, model.description, model.legend, model.credit)
    return page_picture(vl_convert.vega_to_svg(specification), f"{model.chart.chart}-{width}", caption)
