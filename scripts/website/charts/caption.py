"""The lines below a picture: what its marks are, each sign drawn; who counted; the release and its licence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from scripts.website.charts.text_metrics import text_width, wrap_text

LINE = 15
_SIZE = 11.5
_COLOUR = "var(--muted)"
# Fonts lack these signs or draw them in a size of their own, so they are drawn here.
_SIGNS = {
    "●": f'<circle r="3.8" fill="{_COLOUR}"/>',
    "○": f'<circle r="3.4" fill="none" stroke="{_COLOUR}" stroke-width="1.5"/>',
    "◆": f'<path d="M0,-5L4.2,0L0,5L-4.2,0Z" fill="{_COLOUR}"/>',
    "■": f'<path d="M-3.5,-3.5H3.5V3.5H-3.5Z" fill="{_COLOUR}"/>',
    "❘": f'<path d="M0,-5.5V5.5" stroke="{_COLOUR}" stroke-width="1.8"/>',
}
_SIGN_ROOM = 14


@dataclass(frozen=True)
class _Place:
    """Where the next words stand: a line below the picture, and the pixels from its left edge."""

    line: int
    x: float


def split_symbol(mark: str) -> tuple[str, str]:
    """The words of a mark with its sign drawn around the origin, as SVG; a sign that fonts have stays a letter."""
    return (_SIGNS[mark[0]], mark[1:].strip()) if mark[0] in _SIGNS else ("", mark)


def caption_svg(marks: Sequence[str], texts: Iterable[str], room: float, top: float) -> tuple[str, float]:
    """The lines as SVG, and their height in pixels; `marks` are flowing words that may begin with a sign."""
    parts, place = [], _Place(0, 2)
    for words in marks:
        drawn, place = _flowing(words, place, room, top)
        parts.append(drawn)
    lines = [line for text in texts for line in wrap_text(text, room - 2, _SIZE)]
    parts += [_text(line, _Place(place.line + 1 + number, 2), top) for number, line in enumerate(lines)]
    return "".join(parts), (place.line + 1 + len(lines)) * LINE + 11


def _flowing(words: str, place: _Place, room: float, top: float) -> tuple[str, _Place]:
    sign, text = split_symbol(words)
    ahead = _SIGN_ROOM if sign else 0
    # Words stay whole where a line of their own holds them.
    if place.x > 2 and place.x + ahead + text_width(text, _SIZE) > room:
        place = _Place(place.line + 1, 2)
    drawn = f'<g transform="translate({place.x + 5:g},{_height(place, top) - 4:g})">{sign}</g>' if sign else ""
    lines = wrap_text(text, room - place.x - ahead, _SIZE)
    for number, line in enumerate(lines):
        place = _Place(place.line + (number > 0), place.x + ahead if number == 0 else 2)
        drawn += _text(line, place, top)
    return drawn, _Place(place.line, place.x + text_width(lines[-1] + " ", _SIZE))


def _text(line: str, place: _Place, top: float) -> str:
    look = f'font-size="{_SIZE}" fill="{_COLOUR}"'
    return f'<text x="{place.x:g}" y="{_height(place, top):g}" {look}>{escape(line, quote=False)}</text>'


def _height(place: _Place, top: float) -> float:
    return top + LINE * place.line + 15
