"""Figures as rows of a table for readers: every value with its qualifier, period, originator, source and notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from scripts.checks import Cleared
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure
from scripts.reading.package.registers import Indicator, Source
from scripts.reading.package.relations import Conflict, Overlap
from scripts.website.pages.figure_history import Vintage, vintages_of_figure
from scripts.website.text.expressions import format_arithmetic
from scripts.website.text.formatting import amount, breakdown, day, interval, period


@dataclass(frozen=True)
class SortKeys:
    """What a row is sorted by where that is not what its cells say: plain numbers and ISO dates, empty where none."""

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
    others: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...]
    history: tuple[Vintage, ...]
    keys: SortKeys


@dataclass(frozen=True)
class IndicatorTable:
    """An indicator with its figures."""

    indicator: Indicator
    rows: tuple[FigureRow, ...]
    overlaps: tuple[Overlap, ...]


def figure_address(figure: Figure, labels: Labels) -> str:
    """Where a figure stands on the site: the page of its resource and its own anchor."""
    return f"{labels.language}/data/{figure.resource}.html#{figure.id}"


def figure_rows(figures: Iterable[Figure], release: Cleared, labels: Labels) -> tuple[FigureRow, ...]:
    """Figures as rows, in their order."""
    return tuple(_row(figure, release, labels) for figure in figures)


def indicator_tables(figures: Iterable[Figure], release: Cleared, labels: Labels) -> tuple[IndicatorTable, ...]:
    """Figures grouped by what they count, in the order in which the table first names it."""
    listed = list(figures)
    order = {code: place for place, code in enumerate(dict.fromkeys(figure.indicator for figure in listed))}
    ordered = sorted(listed, key=lambda figure: order[figure.indicator])
    return tuple(
        IndicatorTable(
            release.registers.indicators[code],
            figure_rows(group, release, labels),
            release.relations.overlaps_of(code),
        )
        for code, group in groupby(ordered, key=lambda figure: figure.indicator)
    )


def _row(figure: Figure, release: Cleared, labels: Labels) -> FigureRow:
    return FigureRow(
        id=figure.id,
        resource=figure.resource,
        address=figure_address(figure, labels),
        what=release.indicator_of(figure).title,
        kind=labels.of("kind", release.indicator_of(figure).kind),
        part=breakdown(figure, release),
        amount=amount(figure, release, labels),
        is_shown=figure.is_published,
        interval=interval(figure, labels),
        period=period(figure, labels, short=True),
        counted_on=day(figure.counted_on, labels, short=True),
        originator=figure.originator,
        originator_title=release.registers.originators[figure.originator].title,
        source=release.registers.sources[figure.source],
        others=tuple(release.registers.sources[code] for code in release.relations.sources_of(figure.id)),
        conflicts=release.relations.conflicts_of(figure.id),
        notes=(*_notes(figure, labels), *_derived(figure, release, labels)),
        history=vintages_of_figure(figure, release, labels),
        keys=sort_keys(figure),
    )


def sort_keys(figure: Figure) -> SortKeys:
    """What a figure is sorted by: its number, or the lower end of its range; a withheld one has none."""
    numbers = (figure.value, figure.value_low, figure.value_high) if figure.is_published else ()
    number = next((f"{number:f}" for number in numbers if number is not None), "")
    return SortKeys(number, figure.period_start or figure.period_end, figure.counted_on)


def _notes(figure: Figure, labels: Labels) -> Iterator[str]:
    if figure.via != "own-page":
        yield labels["via_note"].format(labels.of("via", figure.via))
    if figure.confidence != "high":
        yield labels["confidence_note"].format(labels.of("confidence", figure.confidence))
    if figure.interval_kind:
        yield labels.of("interval_kind", figure.interval_kind)
    if figure.note:
        yield figure.note


def _derived(figure: Figure, release: Cleared, labels: Labels) -> Iterator[str]:
    for derivation in release.derivations.values():
        if figure in (derivation.left, derivation.right):
            yield f"{labels['used_in']} {format_arithmetic(derivation, release, labels)}"
