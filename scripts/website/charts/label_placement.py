"""Places the names of lines in a picture: beside their last marks, and over nothing that is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE_HEIGHT, _GAP = 16, 8
_MARGIN = 3  # pixels that a name keeps free around a drawn line


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; `y` grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """The `y` of its middle."""
        return (self.top + self.bottom) / 2

    def overlaps(self, other: "Box") -> bool:
        """Whether the two rectangles share any area."""
        apart = (self.right <= other.left, other.right <= self.left, self.bottom <= other.top, other.bottom <= self.top)
        return not any(apart)


@dataclass(frozen=True)
class LabelRequest:
    """A text to place near a point: best to the right of it and at its height.

    width: that of the widest line, in pixels. lines: how many there are.
    """

    x: float
    y: float
    width: float
    lines: int


@dataclass(frozen=True)
class Obstacles:
    """What is drawn already: lines as points, vertical rules as their `x`, and the lowest pixel."""

    lines: Sequence[Sequence[tuple[float, float]]]
    rules: Sequence[float]
    floor: float


def place_labels(requests: Sequence[LabelRequest], obstacles: Obstacles) -> list[Box]:
    """Place each text as near to its point as the other texts and the drawn lines allow.

    Where there is no free position, a text covers a line rather than another text.
    """
    drawn = [
        Box(x - _MARGIN, y - _MARGIN, x + _MARGIN, y + _MARGIN) for line in obstacles.lines for x, y in _dense(line)
    ]
    taken: dict[int, Box] = {}
    for index in sorted(range(len(requests)), key=lambda index: -requests[index].y):
        boxes = [box for box in _candidates(requests[index]) if box.bottom <= obstacles.floor + 2 and box.left >= 0]
        free = [box for box in boxes if not any(map(box.overlaps, taken.values()))] or boxes
        clear = [box for box in free if not any(map(box.overlaps, drawn))] or free
        taken[index] = min(clear, key=lambda box: _cost(box, requests[index], obstacles.rules))
    return [taken[index] for index in range(len(requests))]


def _cost(box: Box, request: LabelRequest, rules: Sequence[float]) -> float:
    """The distance of a text from its point in pixels; crossing a rule costs more, and so does the left side."""
    crosses = any(box.left < rule < box.right for rule in rules)
    return abs(box.middle - request.y) + 30 * crosses + 10 * (box.left < request.x)


def _candidates(request: LabelRequest) -> Iterator[Box]:
    half = request.lines * _LINE_HEIGHT / 2
    for shift in range(-60, 61, 2):
        for left in (request.x + _GAP, request.x - _GAP - request.width):
            yield Box(left, request.y + shift - half, left + request.width, request.y + shift + half)


def _dense(line: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """A line's points with others between them, so that no text fits through."""
    yield from line
    for (x, y), (next_x, next_y) in pairwise(line):
        steps = int(max(abs(next_x - x), abs(next_y - y)) // 5) + 1
        yield from ((x + (next_x - x) * n / steps, y + (next_y - y) * n / steps) for n in range(1, steps))
