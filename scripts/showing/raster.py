"""A picture as PNG, for those who cannot place an SVG: twice its size, in the colours of the light page."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping

import numpy
import vl_convert

_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SCALE = 2
_SUB = 1


def png(svg: str, colours: Mapping[str, str]) -> bytes:
    """The picture with its caption on the page's ground, drawn with vl-convert's own font (Liberation Sans)."""
    plain = _VARIABLE.sub(lambda match: colours[match[1]], svg)
    ground = f'<rect width="100%" height="100%" fill="{colours["ground"]}"/>'
    plain = plain.replace("<svg ", '<svg font-family="sans-serif" ', 1).replace("<title", f"{ground}<title", 1)
    return compressed(vl_convert.svg_to_png(plain, scale=_SCALE))


def compressed(image: bytes) -> bytes:
    """The same pixels in a third of the bytes (PNG, 3rd edition): no alpha where all is opaque, no filter, level 9.

    Takes what vl-convert makes: 8 bits, red, green, blue and alpha, each row filtered by its left neighbours.
    Flat colours repeat by whole rows, which deflate sees only in rows that are not filtered.
    """
    chunks = dict(_chunks(image))
    width, height, *form = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if form != [8, 6, 0, 0, 0]:
        return image
    rows = numpy.frombuffer(zlib.decompress(chunks[b"IDAT"]), numpy.uint8).reshape(height, width * 4 + 1)
    if (rows[:, 0] != _SUB).any():
        return image
    pixels = numpy.cumsum(rows[:, 1:].reshape(height, width, 4), axis=1, dtype=numpy.uint8)
    if pixels[:, :, 3].min() < 255:
        return image
    plain = numpy.zeros((height, width * 3 + 1), numpy.uint8)
    plain[:, 1:] = pixels[:, :, :3].reshape(height, width * 3)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(plain.tobytes(), 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in parts)


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of an image by name, those that hold pixels joined."""
    place, pixels = len(_SIGNATURE), b""
    while place < len(image):
        size, name = struct.unpack(">I4s", image[place : place + 8])
        content = image[place + 8 : place + 8 + size]
        if name == b"IDAT":
            pixels += content
        else:
            yield name, content
        place += size + 12
    yield b"IDAT", pixels


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
