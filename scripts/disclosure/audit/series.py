"""Finds the cells that two series count alike, and the successive counts of one series."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from scripts.reading.package.figures import Figure
from scripts.reading.package.periods import last_day
from scripts.reading.release.release import Release

CUMULATIVE = "cumulative"
Count = tuple[str, str, str, str]
"""By whom, for which period (start and end) and on which day a figure was counted."""


class SeriesIndex:
    """The figures of a release by series, to find the cells that two series have in common."""

    def __init__(self, release: Release) -> None:
        """Index the figures by indicator and by count."""
        self._release = release
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        self._indicators: dict[Count, set[str]] = defaultdict(set)
        for figure in release.figures:
            self._figures[figure.indicator].append(figure)
            self._indicators[_count_of(figure)].add(figure.indicator)

    def with_common_counts(self, indicator: str) -> frozenset[str]:
        """The series with a figure for the same originator, period and day as one of this series."""
        counts = {_count_of(figure) for figure in self._figures.get(indicator, ())}
        return frozenset(other for count in counts for other in self._indicators[count])

    def matching_cells(self, indicator: str, other: str) -> Iterator[tuple[Figure, Figure]]:
        """Yield cells of both series with the same count, whose codes agree in all common dimensions.

        In a dimension that only one of the series has, a cell must have the code of the whole.
        """
        indicators = self._release.registers.indicators
        common = {*indicators[indicator].dimensions} & {*indicators[other].dimensions}
        matches = {self._key(figure, common): figure for figure in self._figures.get(other, ())}
        for figure in self._figures.get(indicator, ()) if matches else ():
            match = matches.get(self._key(figure, common))
            if match:
                yield figure, match

    def _key(self, figure: Figure, common: set[str]) -> tuple[object, ...]:
        """The count of a figure and its codes, but for those of the whole in dimensions that are not common."""
        codes = sorted(
            (name, code)
            for name, code in figure.dimensions.items()
            if name in common or self._release.code_of(figure, name).parent
        )
        return (*_count_of(figure), *codes)


def successive_counts(release: Release) -> Iterator[tuple[Figure, Figure]]:
    """Yield two counts of one growing quantity, the earlier first: one cell of a series, counted on two days.

    The series is cumulative, or it is a table from a list that is counted again.
    """
    series: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in release.figures:
        cumulative = release.indicator_of(figure).measure == CUMULATIVE
        if cumulative or release.policy.resources[figure.resource].rule == "tabulated":
            codes = (figure.period_start, "" if cumulative else figure.period_end, *sorted(figure.dimensions.items()))
            series[figure.indicator, figure.originator, codes].append(figure)
    for figures in series.values():
        figures.sort(key=lambda figure: last_day(figure.counted_on))
        yield from (pair for pair in pairwise(figures) if pair[0].counted_on != pair[1].counted_on)


def _count_of(figure: Figure) -> Count:
    return figure.originator, figure.period_start, figure.period_end, figure.counted_on
