"""The tables of one edition as linear equations: which cells make up which margin, and which are part of another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

from scripts.disclosure.audit.system import Cell, Equation, margin_equation
from scripts.reading.declarations.disclosure_policy import Policy
from scripts.reading.package.descriptor import Package
from scripts.reading.package.figures import Figure
from scripts.reading.package.periods import first_day, is_period, last_day
from scripts.reading.package.registers import CodeList, Registers

PERIOD = "period"


class PublishedTables(Protocol):
    """What was published together: the release, or one that was sealed before it."""

    @property
    def package(self) -> Package:
        """The tables with their schemas."""

    @property
    def registers(self) -> Registers:
        """Indicators and code lists."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure."""


@dataclass(frozen=True)
class Margin:
    """A total and its parts along one dimension or over time; `complete` where the parts make up the whole."""

    total: Figure
    parts: tuple[Figure, ...]
    dimension: str
    complete: bool


def margins(edition: PublishedTables) -> Iterator[Margin]:
    """Every margin of every table: same indicator, originator, count and period, same codes in all other dimensions."""
    for dimension, code_list in _dimensions(edition):
        for cells in _lines(edition, dimension):
            yield from _line_margins(cells, code_list, dimension)
    yield from _time_margins(edition)


def counts_of(edition: PublishedTables, policy: Policy) -> dict[str, Cell]:
    """What each figure that counts people says of its cell, by the figure's id."""
    counted = {
        indicator.code
        for indicator in edition.registers.indicators.values()
        if indicator.unit in policy.units_of_people
    }
    return {figure.id: observed_cell(figure, policy) for figure in edition.figures if figure.indicator in counted}


def equations_of(edition: PublishedTables, cells: dict[str, Cell]) -> Iterator[Equation]:
    """An equation for each margin, and one for each cell that is part of another; adds what nobody published.

    Where the parts do not make up the whole, a cell of its own stands for the rest.
    """
    for margin in margins(edition):
        if margin.total.id in cells:
            parts = tuple(part.id for part in margin.parts)
            name = f"{margin.total.where} by {margin.dimension}"
            if not margin.complete:
                parts = (*parts, add_remainder(name, cells))
            yield margin_equation(name, margin.total.id, parts)
    for whole, part, dimension in _parts(edition):
        if whole.id in cells:
            name = f"{part.where} as part by {dimension}"
            yield margin_equation(name, whole.id, (part.id, add_remainder(name, cells)))


def add_remainder(name: str, cells: dict[str, Cell]) -> str:
    """Add the cell that nobody published and that makes a margin complete; return its id."""
    rest = f"{name}: the rest"
    cells[rest] = Cell(0, None)
    return rest


def observed_cell(figure: Figure, policy: Policy) -> Cell:
    """What a figure alone says: a range for what is withheld, rounded or told with a qualifier, else the number."""
    treatment = policy.resources.get(figure.resource)
    if figure.is_suppressed:
        return Cell(0, None, policy.width)
    if figure.value is None:
        low, high = figure.value_low, figure.value_high
        return Cell(int(low or 0), None if high is None else int(high))
    value = int(figure.value)
    if treatment and treatment.rounding:
        below, above = _shifts(treatment.rounding, treatment.base)
        return Cell(max(0, value - below), value + above, treatment.base - 1)
    if figure.qualifier == "about":
        loose = _looseness(value)
        return Cell(max(0, value - loose), value + loose)
    return {"at-least": Cell(value, None), "at-most": Cell(0, value)}.get(figure.qualifier, Cell(value, value))


def _shifts(rounding: str, base: int) -> tuple[int, int]:
    """How far below and above the printed number the true one may be (Handbook on SDC, chapter 5)."""
    return (base // 2, (base + 1) // 2 - 1) if rounding == "nearest" else (base - 1, base - 1)


def _looseness(value: int) -> int:
    """How far a number that was told with "about" may be off: one unit of its last digit that is not zero."""
    digits = str(value)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def _dimensions(edition: PublishedTables) -> Iterator[tuple[str, CodeList]]:
    pairs = {
        (dimension, edition.package.resources[figure.resource].references[dimension])
        for figure in edition.figures
        for dimension in figure.dimensions
    }
    return ((dimension, edition.registers.code_lists[name]) for dimension, name in sorted(pairs))


def _lines(edition: PublishedTables, dimension: str) -> Iterator[Mapping[str, Figure]]:
    lines: dict[tuple[object, ...], dict[str, Figure]] = defaultdict(dict)
    for figure in edition.figures:
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


def _parts(edition: PublishedTables) -> Iterator[tuple[Figure, Figure, str]]:
    """Each cell whose code has a parent but no partition, with the cell of that parent."""
    for dimension, codes in _dimensions(edition):
        for cells in _lines(edition, dimension):
            for code, part in cells.items():
                if not codes[code].partition and codes[code].parent in cells:
                    yield cells[codes[code].parent], part, dimension


def _time_margins(edition: PublishedTables) -> Iterator[Margin]:
    """Cells of one count whose periods lie one after the other inside the period of another cell of that count."""
    series: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in edition.figures:
        measure = edition.registers.indicators[figure.indicator].measure
        if measure == PERIOD and is_period(figure.period_start) and is_period(figure.period_end):
            key = (figure.indicator, figure.originator, figure.counted_on, tuple(sorted(figure.dimensions.items())))
            series[key].append(figure)
    for figures in series.values():
        yield from (margin for total in figures if (margin := _tiles(total, figures)))


def _tiles(total: Figure, figures: list[Figure]) -> Margin | None:
    start, end = _span(total)
    inside = [figure for figure in figures if _contains(total, figure)]
    outermost = [figure for figure in inside if not any(_contains(other, figure) for other in inside)]
    parts = sorted(outermost, key=_span)
    spans = [_span(figure) for figure in parts]
    if not spans or any(later[0] <= earlier[1] for earlier, later in pairwise(spans)):
        return None
    whole = (spans[0][0], spans[-1][1]) == (start, end)
    tight = all(later[0] == earlier[1] + timedelta(days=1) for earlier, later in pairwise(spans))
    return Margin(total, tuple(parts), PERIOD, whole and tight)


def _contains(longer: Figure, shorter: Figure) -> bool:
    (start, end), (first, last) = _span(longer), _span(shorter)
    return start <= first and last <= end and (start, end) != (first, last)


def _span(figure: Figure) -> tuple[date, date]:
    return first_day(figure.period_start), last_day(figure.period_end)
