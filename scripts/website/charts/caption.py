"""Draws the caption below a picture: its legend, each entry with its symbol; the originators; release and licence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from scripts.website.charts.text_metrics import text_width, wrap_text

LINE = 15
_FONT_SIZE = 11.5
_COLOUR = "var(--muted)"
# Fonts lack these symbols or draw them in a size of their own, so they are drawn here, around the origin.
_SYMBOLS = {
    "●": ("circle", {"r": "3.8", "fill": _COLOUR}),
    "○": ("circle", {"r": "3.4", "fill": "none", "stroke": _COLOUR, "stroke-width": "1.5"}),
    "◆": ("path", {"d": "M0,-5L4.2,0L0,5L-4.2,0Z", "fill": _COLOUR}),
    "■": ("path", {"d": "M-3.5,-3.5H3.5V3.5H-3.5Z", "fill": _COLOUR}),
    "❘": ("path", {"d": "M0,-5.5V5.5", "stroke": _COLOUR, "stroke-width": "1.8"}),
}
_SYMBOL_WIDTH = 14
_LEFT = 2


@dataclass(frozen=True)
class _Cursor:
    """The position of the next text: a line below the picture, and the pixels from its left edge."""

    line: int
    x: float

    def baseline(self, top: float) -> float:
        """The `y` of the line's letters, where the caption begins at `top`."""
        return top + LINE * self.line + 15


def split_symbol(entry: str) -> tuple[str, str]:
    """Split a legend's entry into its symbol as SVG and its text; a symbol that fonts have remains in the text."""
    symbol, text = _split(entry)
    return ("" if symbol is None else tostring(symbol, "unicode").replace(" />", "/>")), text


def caption_elements(
    legend: Sequence[str], lines: Iterable[str], width: float, top: float
) -> tuple[list[Element], float]:
    """Draw the legend as flowing text and each of the other lines below it; give the elements and their height."""
    elements: list[Element] = []
    cursor = _Cursor(0, _LEFT)
    for entry in legend:
        drawn, cursor = _flow(entry, cursor, width, top)
        elements += drawn
    wrapped = [part for line in lines for part in wrap_text(line, width - 2, _FONT_SIZE)]
    elements += [_text(part, _Cursor(cursor.line + 1 + index, _LEFT), top) for index, part in enumerate(wrapped)]
    return elements, (cursor.line + 1 + len(wrapped)) * LINE + 11


def _flow(entry: str, cursor: _Cursor, width: float, top: float) -> tuple[list[Element], _Cursor]:
    symbol, text = _split(entry)
    indent = 0 if symbol is None else _SYMBOL_WIDTH
    # An entry is not broken where a line of its own holds it.
    if cursor.x > _LEFT and cursor.x + indent + text_width(text, _FONT_SIZE) > width:
        cursor = _Cursor(cursor.line + 1, _LEFT)
    drawn: list[Element] = []
    if symbol is not None:
        drawn.append(Element("g", {"transform": f"translate({cursor.x + 5:g},{cursor.baseline(top) - 4:g})"}))
        drawn[0].append(symbol)
    lines = wrap_text(text, width - cursor.x - indent, _FONT_SIZE)
    for index, line in enumerate(lines):
        cursor = _Cursor(cursor.line + (index > 0), cursor.x + indent if index == 0 else _LEFT)
        drawn.append(_text(line, cursor, top))
    return drawn, _Cursor(cursor.line, cursor.x + text_width(lines[-1] + " ", _FONT_SIZE))


def _split(entry: str) -> tuple[Element | None, str]:
    if entry[0] not in _SYMBOLS:
        return None, entry
    tag, attributes = _SYMBOLS[entry[0]]
    return Element(tag, dict(attributes)), entry[1:].strip()


def _text(line: str, cursor: _Cursor, top: float) -> Element:
    position = {"x": f"{cursor.x:g}", "y": f"{cursor.baseline(top):g}"}
    text = Element("text", {**position, "font-size": str(_FONT_SIZE), "fill": _COLOUR})
    text.text = line
    return text
