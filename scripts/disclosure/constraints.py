"""The tables as linear equations: which cells make up which margin, as `parent` and `partition` of code lists say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.disclosure.system import Cell, System
from scripts.disclosure.system import margin as margin_equation
from scripts.reading.figures import Figure
from scripts.reading.registers import CodeList
from scripts.reading.release import Release


@dataclass(frozen=True)
class Margin:
    """A total and its parts along one dimension; `complete` where every code of the partition has a cell."""

    total: Figure
    parts: tuple[Figure, ...]
    dimension: str
    complete: bool


def margins(release: Release) -> Iterator[Margin]:
    """Every margin of every table: same indicator, originator, count and period, same codes in all other dimensions."""
    for dimension, code_list in _dimensions(release):
        for cells in _lines(release, dimension):
            yield from _line_margins(cells, code_list, dimension)


def system_of(release: Release) -> System:
    """All counts of the release as one system: a cell for each figure, an equation for each margin.

    Where the parts do not make up the whole, a cell that nobody published stands for the rest.
    """
    counts = [
        figure for figure in release.figures if release.indicator_of(figure).unit in release.policy.units_of_people
    ]
    cells = {figure.id: _cell(figure, release.policy.width) for figure in counts}
    equations = []
    for margin in margins(release):
        if margin.total.id in cells:
            parts = [part.id for part in margin.parts]
            if not margin.complete:
                rest = f"{margin.total.id} by {margin.dimension}: the rest"
                cells[rest] = Cell(0, None)
                parts.append(rest)
            equations.append(margin_equation(str(margin.total.where), margin.total.id, tuple(parts)))
    return System(cells, tuple(equations))


def _cell(figure: Figure, width: int) -> Cell:
    if figure.is_suppressed:
        return Cell(0, None, width)
    if figure.value is None:
        low, high = figure.value_low, figure.value_high
        return Cell(int(low or 0), None if high is None else int(high))
    value = int(figure.value)
    if figure.qualifier == "about":
        loose = _looseness(value)
        return Cell(max(0, value - loose), value + loose)
    return {"at-least": Cell(value, None), "at-most": Cell(0, value)}.get(figure.qualifier, Cell(value, value))


def _looseness(value: int) -> int:
    """How far a number that was told with "about" may be off: one unit of its last digit that is not zero."""
    digits = str(value)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def _dimensions(release: Release) -> Iterator[tuple[str, CodeList]]:
    pairs = {
        (dimension, release.package.resources[figure.resource].references[dimension])
        for figure in release.figures
        for dimension in figure.dimensions
    }
    return ((dimension, release.registers.code_lists[name]) for dimension, name in sorted(pairs))


def _lines(release: Release, dimension: str) -> Iterator[Mapping[str, Figure]]:
    lines: dict[tuple[object, ...], dict[str, Figure]] = defaultdict(dict)
    for figure in release.figures:
        if dimension in figure.dimensions:
            others = tuple(sorted((d, c) for d, c in figure.dimensions.items() if d != dimension))
            count = (figure.originator, figure.counted_on, figure.period_start, figure.period_end)
            lines[figure.indicator, count, others][figure.dimensions[dimension]] = figure
    return iter(lines.values())


def _line_margins(cells: Mapping[str, Figure], codes: CodeList, dimension: str) -> Iterator[Margin]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code in codes.values():
        if code.partition:
            groups[code.parent, code.partition].append(code.code)
    for (parent, _), members in groups.items():
        parts = tuple(cells[member] for member in members if member in cells)
        if parent in cells and parts:
            yield Margin(cells[parent], parts, dimension, len(parts) == len(members))
