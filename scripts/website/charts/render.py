"""Draws each declared chart: as pictures for two widths, as files, and as what a reader can touch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from scripts.checks import Cleared
from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.labels import Labels
from scripts.website.charts.bar_charts import bar_chart
from scripts.website.charts.colours import LIGHT
from scripts.website.charts.encodings import Canvas
from scripts.website.charts.interactive import interactive_json, signals
from scripts.website.charts.line_charts import line_chart
from scripts.website.charts.marks import Mark, chart_marks, originators_of
from scripts.website.charts.png import png, resolve_css_variables
from scripts.website.charts.svg import Caption, page_svg, standalone_svg
from scripts.website.charts.text_metrics import wrap_text
from scripts.website.text.figure_references import resolve_references

Kind = Callable[[Chart, tuple[Mark, ...], Canvas], alt.LayerChart]

KINDS: Mapping[str, Kind] = {"bars": bar_chart, "groups": bar_chart, "ranges": bar_chart, "lines": line_chart}
WIDE, NARROW = 640, 320
_SCALE = 2
VEGA_LITE = "6.4"

CONFIG: dict[str, Any] = {
    "background": "transparent",
    "font": "sans-serif",
    # The pictures have a text of their own, and a touched chart tells its marks one by one.
    "aria": False,
    "view": {"stroke": None},
    "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
    "axis": {
        "labelColor": "var(--muted)", "labelFontSize": 12, "gridColor": "var(--rule)", "gridWidth": 0.7,
        "domainColor": "var(--rule)", "labelPadding": 6,
    },
    "legend": {
        "labelColor": "var(--ink)", "labelFontSize": 13, "symbolSize": 300,
        "symbolStrokeWidth": 2.5, "symbolType": "stroke", "symbolOpacity": 1,
    },
    "title": {
        "anchor": "start", "frame": "bounds", "color": "var(--ink)", "subtitleColor": "var(--muted)", "fontSize": 17,
        "fontWeight": 600, "lineHeight": 22, "subtitleFontSize": 13, "subtitleLineHeight": 18,
        "subtitlePadding": 6, "offset": 20,
    },
}  # fmt: skip


@dataclass(frozen=True)
class Drawing:
    """A chart as drawn: pictures for a wide and a narrow page, files, what a reader can touch, its words."""

    chart: Chart
    title: str
    credit: str
    wide: str
    narrow: str
    file: str
    image: bytes
    live: str


@dataclass(frozen=True)
class ChartModel:
    """What every drawing of one chart shows: its marks and its words, worked out once."""

    chart: Chart
    marks: tuple[Mark, ...]
    title: str
    subtitle: str
    description: str
    marks_words: tuple[str, ...]
    credit: str


def draw(chart: Chart, release: Cleared, labels: Labels) -> Drawing:
    """Draw one chart in one language."""
    content = chart_model(chart, release, labels)
    pictures = {width: static_svg(content, Canvas(width, labels)) for width in (WIDE, NARROW)}
    live = {
        name: vl_convert.vegalite_to_vega(vega_lite_specification(content, Canvas(width, labels, live=True)), VEGA_LITE)
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    file = standalone_svg(pictures[WIDE], LIGHT)
    return Drawing(
        chart, content.title, f"{' '.join(content.marks_words)}\n{content.credit}", pictures[WIDE], pictures[NARROW],
        file, png(resolve_css_variables(pictures[WIDE], LIGHT), _SCALE),
        interactive_json(chart, content.marks, live, labels),
    )  # fmt: skip


def chart_model(chart: Chart, release: Cleared, labels: Labels) -> ChartModel:
    """The marks and words of a chart in one language."""
    marks = chart_marks(chart, release, labels)
    title, subtitle, description = (
        resolve_references(words, release, labels) for words in (chart.title, chart.subtitle, chart.description)
    )
    sources = f"{labels['sources']}: {'; '.join(originators_of(chart, release))}."
    credit = f"{sources}\n{labels['release'].format(version=release.package.version)}"
    return ChartModel(chart, marks, title, subtitle, description, _marks_words(chart, marks, labels), credit)


def vega_lite_specification(content: ChartModel, canvas: Canvas) -> dict[str, Any]:
    """A chart on a canvas as Vega-Lite."""
    # Altair validates every part as it is made, which takes longer than drawing; a test validates the whole.
    with debug_mode(False):
        drawing = KINDS[content.chart.kind](content.chart, content.marks, canvas)
    room = canvas.width - 4
    words = alt.TitleParams(
        text=wrap_text(content.title, room, 17, True), subtitle=wrap_text(content.subtitle, room, 13)
    )
    made: dict[str, Any] = drawing.properties(title=words).configure(**CONFIG).to_dict(validate=False)
    return {**made, "params": signals(content.chart, content.marks)} if canvas.live else made


def static_svg(content: ChartModel, canvas: Canvas) -> str:
    """A chart on a canvas as SVG that a page can hold, with its caption inside."""
    svg = vl_convert.vegalite_to_svg(vega_lite_specification(content, canvas), vl_version=VEGA_LITE)
    credit = tuple(content.credit.split("\n"))
    caption = Caption(canvas.width, content.title, content.description, content.marks_words, credit)
    return page_svg(svg, f"{content.chart.chart}-{canvas.width}", caption)


def _marks_words(chart: Chart, marks: tuple[Mark, ...], labels: Labels) -> tuple[str, ...]:
    """What the marks are: a head, then each kind of number, and the arrow where there is one."""
    kinds = dict.fromkeys(mark.kind for mark in marks)
    if chart.kind in ("bars", "groups"):
        return (labels["marks"].format(", ".join(labels.of("kind", kind) for kind in kinds)),)
    names = [labels[f"mark_{kind}"] for kind in kinds]
    if chart.kind == "ranges" and any(mark.arrow == "right" for mark in marks):
        names.append(labels["arrow"])
    return (labels["marks"].format("").strip(), *(f"{name}," for name in names[:-1]), names[-1])
