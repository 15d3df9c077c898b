"""Figures as rows of a table for readers: every value with its qualifier, period, originator, source and notes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure, Via
from scripts.reading.package.registers import Indicator, Source
from scripts.reading.package.relations import Conflict
from scripts.website.pages.figure_history import Vintage, figure_histories
from scripts.website.pages.overlaps import OverlapSide, overlap_sides
from scripts.website.text.expressions import format_arithmetic
from scripts.website.text.formatting import Formatter


@dataclass(frozen=True)
class SortKeys:
    """What a row is sorted by where its cells read otherwise: plain numbers and ISO dates, empty where none."""

    number: str
    period: str
    counted_on: str


@dataclass(frozen=True)
class FigureRow:
    """One figure in words; `address` is its anchor from the site's root."""

    id: str
    resource: str
    address: str
    what: str
    kind: str
    part: str
    amount: str
    is_shown: bool
    interval: str
    period: str
    counted_on: str
    originator: str
    originator_title: str
    source: Source
    locator: str
    others: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    note: str
    notes: tuple[str, ...]
    history: tuple[Vintage, ...]
    keys: SortKeys


@dataclass(frozen=True)
class IndicatorTable:
    """An indicator with its figures and its overlaps with other series."""

    indicator: Indicator
    rows: tuple[FigureRow, ...]
    overlaps: tuple[OverlapSide, ...]


def figure_address(figure: Figure, labels: Labels) -> str:
    """Give the address of a figure from the site's root: the page of its table and its own anchor."""
    return f"{labels.language}/data/{figure.resource}.html#{figure.id}"


def figure_rows(formatter: Formatter) -> Mapping[str, FigureRow]:
    """Put every figure of a release into a row, by its id."""
    histories, uses = figure_histories(formatter), _uses(formatter)
    return {
        figure.id: _row(figure, formatter, histories[figure.id], uses.get(figure.id, []))
        for figure in formatter.release.figures
    }


def indicator_tables(
    figures: Iterable[Figure], rows: Mapping[str, FigureRow], formatter: Formatter
) -> tuple[IndicatorTable, ...]:
    """Group the rows of figures by indicator, in the order in which the figures first name each."""
    grouped: dict[str, list[FigureRow]] = defaultdict(list)
    for figure in figures:
        grouped[figure.indicator].append(rows[figure.id])
    indicators, overlaps = formatter.release.registers.indicators, overlap_sides(formatter.release)
    return tuple(
        IndicatorTable(indicators[code], tuple(listed), overlaps.get(code, ())) for code, listed in grouped.items()
    )


def sort_keys(figure: Figure) -> SortKeys:
    """Give the keys of a figure: its number, or the lower end of its range; a withheld one has none."""
    numbers = (figure.value, figure.value_low, figure.value_high) if figure.is_published else ()
    number = next((f"{number:f}" for number in numbers if number is not None), "")
    return SortKeys(number, figure.period_start or figure.period_end, figure.counted_on)


def _row(figure: Figure, formatter: Formatter, history: tuple[Vintage, ...], uses: list[str]) -> FigureRow:
    release, labels = formatter.release, formatter.labels
    indicator = release.indicator_of(figure)
    return FigureRow(
        id=figure.id,
        resource=figure.resource,
        address=figure_address(figure, labels),
        what=indicator.title,
        kind=labels.of("kind", indicator.kind),
        part=formatter.breakdown(figure),
        amount=formatter.amount(figure),
        is_shown=figure.is_published,
        interval=formatter.interval(figure),
        period=formatter.period(figure, short=True),
        counted_on=formatter.day(figure.counted_on, short=True),
        originator=figure.originator,
        originator_title=release.registers.originators[figure.originator].title,
        source=release.registers.sources[figure.source],
        locator=figure.locator,
        others=tuple(release.registers.sources[code] for code in release.relations.sources_of(figure.id)),
        conflicts=release.relations.conflicts_of(figure.id),
        note=figure.note,
        notes=(*_notes(figure, formatter), *uses),
        history=history,
        keys=sort_keys(figure),
    )


def _notes(figure: Figure, formatter: Formatter) -> Iterator[str]:
    labels = formatter.labels
    if figure.via != Via.OWN_PAGE:
        yield labels["via_note"].format(labels.of("via", figure.via))
    if figure.confidence != "high":
        yield labels["confidence_note"].format(labels.of("confidence", figure.confidence))
    if figure.interval_kind:
        yield formatter.interval_kind(figure)
    if figure.note:
        yield figure.note


def _uses(formatter: Formatter) -> Mapping[str, list[str]]:
    """Name the expressions in prose in which a figure is used, by the figure's id."""
    uses: dict[str, list[str]] = defaultdict(list)
    for expression in formatter.release.derivations.values():
        note = f"{formatter.labels['used_in']} {format_arithmetic(expression, formatter)}"
        for figure in {expression.left.id, expression.right.id}:
            uses[figure].append(note)
    return uses
