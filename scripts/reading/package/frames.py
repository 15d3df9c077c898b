"""Makes pandas frames of the package's tables: once as published, once typed.

Only what publishes and shows the package imports this module; the checks must run without pandas. A frame has a column
for each field, in the order of the schema, and an empty cell is NA whatever its type, so that no program takes it for a
text or for zero. Periods stay as published, because a year is no day; typed frames of figures have the first and the
last day of each period in two more columns.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

import pandas as pd

from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import figure_resources
from scripts.reading.package.periods import first_day, last_day

PERIOD_FIRST, PERIOD_LAST = "period_first", "period_last"
Value = str | bool | int | float | date | None
"""A typed cell as a plain value of Python; None where it is empty."""

_TEXT = pd.StringDtype("python")
_PERIODS: Mapping[str, tuple[str, Callable[[str], date]]] = {
    PERIOD_FIRST: ("period_start", first_day),
    PERIOD_LAST: ("period_end", last_day),
}


class TooManyDigitsError(ValueError):
    """A published number has more digits than a binary number holds, and so than most programs can calculate with."""

    def __init__(self) -> None:
        super().__init__("A number has more digits than a binary number holds – round it as its source did.")


@dataclass(frozen=True)
class PackageFrames:
    """The frames of a package, each made once; the two of figures hold every figure of the package by its id."""

    package: Package

    @cached_property
    def published(self) -> Mapping[str, pd.DataFrame]:
        """Every table by the name of its resource, each cell as its text: `100.0` stays `100.0`."""
        return {name: published_frame(resource) for name, resource in self.package.resources.items()}

    @cached_property
    def typed(self) -> Mapping[str, pd.DataFrame]:
        """Every table by the name of its resource, typed. Raises TooManyDigitsError."""
        figures = {resource.name for resource in figure_resources(self.package)}
        tables = self.package.resources.items()
        frames = {name: typed_frame(resource, self.published[name]) for name, resource in tables}
        return {name: _with_days(frame) if name in figures else frame for name, frame in frames.items()}

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
        """The typed cells as plain values of Python, by table and field; None where a cell is empty."""
        return {
            name: {field.name: _values(self.typed[name][field.name], field.type) for field in resource.fields}
            for name, resource in self.package.resources.items()
        }

    @cached_property
    def published_figures(self) -> pd.DataFrame:
        """Every figure as published: the tables one below the other, `resource` the table of each."""
        return self._figures(self.published)

    @cached_property
    def typed_figures(self) -> pd.DataFrame:
        """Every figure typed, in the same order."""
        return self._figures(self.typed)

    def _figures(self, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
        names = [resource.name for resource in figure_resources(self.package)]
        tables = [frames[name].assign(resource=name).astype({"resource": _TEXT}) for name in names]
        if not tables:
            return pd.DataFrame({"figure": []})
        return pd.concat(tables).set_index("figure", drop=False).rename_axis(index=None)


def published_frame(resource: Resource) -> pd.DataFrame:
    """Make a table with each cell as its text."""
    names = [field.name for field in resource.fields]
    cells = [[row.cells[name] or None for name in names] for row in resource.rows]
    return pd.DataFrame(cells, columns=names, dtype=_TEXT)


def typed_frame(resource: Resource, published: pd.DataFrame) -> pd.DataFrame:
    """Make a table typed from the texts of its cells; `published` holds these.

    A number is Float64, a whole number or a year Int64, a date datetime64, a boolean boolean, all else string. Raises
    TooManyDigitsError where a binary number is not the one that was published.
    """
    return pd.DataFrame({f.name: _TYPED.get(f.type, _text)(published[f.name]) for f in resource.fields})


def _values(series: pd.Series, kind: str) -> tuple[Value, ...]:
    cells = [day.date() for day in series] if kind == "date" else series.tolist()
    return tuple(None if empty else cell for cell, empty in zip(cells, series.isna().tolist(), strict=True))


def _with_days(figures: pd.DataFrame) -> pd.DataFrame:
    days = {name: _days(figures[field], of) for name, (field, of) in _PERIODS.items() if field in figures}
    return figures.assign(**days)


def _days(texts: pd.Series, of: Callable[[str], date]) -> pd.Series:
    return pd.Series([None if pd.isna(text) else of(text) for text in texts], texts.index, "datetime64[s]")


def _dates(texts: pd.Series) -> pd.Series:
    return _days(texts, date.fromisoformat)


def _numbers(texts: pd.Series) -> pd.Series:
    return pd.Series([pd.NA if pd.isna(text) else exact_number(text) for text in texts], texts.index, "Float64")


def _integers(texts: pd.Series) -> pd.Series:
    return pd.Series([pd.NA if pd.isna(text) else int(text) for text in texts], texts.index, "Int64")


def _booleans(texts: pd.Series) -> pd.Series:
    return texts.map({"true": True, "false": False}).astype("boolean")


def _text(texts: pd.Series) -> pd.Series:
    return texts


_TYPED: Mapping[str, Callable[[pd.Series], pd.Series]] = {
    "number": _numbers,
    "integer": _integers,
    "year": _integers,
    "boolean": _booleans,
    "date": _dates,
}


def exact_number(text: str) -> float:
    """Read a number as the binary number that is spelled like it. Raises TooManyDigitsError where there is none."""
    near = float(text)
    if Decimal(repr(near)) != Decimal(text):
        raise TooManyDigitsError
    return near
