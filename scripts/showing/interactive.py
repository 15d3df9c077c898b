"""The library that makes a chart answer to touch, served by the site itself."""

from importlib.metadata import version
from pathlib import Path

import vl_convert

from scripts.showing.drawing import VEGA_LITE

_HEAD = (
    "/* Vega, Vega-Lite, Vega-Embed, Vega-Interpreter: BSD-3-Clause, UW Interactive Data Lab. "
    f"Bundled by vl-convert {version('vl-convert-python')}. */\n"
)

_GLOBAL = "window.vegaEmbed = vegaEmbed;"


def library() -> str:
    """Vega with everything it needs in one script; it runs without eval when charts are compiled with `ast`."""
    return f"{_HEAD}(()=>{{{vl_convert.javascript_bundle(_GLOBAL, VEGA_LITE)}}})();\n"


def is_current(file: Path) -> bool:
    """Whether a file holds the library as this version of vl-convert bundles it; making it takes a second."""
    return file.is_file() and file.read_text(encoding="utf-8").startswith(_HEAD)
