"""Converts a picture to PNG, for those who cannot use an SVG: in few colours, with the fonts of vl-convert."""

import io

import vl_convert
from PIL import Image

_COLOURS = 64


def png(svg: str, scale: float) -> bytes:
    """Convert an SVG with a ground to PNG, its sides multiplied by a scale (PNG, 3rd edition, indexed colours)."""
    picture = Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=scale))).convert("RGB")
    buffer = io.BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(buffer, "PNG", compress_level=9)
    return buffer.getvalue()
