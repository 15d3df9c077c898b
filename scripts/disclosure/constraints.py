"""The tables as linear equations: which cells make up which margin, as `parent` and `partition` of code lists say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def given_away(margin: Margin) -> Figure | None:
    """The one withheld cell of a complete margin that a subtraction gives away, if there is one."""
    cells = (margin.total, *margin.parts)
    withheld = [cell for cell in cells if cell.is_suppressed]
    known = [cell for cell in cells if cell.is_published]
    alone = margin.complete and len(withheld) == 1 and len(known) == len(cells) - 1
    return withheld[0] if alone else None


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
