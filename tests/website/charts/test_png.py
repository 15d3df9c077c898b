"""The PNG of a picture: its size and ground are right, Cyrillic letters are drawn, it needs no page and no network."""

import io

import pytest
from PIL import Image

from scripts.website.charts.colours import LIGHT
from scripts.website.charts.png import png
from scripts.website.charts.svg import read_svg, resolve_css_variables

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40"><title>Words</title>'
    '<text x="2" y="20" font-size="13" fill="var(--ink)">{}</text></svg>'
)


def png_of(words: str) -> bytes:
    return png(resolve_css_variables(read_svg(SVG.format(words)), LIGHT), 2)


def drawn(words: str) -> Image.Image:
    return Image.open(io.BytesIO(png_of(words))).convert("RGB")


def differing(one: Image.Image, other: Image.Image) -> int:
    return sum(a != b for a, b in zip(one.tobytes(), other.tobytes(), strict=True))


def test_it_is_twice_the_size_on_the_ground_of_the_light_page() -> None:
    shown = drawn("Words")
    assert shown.size == (240, 80)
    assert shown.getpixel((0, 0)) == (0xFB, 0xFA, 0xF7)


@pytest.mark.parametrize("words", ["Жінки", "шукають", "Їх", "ґанок", "убитых"])
def test_cyrillic_letters_are_drawn_each_in_its_own_form(words: str) -> None:
    assert differing(drawn(words), drawn(" ")) > 300
    # A font that lacks them draws every letter as one and the same box.
    shapes = {drawn(letter).tobytes() for letter in set(words)}
    assert len(shapes) == len(set(words))


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert png_of("Words") == png_of("Words")
