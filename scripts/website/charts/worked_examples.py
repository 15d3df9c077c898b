"""Runs the worked examples on the cleared package, so that what pages show of them is what they print and draw."""

import contextlib
import io
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import vl_convert

from scripts.checks import Cleared
from scripts.reading.declarations.code_samples import CodeSample
from scripts.reading.declarations.labels import Labels
from scripts.reading.declarations.worked_examples import WorkedExample
from scripts.website.charts.render import CONFIG, VEGA_LITE
from scripts.website.charts.svg import Caption, page_svg
from scripts.website.charts.text_metrics import wrap_text

_WIDTH = re.compile(r'<svg[^>]*\bwidth="([\d.]+)"')
_PACKAGE = re.compile(r'(?<=")package(?=/)')


class ExampleError(Exception):
    """A worked example does not run; the message says where it stops, never what it read."""

    def __init__(self, example: WorkedExample, line: int, kind: str) -> None:
        super().__init__(
            f"{example.file}, line {line} – the example stops with {kind} – run it beside an unpacked copy and mend it."
        )


@dataclass(frozen=True)
class ExampleResult:
    """An example with what it printed and the picture that it drew, as SVG that a page can hold."""

    name: str
    code: str
    printed: str
    picture: str


@dataclass(frozen=True)
class ResearchContent:
    """What pages show to researchers beside the package: loaders, programs for vintages, and worked examples."""

    loaders: tuple[CodeSample, ...] = ()
    vintages: Mapping[str, str] | None = None
    worked: tuple[ExampleResult, ...] = ()


NO_RESEARCH = ResearchContent()


def run_examples(examples: tuple[WorkedExample, ...], release: Cleared, labels: Labels) -> tuple[ExampleResult, ...]:
    """Every example, run on a release. Raises ExampleError where one stops."""
    credit = labels["release"].format(version=release.package.version)
    return tuple(_worked(example, release, credit) for example in examples)


def _worked(example: WorkedExample, release: Cleared, credit: str) -> ExampleResult:
    printed, names = io.StringIO(), {"__name__": example.name}
    root = release.package.root.as_posix()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(_PACKAGE.sub(lambda _: root, example.code), example.file, "exec"), names)
        specification = names["chart"].to_dict()  # type: ignore[attr-defined]
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == example.file]
        raise ExampleError(example, (lines or [0])[-1] or 0, type(error).__name__) from None
    picture = _picture(specification, example, credit)
    return ExampleResult(example.name, example.code, printed.getvalue().rstrip(), picture)


def _picture(specification: dict[str, Any], example: WorkedExample, credit: str) -> str:
    """The chart in the site's letters and colours; its own title and description are its words."""
    title, description = str(specification["title"]), str(specification["description"])
    words = {"text": wrap_text(title, specification["width"], CONFIG["title"]["fontSize"], True)}
    drawn = {**specification, "title": words, "config": _config(example.hue)}
    svg = vl_convert.vegalite_to_svg(drawn, vl_version=VEGA_LITE)
    found = _WIDTH.search(svg)
    width = float(found[1]) if found else float(specification["width"])
    return page_svg(svg, f"example-{example.name}", Caption(width, title, description, (), (credit,)))


def _config(hue: str) -> dict[str, Any]:
    """The look of a picture whose marks have one hue; there is room at its sides for fonts wider than the one here."""
    axis = {**CONFIG["axis"], "titleColor": "var(--muted)", "titleFontWeight": 400, "titleFontSize": 12}
    coloured = {mark: {"color": f"var(--{hue})"} for mark in ("mark", "rule", "tick")}
    room = {"left": 30, "right": 26, "top": 4, "bottom": 4}
    few = {"axisX": {"tickCount": 5}, "text": {"color": "var(--ink)"}}
    return {**CONFIG, **coloured, **few, "axis": axis, "padding": room}
