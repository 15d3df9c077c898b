"""The model of a chart: everything that its pictures show, as plain values in one language.

A model holds no release and no labels, so that equal models have equal pictures, and another process can draw them.
Marks are frozen values and no data frame: a chart has at most a few hundred, a frame has no digest, and each process
that draws would have to import pandas.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.reading.declarations.charts import Chart


@dataclass(frozen=True)
class Mark:
    """One figure in a chart.

    low, high: the bounds of its interval. time: an ISO date. arrow: `right` for at least, `left` for at most, or empty.
    selector: the code by which a reader selects it together with others: its series, or the kind of its number.
    colour: the name of a colour of the page. text: its number in words; amount: the same with its interval.
    tooltip: the lines that an interactive chart shows about it. projected: whether the number is, or holds, a forecast.
    """

    figure: str
    label: str
    series: str
    selector: str
    colour: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    arrow: str
    time: str
    text: str
    amount: str
    tooltip: tuple[str, ...]
    projected: bool = False

    @property
    def extent(self) -> float:
        """The largest number that the mark shows."""
        return max(number for number in (self.value, self.high, 0.0) if number is not None)


@dataclass(frozen=True)
class ChartModel:
    """The content of one chart in one language, computed once for all its pictures.

    legend: the kinds of its marks, each with its symbol. release_line: the release and its licence, the last line of
    the caption. kind_names: the name of each kind of number with its symbol, where marks have symbols. months: on a
    time axis the months that a reader can choose, as code (`2024-05`) and name. locale: numbers and dates of the
    language, as Vega's `config.locale` takes them.
    """

    chart: Chart
    marks: tuple[Mark, ...]
    title: str
    subtitle: str
    description: str
    legend: tuple[str, ...]
    sources: str
    release_line: str
    kind_names: Mapping[str, str]
    months: tuple[tuple[str, str], ...]
    locale: Mapping[str, Mapping[str, object]]

    @property
    def has_time(self) -> bool:
        """Whether the chart has a time axis."""
        return bool(self.months)

    @property
    def credit(self) -> tuple[str, ...]:
        """The lines below the legend: the originators, then the release."""
        return tuple(line for line in (self.sources, self.release_line) if line)

    @property
    def credit_text(self) -> str:
        """The whole caption as text: the legend, then the lines below it."""
        return "\n".join((" ".join(self.legend), *self.credit))


def series_names(marks: Iterable[Mark]) -> list[str]:
    """List the names of a chart's series in the order of its marks."""
    return list(dict.fromkeys(mark.series for mark in marks))
