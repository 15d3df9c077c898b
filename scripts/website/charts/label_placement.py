"""Where the names of lines stand in a picture: beside their last marks, and over nothing that is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE, _BESIDE = 16, 8


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; `y` grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def meets(self, other: "Box") -> bool:
        """Whether the two share any ground."""
        apart = (self.right <= other.left, other.right <= self.left, self.bottom <= other.top, other.bottom <= self.top)
        return not any(apart)


@dataclass(frozen=True)
class LabelRequest:
    """Words that want to stand at a point: to the right of it and at its height, when there is room."""

    x: float
    y: float
    width: float
    lines: int


@dataclass(frozen=True)
class Obstacles:
    """What is drawn already: lines as points, upright rules as the pixels where they stand, and the lowest pixel."""

    lines: Sequence[Sequence[tuple[float, float]]]
    rules: Sequence[float]
    floor: float


def place_labels(names: Sequence[LabelRequest], ground: Obstacles) -> list[Box]:
    """Where the names stand, as near to their points as other names and the drawn lines allow.

    Where all is taken, a name stays beside its point and covers a line rather than another name.
    """
    drawn = [Box(x - 3, y - 3, x + 3, y + 3) for line in ground.lines for x, y in _dense(line)]
    taken: dict[int, Box] = {}
    for place in sorted(range(len(names)), key=lambda place: -names[place].y):
        boxes = [box for box in _boxes(names[place]) if box.bottom <= ground.floor + 2 and box.left >= 0]
        free = [box for box in boxes if not any(map(box.meets, taken.values()))] or boxes
        clear = [box for box in free if not any(map(box.meets, drawn))] or free
        taken[place] = min(clear, key=lambda box: _cost(box, names[place], ground.rules))
    return [taken[place] for place in range(len(names))]


def _cost(box: Box, name: LabelRequest, rules: Sequence[float]) -> float:
    """How far from its point a name stands, in pixels; across a rule counts for more, and so does to the left."""
    crossed = any(box.left < rule < box.right for rule in rules)
    return abs(box.middle - name.y) + 30 * crossed + 10 * (box.left < name.x)


def _boxes(name: LabelRequest) -> Iterator[Box]:
    half = name.lines * _LINE / 2
    for shift in range(-60, 61, 2):
        for left in (name.x + _BESIDE, name.x - _BESIDE - name.width):
            yield Box(left, name.y + shift - half, left + name.width, name.y + shift + half)


def _dense(line: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """A line's points with others between them, so that no name fits through."""
    yield from line
    for (x, y), (next_x, next_y) in pairwise(line):
        steps = int(max(abs(next_x - x), abs(next_y - y)) // 5) + 1
        yield from ((x + (next_x - x) * n / steps, y + (next_y - y) * n / steps) for n in range(1, steps))
