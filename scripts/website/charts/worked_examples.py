"""Runs the worked examples on the cleared package, so that pages show what they print and the charts that they draw."""

import contextlib
import io
import json
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import vl_convert

from scripts.checks import Cleared
from scripts.files import cached, sha256, to_json
from scripts.reading.declarations.code_samples import CodeSample
from scripts.reading.declarations.labels import Labels
from scripts.reading.declarations.worked_examples import WorkedExample
from scripts.website.charts.render import CONFIG, VEGA_LITE
from scripts.website.charts.svg import Caption, page_svg
from scripts.website.charts.text_metrics import wrap_text

# The libraries on whose versions depends what an example prints and draws.
_LIBRARIES = ("altair", "narwhals", "numpy", "pandas", "pyarrow")


class ExampleError(Exception):
    """A worked example does not run; the message names the line where it stops, never what it read."""

    def __init__(self, example: WorkedExample, line: int, kind: str) -> None:
        super().__init__(
            f"{example.file}, line {line} – the example stops with {kind} – run it beside an unpacked copy and mend it."
        )


@dataclass(frozen=True)
class ExampleResult:
    """An example with what it printed and its chart, as SVG that a page can hold."""

    name: str
    code: str
    printed: str
    picture: str


@dataclass(frozen=True)
class ResearchContent:
    """What pages show to researchers besides the package: code samples for tables and vintages, and worked examples.

    flat: the samples that load the flat table of all figures.
    """

    loaders: tuple[CodeSample, ...] = ()
    vintages: Mapping[str, str] | None = None
    worked: tuple[ExampleResult, ...] = ()
    flat: tuple[CodeSample, ...] = ()


NO_RESEARCH = ResearchContent()


def run_examples(
    examples: tuple[WorkedExample, ...], release: Cleared, labels: Labels, cache: Path | None = None
) -> tuple[ExampleResult, ...]:
    """Run every example on a release. Raises ExampleError where one stops.

    cache: the folder that keeps what they print and draw until a program, the package or a library changes.
    """
    credit = labels["release"].format(version=release.package.version)
    package = release.package.root
    environment = [sys.version, *map(version, _LIBRARIES), _fingerprint(package)] if examples else []
    results = []
    for example in examples:
        key = sha256(to_json([example.program, example.name, *environment]))
        output = json.loads(cached(cache, f"examples/{key}.json", partial(_output, example, package)))
        picture = _picture(output["specification"], example, credit, cache)
        results.append(ExampleResult(example.name, example.reading(), output["printed"], picture))
    return tuple(results)


def _fingerprint(package: Path) -> str:
    """Give a digest of every file of a package: an example may read any of them."""
    files = sorted(file for file in package.rglob("*") if file.is_file())
    return sha256(to_json([(file.relative_to(package).as_posix(), sha256(file.read_bytes())) for file in files]))


def _output(example: WorkedExample, package: Path) -> bytes:
    """Run an example; give what it printed and the specification of its chart, as JSON. Raises ExampleError."""
    printed, names = io.StringIO(), {"__name__": example.name}
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(example.reading(package.as_posix()), example.file, "exec"), names)
        specification = names["chart"].to_dict()  # type: ignore[attr-defined]
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == example.file]
        raise ExampleError(example, (lines or [0])[-1] or 0, type(error).__name__) from None
    return to_json({"printed": printed.getvalue().rstrip(), "specification": specification})


def _picture(specification: dict[str, Any], example: WorkedExample, credit: str, cache: Path | None) -> str:
    """Draw the chart of an example in the letters and colours of the site, with its own title and description."""
    title, description = str(specification["title"]), str(specification["description"])
    words = {"text": wrap_text(title, specification["width"], CONFIG["title"]["fontSize"], True)}
    styled = {**specification, "title": words, "config": _config(example.colour)}
    svg = _svg(styled, cache)
    # The specification has the width of the plot alone; that of the picture depends on the labels of its axes.
    width = float(ElementTree.fromstring(svg).attrib["width"])
    return page_svg(svg, f"example-{example.name}", Caption(width, title, description, (), (credit,)))


def _svg(specification: dict[str, Any], cache: Path | None) -> str:
    key = sha256(to_json([specification, VEGA_LITE, version("vl-convert-python")]))
    drawn = cached(
        cache,
        f"examples/{key}.svg",
        lambda: vl_convert.vegalite_to_svg(specification, vl_version=VEGA_LITE).encode(),
    )
    return drawn.decode()


def _config(colour: str) -> dict[str, Any]:
    """Style a chart whose marks have one colour; the padding leaves space for fonts wider than the one here."""
    axis = {**CONFIG["axis"], "titleColor": "var(--muted)", "titleFontWeight": 400, "titleFontSize": 12}
    coloured = {mark: {"color": f"var(--{colour})"} for mark in ("mark", "rule", "tick")}
    padding = {"left": 30, "right": 26, "top": 4, "bottom": 4}
    few = {"axisX": {"tickCount": 5}, "text": {"color": "var(--ink)"}}
    return {**CONFIG, **coloured, **few, "axis": axis, "padding": padding}
