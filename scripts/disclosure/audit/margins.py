"""Expresses the tables of one edition as linear equations: which cells make up which margin or are part of another."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from scripts.disclosure.audit.identifiers import Bound, CellId, EquationKind, EquationPlace, Remainder
from scripts.disclosure.audit.system import Cell, Equation, margin_equation
from scripts.disclosure.audit.tilings import tilings
from scripts.reading.declarations.disclosure_policy import Policy
from scripts.reading.package.descriptor import Package
from scripts.reading.package.figures import Figure, Qualifier
from scripts.reading.package.periods import first_day, is_period, last_day
from scripts.reading.package.registers import CodeList, Registers

PERIOD = "period"
Line = Mapping[str, Figure]
"""Figures that differ in one dimension alone, by their code in it."""


class PublishedTables(Protocol):
    """Tables that were published together: those of the release, or of one that was sealed before it."""

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
    partition: str = ""


@dataclass(frozen=True)
class _Lines:
    """All lines of an edition along one dimension."""

    dimension: str
    codes: CodeList
    lines: tuple[Line, ...]


def margins(edition: PublishedTables) -> Iterator[Margin]:
    """Yield every margin of every table.

    Its cells have the same indicator, originator, count and period, and the same codes in all other dimensions.
    """
    yield from _margins(edition, _lines(edition))


def counts_of(edition: PublishedTables, policy: Policy) -> dict[CellId, Cell]:
    """Observe the cell of each figure that counts people."""
    counted = {
        indicator.code
        for indicator in edition.registers.indicators.values()
        if indicator.unit in policy.units_of_people
    }
    return {
        CellId(figure.id): observed_cell(figure, policy) for figure in edition.figures if figure.indicator in counted
    }


def equations_of(edition: PublishedTables, cells: dict[CellId, Cell]) -> Iterator[Equation[CellId]]:
    """Yield an equation for each margin and for each cell that is part of another; add what nobody published.

    Where the parts do not make up the whole, a remainder does.
    """
    lines = _lines(edition)
    for margin in _margins(edition, lines):
        total = CellId(margin.total.id)
        if total in cells:
            parts = tuple(CellId(part.id) for part in margin.parts)
            place = EquationPlace(margin.total.where, EquationKind.MARGIN, margin.dimension, margin.partition)
            if not margin.complete:
                parts = (*parts, add_remainder(place, cells))
            yield margin_equation(place, total, parts)
    for whole, part, dimension in _parts(lines):
        if CellId(whole.id) in cells:
            place = EquationPlace(part.where, EquationKind.PART, dimension)
            yield margin_equation(place, CellId(whole.id), (CellId(part.id), add_remainder(place, cells)))


def add_remainder(place: EquationPlace, cells: dict[CellId, Cell], bound: Bound = Bound.BOTH) -> CellId:
    """Add the cell that nobody published and that completes an equation; return its id."""
    remainder = CellId(remainder=Remainder(place, bound))
    cells[remainder] = Cell(0, None)
    return remainder


def observed_cell(figure: Figure, policy: Policy) -> Cell:
    """Bound the cell by what its figure alone states: a range if withheld, rounded or qualified, else the number."""
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
    if figure.qualifier == Qualifier.ABOUT:
        tolerance = _tolerance(value)
        return Cell(max(0, value - tolerance), value + tolerance)
    if figure.qualifier == Qualifier.AT_LEAST:
        return Cell(value, None)
    return Cell(0 if figure.qualifier == Qualifier.AT_MOST else value, value)


def _shifts(rounding: str, base: int) -> tuple[int, int]:
    """How far the true number may lie below and above the printed one (Handbook on SDC, chapter 5)."""
    return (base // 2, (base + 1) // 2 - 1) if rounding == "nearest" else (base - 1, base - 1)


def _tolerance(value: int) -> int:
    """How far a number published with "about" may be off: one unit of its last digit that is not zero."""
    digits = str(value)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def _lines(edition: PublishedTables) -> tuple[_Lines, ...]:
    """The lines of all tables, by dimension and code list; n log n steps for n figures."""
    references = {resource.name: resource.references for resource in edition.package.resources.values()}
    lines: dict[tuple[str, str], dict[tuple[object, ...], dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
    for figure in edition.figures:
        count = (figure.indicator, figure.originator, figure.counted_on, figure.period_start, figure.period_end)
        codes = sorted(figure.dimensions.items())
        for position, (dimension, code) in enumerate(codes):
            others = (*count, *codes[:position], *codes[position + 1 :])
            lines[dimension, references[figure.resource][dimension]][others][code] = figure
    code_lists = edition.registers.code_lists
    return tuple(
        _Lines(dimension, code_lists[name], tuple(found.values())) for (dimension, name), found in sorted(lines.items())
    )


def _margins(edition: PublishedTables, lines: tuple[_Lines, ...]) -> Iterator[Margin]:
    for along in lines:
        yield from _partition_margins(along)
    yield from _time_margins(edition)


def _partition_margins(along: _Lines) -> Iterator[Margin]:
    """The margins that partitions of a code list make, in the order of that list."""
    codes = along.codes
    position = {code: number for number, code in enumerate(codes)}
    sizes = Counter((code.parent, code.partition) for code in codes.values() if code.partition)
    order = {group: number for number, group in enumerate(sizes)}
    for line in along.lines:
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code in line:
            if codes[code].partition and codes[code].parent in line:
                groups[codes[code].parent, codes[code].partition].append(code)
        for group in sorted(groups, key=order.__getitem__):
            members, (parent, partition) = sorted(groups[group], key=position.__getitem__), group
            parts = tuple(line[member] for member in members)
            yield Margin(line[parent], parts, along.dimension, len(parts) == sizes[group], partition)


def _parts(lines: tuple[_Lines, ...]) -> Iterator[tuple[Figure, Figure, str]]:
    """Each cell whose code has a parent but no partition, after the cell of that parent, with the dimension."""
    for along in lines:
        for line in along.lines:
            for code, part in line.items():
                parent = along.codes[code].parent
                if not along.codes[code].partition and parent in line:
                    yield line[parent], part, along.dimension


def _time_margins(edition: PublishedTables) -> Iterator[Margin]:
    """Cells of one count whose periods lie one after the other inside the period of another cell of that count."""
    series: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in edition.figures:
        measure = edition.registers.indicators[figure.indicator].measure
        if measure == PERIOD and is_period(figure.period_start) and is_period(figure.period_end):
            codes = sorted(figure.dimensions.items())
            series[figure.indicator, figure.originator, figure.counted_on, *codes].append(figure)
    for figures in series.values():
        spans = [(first_day(figure.period_start), last_day(figure.period_end)) for figure in figures]
        for tiling in tilings(spans):
            parts = tuple(figures[index] for index in tiling.parts)
            yield Margin(figures[tiling.whole], parts, PERIOD, tiling.complete)
