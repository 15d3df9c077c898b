"""The library that makes a chart answer to touch, served by the site itself."""

import vl_convert

from scripts.showing.drawing import VEGA_LITE

_HEAD = "/* Vega, Vega-Lite, Vega-Embed, Vega-Interpreter: BSD-3-Clause, UW Interactive Data Lab. */\n"

_GLOBAL = "window.vegaEmbed = vegaEmbed;"


def library() -> str:
    """Vega with everything it needs in one script; it runs without eval when charts are compiled with `ast`."""
    return f"{_HEAD}(()=>{{{vl_convert.javascript_bundle(_GLOBAL, VEGA_LITE)}}})();\n"
