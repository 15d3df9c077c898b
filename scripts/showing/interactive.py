"""The library that makes a chart answer to touch, served by the site itself."""

import vl_convert

_HEAD = "/* Vega, Vega-Lite, Vega-Embed and their interpreter (BSD-3-Clause, University of Washington Interactive Data Lab). */\n"


def library() -> str:
    """Vega with everything it needs in one script; it runs without eval when charts are compiled with `ast`."""
    return f"{_HEAD}(()=>{{{vl_convert.javascript_bundle()}}})();\n"
