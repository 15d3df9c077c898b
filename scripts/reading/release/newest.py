"""The newest figures: of an indicator as a whole, and of the series of counts that a figure belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.reading.package.figures import Figure
from scripts.reading.package.periods import first_day

Series = tuple[object, ...]
"""What the successive counts of one quantity share: indicator, originator, codes and the beginning of their period."""


@dataclass(frozen=True)
class NewestFigures:
    """The newest published figure of each indicator, and of each series that is counted again and again."""

    of_indicator: Mapping[str, Figure]
    of_series: Mapping[Series, Figure]

    def vintage_after(self, figure: Figure) -> Figure | None:
        """The newest count of what a figure counts; None where it is itself the newest, or is not counted again."""
        newest = self.of_series.get(_series(figure))
        return newest if newest and _age(newest) > _age(figure) else None


def newest_figures(totals: Iterable[Figure], cumulative: Iterable[Figure]) -> NewestFigures:
    """Find the newest of figures that are no part of a larger one, and of those that count since a beginning."""
    of_indicator = {figure.indicator: figure for figure in _published_by_age(totals)}
    of_series = {_series(figure): figure for figure in _published_by_age(cumulative)}
    return NewestFigures(of_indicator, of_series)


def _published_by_age(figures: Iterable[Figure]) -> list[Figure]:
    return sorted((figure for figure in figures if figure.is_published), key=_age)


def _series(figure: Figure) -> Series:
    return figure.indicator, figure.originator, figure.period_start, frozenset(figure.dimensions.items())


def _age(figure: Figure) -> tuple[date, date]:
    return first_day(figure.counted_on), first_day(figure.period_end or figure.counted_on)
