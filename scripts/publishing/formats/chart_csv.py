"""Writes the figures of each chart: as CSV, as JSON, and a description of both.

The files are the same in every language and lie in one folder, `charts/`. The description is CSV on the Web (W3C):
programs find `<chart>.csv-metadata.json` by the name of the table; it has the words of the chart in every language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scripts.checks import Cleared
from scripts.files import to_json
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.csvw import CONTEXT, csvw_column, csvw_release, csvw_schema
from scripts.reading.declarations.charts import Chart
from scripts.reading.package.descriptor import Field, Package
from scripts.reading.package.frames import PackageFrames
from scripts.reading.release.release import Release

NUMBERS = ("value", "value_low", "value_high")
# The columns that a chart's table has besides the fields of its figures: the table and the field of each.
JOINED = {
    "unit": ("indicators", "unit"),
    "kind": ("indicators", "kind"),
    "originator_title": ("originators", "title"),
    "source_url": ("sources", "url"),
}
_FIELDS = (
    "period_start", "period_end", "counted_on", *NUMBERS, "interval_kind",
    "qualifier", "status", "originator", "source", "via", "confidence", "note",
)  # fmt: skip
_WORDS = ("dc:title", "dc:abstract", "dc:description")

Words = Mapping[str, tuple[str, str, str]]
"""Title, subtitle and description of each chart in one language."""


@dataclass(frozen=True, eq=False)
class ChartTable:
    """The figures that a chart shows, with the titles of source and originator: as published, and typed."""

    published: pd.DataFrame
    typed: pd.DataFrame


def chart_tables(release: Cleared) -> dict[str, ChartTable]:
    """Take the figures of each chart from the package, by the name of the chart."""
    frames = PackageFrames(release.package)
    published, typed = (_join_titles(figures, frames) for figures in (frames.published_figures, frames.typed_figures))
    tables = {}
    for chart in release.charts:
        rows, header = [figure.id for figure in release.figures_of(chart)], _header(chart, release)
        tables[chart.chart] = ChartTable(published.loc[rows, header], typed.loc[rows, header])
    return tables


def chart_csv_files(tables: Mapping[str, ChartTable]) -> dict[str, bytes]:
    """Write the figures of each chart as CSV, with the cells as published."""
    return {chart: table.published.to_csv(index=False, lineterminator="\n").encode() for chart, table in tables.items()}


def chart_json_files(tables: Mapping[str, ChartTable]) -> dict[str, bytes]:
    """Write the same figures as a JSON list: numbers are numbers, an empty cell is null."""
    return {chart: to_json(_records(table.typed)) for chart, table in tables.items()}


def chart_descriptions(
    release: Release, publication: Publication, words: Mapping[str, Words]
) -> Iterator[tuple[str, bytes]]:
    """Describe the table of each chart; `words` are those of the charts by language."""
    for chart in release.charts:
        description = _description(chart, release, publication)
        for position, name in enumerate(_WORDS):
            texts = ((language, charts[chart.chart][position]) for language, charts in words.items())
            description[name] = [{"@value": text, "@language": language} for language, text in texts]
        yield chart.chart, to_json({"@context": CONTEXT, **description})


def _join_titles(figures: pd.DataFrame, frames: PackageFrames) -> pd.DataFrame:
    joined = {}
    for name, (register, field) in JOINED.items():
        key = frames.package.resources[register].key[0]
        joined[name] = figures[key].map(frames.published[register].set_index(key)[field])
    return figures.assign(**joined)


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): _json_value(cell) for name, cell in row.items()} for row in table.to_dict("records")]


def _json_value(cell: Any) -> str | int | float | None:
    if pd.isna(cell):
        return None
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _description(chart: Chart, release: Release, publication: Publication) -> dict[str, Any]:
    figures = release.figures_of(chart)
    sources = [release.registers.sources[code] for code in dict.fromkeys(figure.source for figure in figures)]
    return {
        "url": f"{chart.chart}.csv",
        "schema:unitText": list(dict.fromkeys(release.indicator_of(figure).unit for figure in figures)),
        "dc:source": [{"@id": source.url, "dc:title": source.title} for source in sources],
        **csvw_release(publication),
        "tableSchema": csvw_schema(
            (csvw_column(field, name == "figure", name) for name, field in _fields(chart, release)), ("figure",)
        ),
    }


def _fields(chart: Chart, release: Release) -> Iterator[tuple[str, Field]]:
    """Give each column of the table of a chart with the field that describes it."""
    package = release.package
    own = {f.name: f for figure in release.figures_of(chart) for f in package.resources[figure.resource].fields}
    for name in _header(chart, release):
        yield name, own[name] if name in own else _joined_field(name, package)


def _joined_field(name: str, package: Package) -> Field:
    resource, field = JOINED[name]
    return next(f for f in package.resources[resource].fields if f.name == field)


def _header(chart: Chart, release: Release) -> list[str]:
    dimensions = dict.fromkeys(name for figure in release.figures_of(chart) for name in figure.dimensions)
    return ["figure", "indicator", *dimensions, *_FIELDS, *JOINED]
