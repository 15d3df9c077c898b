"""The charts, declared: which figures, drawn how, with which words, on which page."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.reading.declarations.strict_yaml import STRICT, read_declaration


@dataclass(frozen=True)
class FigureFilter:
    """The figures of a chart: a resource and, for each field named, the values that are taken."""

    resource: str
    where: Mapping[str, tuple[str, ...]]

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Chart:
    """One chart.

    kind: how it is drawn. label: the field that names a bar or row. time: the field on the time axis. series: the
    field that tells lines or bars of one place apart. hues: for each series, the colour of its status family. names:
    words for a series or label where the code list's title is too long. events: days with a text, drawn across a time
    axis. points_only: series whose figures no line joins. Words may hold figures: [[figure-id]].
    """

    chart: str
    kind: Literal["bars", "groups", "lines", "ranges"]
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
        """The field that tells a chart's series apart, and so its hues: by default the indicator."""
        return self.series or "indicator"


def read_charts(root: Path) -> tuple[Chart, ...]:
    """Read `charts.yaml`. Raises NotReadableError where it is not as it must be."""
    return read_declaration(root / "charts.yaml", tuple[Chart, ...])
