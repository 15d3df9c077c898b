"""Draws each declared chart: as pictures for two widths, as a specification that a reader can touch, and as a file."""

import json
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from scripts.checks import Cleared
from scripts.reading.charts import Chart
from scripts.reading.labels import Labels
from scripts.showing.binding import plainly
from scripts.showing.encodings import Canvas
from scripts.showing.kinds import lines, rows
from scripts.showing.marks import Mark, marks_of, originators_of
from scripts.showing.svg import Caption, finished, standalone

Kind = Callable[[Chart, tuple[Mark, ...], Canvas], alt.LayerChart]

KINDS: Mapping[str, Kind] = {"bars": rows, "groups": rows, "ranges": rows, "lines": lines}
WIDE, NARROW = 640, 320
VEGA_LITE = "6.4"
LIGHT = {
    "ground": "#fbfaf7", "ink": "#1f242d", "muted": "#5b6472", "rule": "#d9d6cd",
    "killed": "#4a4f5c", "missing": "#a65913", "absent": "#1f6f8b", "absent-2": "#2f2a66", "absent-3": "#3f5c20",
    "relabelled": "#a52a45", "other": "#80694f",
}  # fmt: skip

_CONFIG: dict[str, Any] = {
    "background": "transparent",
    "font": "sans-serif",
    "view": {"stroke": None},
    "padding": {"left": 2, "right": 12, "top": 4, "bottom": 4},
    "axis": {
        "labelColor": "var(--muted)", "labelFontSize": 12, "gridColor": "var(--rule)", "gridWidth": 0.7,
        "domainColor": "var(--rule)", "labelPadding": 6,
    },
    "legend": {
        "labelColor": "var(--ink)", "labelFontSize": 13,
        "symbolStrokeWidth": 3, "symbolType": "stroke", "symbolOpacity": 1,
    },
    "title": {
        "anchor": "start", "frame": "bounds", "color": "var(--ink)", "subtitleColor": "var(--muted)", "fontSize": 17,
        "fontWeight": 600, "lineHeight": 22, "subtitleFontSize": 13, "subtitleLineHeight": 18,
        "subtitlePadding": 6, "offset": 16,
    },
}  # fmt: skip


@dataclass(frozen=True)
class Drawing:
    """A chart as drawn: pictures for a wide and a narrow page, a file, specifications to touch, and its words."""

    chart: Chart
    title: str
    credit: str
    wide: str
    narrow: str
    file: str
    specifications: str


@dataclass(frozen=True)
class _Content:
    """What every drawing of one chart shows: its marks and its words, worked out once."""

    chart: Chart
    marks: tuple[Mark, ...]
    title: str
    subtitle: str
    description: str
    marks_line: str
    credit: str


def draw(chart: Chart, release: Cleared, labels: Labels) -> Drawing:
    """Draw one chart in one language."""
    content = _content(chart, release, labels)
    pictures = {width: _picture(content, Canvas(width)) for width in (WIDE, NARROW)}
    live = {
        name: _specification(content, Canvas(width, live=True)) for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    specifications = json.dumps(live, ensure_ascii=False, separators=(",", ":"))
    file = standalone(pictures[WIDE], LIGHT)
    return Drawing(chart, content.title, content.credit, pictures[WIDE], pictures[NARROW], file, specifications)


def _content(chart: Chart, release: Cleared, labels: Labels) -> _Content:
    marks = marks_of(chart, release, labels)
    title, subtitle, description = (
        plainly(words, release, labels) for words in (chart.title, chart.subtitle, chart.description)
    )
    sources = f"{labels['sources']}: {'; '.join(originators_of(chart, release))}."
    credit = f"{sources}\n{labels['release'].format(version=release.package.version)}"
    return _Content(chart, marks, title, subtitle, description, _marks_line(chart, marks, labels), credit)


def _marks_line(chart: Chart, marks: tuple[Mark, ...], labels: Labels) -> str:
    kinds = dict.fromkeys(mark.kind for mark in marks)
    if chart.kind in ("bars", "groups"):
        return labels["marks"].format(", ".join(labels.of("kind", kind) for kind in kinds))
    names = [labels[f"mark_{kind}"] for kind in kinds]
    if chart.kind == "ranges" and any(mark.arrow for mark in marks):
        names.append(labels["arrow"])
    return labels["marks"].format(", ".join(names))


def _picture(content: _Content, canvas: Canvas) -> str:
    svg = vl_convert.vegalite_to_svg(_specification(content, canvas), vl_version=VEGA_LITE)
    letters = int(canvas.width / 6.6)
    lines = (content.marks_line, *content.credit.split("\n"))
    footer = tuple(line for text in lines for line in textwrap.wrap(text, letters))
    return finished(svg, f"{content.chart.chart}-{canvas.width}", Caption(content.title, content.description, footer))


def _specification(content: _Content, canvas: Canvas) -> dict[str, Any]:
    # Altair validates every part as it is made, which takes longer than drawing; a test validates the whole.
    with debug_mode(False):
        drawing = KINDS[content.chart.kind](content.chart, content.marks, canvas)
    title = textwrap.wrap(content.title, int(canvas.width / 9.8))
    subtitle = textwrap.wrap(content.subtitle, int(canvas.width / 7.2))
    words = alt.TitleParams(text=title, subtitle=subtitle)
    specification: dict[str, Any] = drawing.properties(title=words).configure(**_CONFIG).to_dict(validate=False)
    return specification
