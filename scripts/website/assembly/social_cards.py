"""Cards: the picture that a message shows when somebody passes on a page, with the page's title."""

import hashlib
import textwrap
from dataclasses import dataclass
from html import escape
from pathlib import Path

from scripts.website.charts.png import png
from scripts.website.charts.render import LIGHT

FOLDER = "cards"
WIDTH, HEIGHT = 640, 336
_DRAWN, _SCALE = (1200, 630), 8 / 15
_LETTERS, _LINES = 27, 5


@dataclass(frozen=True)
class Card:
    """The words of a card: the page's title and, below, what the site is."""

    title: str
    below: str

    @property
    def name(self) -> str:
        """The name of its file, the same as long as its words and its look are the same."""
        look = f"{WIDTH} {drawn(self)}"
        return f"{hashlib.sha256(look.encode()).hexdigest()[:16]}.png"


def card(card: Card, kept: Path) -> bytes:
    """The card as PNG, taken from the folder of those that were kept where it is there already."""
    file = kept / card.name
    return file.read_bytes() if file.is_file() else image(card)


def image(card: Card) -> bytes:
    """The card as PNG."""
    return png(drawn(card), _SCALE)


def drawn(card: Card) -> str:
    """The card as SVG."""
    title = textwrap.wrap(card.title, _LETTERS, max_lines=_LINES, placeholder=" …")
    lines = "".join(
        f'<tspan x="90" dy="{80 if place else 0}">{escape(line)}</tspan>' for place, line in enumerate(title)
    )
    below = "".join(
        f'<tspan x="90" dy="{36 if place else 0}">{escape(line)}</tspan>'
        for place, line in enumerate(textwrap.wrap(card.below, 62, max_lines=2, placeholder=" …"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_DRAWN[0]}" height="{_DRAWN[1]}" font-family="sans-serif">'
        f'<rect width="100%" height="100%" fill="{LIGHT["ground"]}"/>'
        f'<rect width="18" height="100%" fill="{LIGHT["relabelled"]}"/>'
        f'<text x="90" y="96" font-size="34" font-weight="bold" fill="{LIGHT["muted"]}">Unaccounted</text>'
        f'<text x="90" y="200" font-size="66" font-weight="bold" fill="{LIGHT["ink"]}">{lines}</text>'
        f'<text x="90" y="554" font-size="29" fill="{LIGHT["muted"]}">{below}</text></svg>'
    )
