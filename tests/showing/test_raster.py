"""The PNG of a picture: its pixels are kept, its bytes are few, Cyrillic letters are drawn, and it needs no page."""

import struct
import zlib

import numpy
import pytest
import vl_convert

from scripts.showing.drawing import LIGHT
from scripts.showing.raster import compressed, png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40"><title>Words</title>'
    '<text x="2" y="20" font-size="13" fill="var(--ink)">{}</text></svg>'
)
Pixels = numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.uint8]]


def pixels(image: bytes) -> Pixels:
    """The rows of an image without alpha and filters, as `compressed` makes it."""
    width, height, depth, colour = struct.unpack(">IIBB", image[16:26])
    assert (depth, colour) == (8, 2)
    size = struct.unpack(">I", image[33:37])[0]
    rows = numpy.frombuffer(zlib.decompress(image[41 : 41 + size]), numpy.uint8).reshape(height, width * 3 + 1)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(height, width, 3)


def drawn(words: str) -> Pixels:
    return pixels(png(SVG.format(words), LIGHT))


def test_it_is_twice_the_size_on_the_ground_of_the_light_page() -> None:
    shown = drawn("Words")
    assert shown.shape == (80, 240, 3)
    assert shown[0, 0].tolist() == [0xFB, 0xFA, 0xF7]


@pytest.mark.parametrize("words", ["Жінки", "шукають", "Їх", "ґанок", "убитых"])
def test_cyrillic_letters_are_drawn_each_in_its_own_form(words: str) -> None:
    empty = drawn(" ")
    assert (drawn(words) != empty).sum() > 300
    # A font that lacks them draws every letter as one and the same box.
    shapes = {drawn(letter).tobytes() for letter in set(words)}
    assert len(shapes) == len(set(words))


def test_compressing_keeps_every_pixel() -> None:
    made = vl_convert.svg_to_png(SVG.replace("<text", '<rect width="100%" height="100%" fill="#fff"/><text'), scale=2)
    small = compressed(made)
    assert len(small) < len(made)
    assert pixels(small).shape == (80, 240, 3)
    assert compressed(small) == small


def test_an_image_that_one_can_see_through_is_left_as_it_is() -> None:
    made = vl_convert.svg_to_png(SVG, scale=2)
    assert compressed(made) == made


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert png(SVG, LIGHT) == png(SVG, LIGHT)
