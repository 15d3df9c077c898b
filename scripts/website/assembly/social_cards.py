"""Cards: the picture that a message shows when somebody passes on a page, with the page's title."""

import textwrap
from dataclasses import dataclass
from html import escape
from pathlib import Path

from scripts.files import cached, sha256
from scripts.website.charts.colours import LIGHT
from scripts.website.charts.png import png

FOLDER = "cards"
WIDTH, HEIGHT = 640, 336
_SVG_SIZE, _SCALE = (1200, 630), 8 / 15
_LETTERS, _LINES = 27, 5


@dataclass(frozen=True)
class Card:
    """The words of a card: the page's title and, below, what the site is."""

    title: str
    below: str

    @property
    def name(self) -> str:
        """Name its file, the same as long as its words and its look are the same."""
        look = f"{WIDTH} {card_svg(self)}"
        return f"{sha256(look.encode())[:16]}.png"


def card_image(card: Card, cache: Path) -> bytes:
    """Draw a card as PNG, or take it from the folder of those that were drawn before."""
    return cached(cache, card.name, lambda: card_png(card))


def forget_unused(cache: Path, used: set[str]) -> None:
    """Delete the drawn cards that no page names any more."""
    for file in cache.glob("*.png"):
        if file.name not in used:
            file.unlink()


def card_png(card: Card) -> bytes:
    """Draw a card as PNG."""
    return png(card_svg(card), _SCALE)


def card_svg(card: Card) -> str:
    """Draw a card as SVG."""
    title = _lines(textwrap.wrap(card.title, _LETTERS, max_lines=_LINES, placeholder=" …"), 80)
    below = _lines(textwrap.wrap(card.below, 62, max_lines=2, placeholder=" …"), 36)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SVG_SIZE[0]}" height="{_SVG_SIZE[1]}" '
        'font-family="sans-serif">'
        f'<rect width="100%" height="100%" fill="{LIGHT["ground"]}"/>'
        f'<rect width="18" height="100%" fill="{LIGHT["relabelled"]}"/>'
        f'<text x="90" y="96" font-size="34" font-weight="bold" fill="{LIGHT["muted"]}">Unaccounted</text>'
        f'<text x="90" y="200" font-size="66" font-weight="bold" fill="{LIGHT["ink"]}">{title}</text>'
        f'<text x="90" y="554" font-size="29" fill="{LIGHT["muted"]}">{below}</text></svg>'
    )


def _lines(lines: list[str], height: int) -> str:
    """Write lines of text below each other, `height` pixels apart."""
    return "".join(
        f'<tspan x="90" dy="{height if index else 0}">{escape(line)}</tspan>' for index, line in enumerate(lines)
    )
