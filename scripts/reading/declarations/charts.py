"""Reads the declarations of charts: their figures, their kind, their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.reading.declarations.strict_yaml import STRICT, read_declaration

ChartKind = Literal["bars", "groups", "lines", "ranges"]

# The fields without which a chart of a kind cannot be drawn; how it is drawn is in scripts/website/charts/render.py.
NEEDS: Mapping[ChartKind, tuple[str, ...]] = {
    "bars": ("label",),
    "groups": ("label", "series"),
    "lines": ("time", "series"),
    "ranges": ("label",),
}


@dataclass(frozen=True)
class FigureFilter:
    """A filter of figures: a resource and, for each field named, the values that pass."""

    resource: str
    where: Mapping[str, tuple[str, ...]]

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Chart:
    """One chart.

    label: the field that names a bar or row. time: the field on the time axis. series: the field that distinguishes
    lines, or bars of one group. hues: for each series, the colour of its status family. names: titles of series or
    labels, where the title in the code list is too long. events: days with a text, drawn across a time axis.
    points_only: series whose figures no line joins. Title, subtitle and description may hold figures: [[figure-id]].
    """

    chart: str
    kind: ChartKind
    rows: tuple[FigureFilter, ...]
    title: str
    subtitle: str
    description: str
    hues: Mapping[str, str]
    label: str = ""
    time: str = ""
    series: str = ""
    names: Mapping[str, str] | None = None
    events: Mapping[str, str] | None = None
    points_only: tuple[str, ...] = ()

    __pydantic_config__ = STRICT

    @property
    def coloured_by(self) -> str:
        """The field that distinguishes a chart's series, and so their colours: by default the indicator."""
        return self.series or "indicator"


def read_charts(root: Path) -> tuple[Chart, ...]:
    """Read `charts.yaml`. Raises NotReadableError where it is not valid."""
    return read_declaration(root / "charts.yaml", tuple[Chart, ...])
