"""Measures text before anything is drawn, and wraps it into lines.

Nobody knows which sans-serif font a reader has. The widths are those of DejaVu Sans, the widest of the common ones, so
that a text which fits here fits everywhere. They are shares of the font size, rounded up to a twentieth.
"""

from collections.abc import Iterator

_WIDTHS = {
    0.2: ("\u202f",),
    0.3: ("'IJijl", "ІЇЈіїј"),
    0.35: (" ,./:;\\f|’‘\u00a0",),
    0.4: ("!()-[]t",),
    0.45: ('"r',),
    0.5: ("*_`–",),
    0.55: ("?Lcsz“”", "гзсэѓєѕґ"),
    0.6: ("FPkvxy", "ЃЎГРУвктухчьяќўҐ"),
    0.65: ("$0123456789EKSTYabdeghnopqu{}«»", "ЀЁЅЕЗТабеийлнопрѐёђћѝџ"),
    0.7: ("ABCRVXZ", "ЄЌАБВКСХЧЬЭЯдцъ"),
    0.75: ("HNU", "ЍЏИЙЛНПм"),
    0.8: ("&DGOQ◆", "ЂЋДОЦы"),
    0.85: ("#+<=>^w~×≥≤→❘", "Ъфю"),
    0.9: ("M●○", "МФЫжљњ"),
    0.95: ("%■", "шщ"),
    1.0: ("@Wm—…",),
    1.05: ("№", "Њ"),
    1.1: ("ЉЖШЩЮ",),
}
_LETTERS = {letter: width for width, letters in _WIDTHS.items() for letter in "".join(letters)}
_UNKNOWN = 0.7
_BOLD = 1.12


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Give the width in pixels of one line of text at a font size."""
    return sum(_LETTERS.get(letter, _UNKNOWN) for letter in text) * size * (_BOLD if bold else 1)


def wrap_text(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Wrap a text into lines no wider than so many pixels; a word that is wider has a line of its own."""
    return list(_lines(text, width, size, bold))


def _lines(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, bold) > width:
            yield line
            line = word
        else:
            line = longer
    yield line
