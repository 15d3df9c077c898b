"""A picture as PNG, for those who cannot place an SVG: in few colours, drawn with vl-convert's own font."""

import io
import re
from collections.abc import Mapping

import vl_convert
from PIL import Image

_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")
_COLOURS = 64


def png(svg: str, scale: float) -> bytes:
    """An SVG with a ground of its own as PNG, its sides multiplied by a scale (PNG, 3rd edition, indexed colours)."""
    picture = Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=scale))).convert("RGB")
    written = io.BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(written, "PNG", compress_level=9)
    return written.getvalue()


def resolve_css_variables(svg: str, colours: Mapping[str, str]) -> str:
    """A chart with its caption on the page's ground, its colours put in place of the page's variables."""
    plain = _VARIABLE.sub(lambda match: colours[match[1]], svg)
    ground = f'<rect width="100%" height="100%" fill="{colours["ground"]}"/>'
    return plain.replace("<svg ", '<svg font-family="sans-serif" ', 1).replace("<title", f"{ground}<title", 1)
