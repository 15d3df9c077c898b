"""Colours as eyes take them: contrast (WCAG 2), colour blindness (Machado and others 2009), distance (Oklab, 2020)."""

from collections.abc import Sequence

Linear = tuple[float, float, float]
Matrix = tuple[Linear, Linear, Linear]

# Full blindness of one kind, for linear sRGB.
BLIND: dict[str, Matrix] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_LUMINANCE: Linear = (0.2126, 0.7152, 0.0722)
_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(colour: str) -> Linear:
    """A colour (`#rrggbb` or `#rgb`) as linear red, green and blue from 0 to 1."""
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    red, green, blue = (_straight(int(pair, 16) / 255) for pair in pairs)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """How much one colour stands out from another, 1 to 21."""
    darker, lighter = sorted(_dot(_LUMINANCE, linear(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def seen(colour: Linear, blindness: str) -> Linear:
    """A colour as somebody with a kind of colour blindness takes it."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in _times(BLIND[blindness], colour))
    return red, green, blue


def distance(one: Linear, other: Linear) -> float:
    """How different two colours look: about 0.02 can just be told apart, black and white are 1 apart."""
    pairs = zip(_oklab(one), _oklab(other), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _straight(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _oklab(colour: Linear) -> Linear:
    long, middle, short = (part ** (1 / 3) for part in _times(_CONES, colour))
    return _times(_OKLAB, (long, middle, short))


def _times(matrix: Matrix, vector: Linear) -> Linear:
    first, second, third = (_dot(row, vector) for row in matrix)
    return first, second, third


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
