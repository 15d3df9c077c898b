"""The exact figures of each chart, cut from the published rows: as CSV, as JSON, and described.

They are the same in every language and lie in one place, `charts/`. The description is CSV on the Web (W3C): programs
find `<chart>.csv-metadata.json` beside the table by its name; it says what the chart is in every language.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from scripts.checks import Cleared
from scripts.files import to_json
from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.columns import binary
from scripts.reading.declarations.charts import Chart
from scripts.reading.package.descriptor import Field, Package
from scripts.reading.package.figures import Figure
from scripts.reading.release.release import Release

NUMBERS = ("value", "value_low", "value_high")
# What a chart's table has beside the fields of its figures, and where in the package each is described.
JOINED = {
    "unit": ("indicators", "unit"),
    "kind": ("indicators", "kind"),
    "originator_title": ("originators", "title"),
    "source_url": ("sources", "url"),
}

Rows = list[dict[str, str | Decimal | None]]
Words = Mapping[str, tuple[str, str, str]]


def chart_csv_files(release: Cleared) -> dict[str, bytes]:
    """For each chart, its figures as CSV: the cells as published, with the titles of source and originator."""
    return {chart.chart: _table(_header(release.drawn(chart)), _rows(chart, release)) for chart in release.charts}


def chart_json_files(release: Cleared) -> dict[str, bytes]:
    """For each chart, the same figures as a JSON list: numbers are numbers, an empty cell is null."""
    return {chart.chart: _list(_rows(chart, release)) for chart in release.charts}


def chart_descriptions(
    release: Release, publication: Publication, words: Mapping[str, Words]
) -> Iterator[tuple[str, bytes]]:
    """For each chart, what its table is; `words` gives title, subtitle and description of each chart by language."""
    for chart in release.charts:
        description = _described(chart, release, publication)
        for place, name in enumerate(("dc:title", "dc:abstract", "dc:description")):
            told = ((language, charts[chart.chart][place]) for language, charts in words.items())
            description[name] = [{"@value": text, "@language": language} for language, text in told]
        yield chart.chart, to_json({"@context": "http://www.w3.org/ns/csvw", **description})


def _described(chart: Chart, release: Release, publication: Publication) -> dict[str, Any]:
    figures = release.drawn(chart)
    sources = [release.registers.sources[code] for code in dict.fromkeys(figure.source for figure in figures)]
    return {
        "url": f"{chart.chart}.csv",
        "schema:unitText": list(dict.fromkeys(release.indicator_of(figure).unit for figure in figures)),
        "dc:source": [{"@id": source.url, "dc:title": source.title} for source in sources],
        "dc:license": {"@id": str(publication.package.descriptor["licenses"][0]["path"])},
        "dc:issued": publication.day.isoformat(),
        "schema:version": publication.version,
        "schema:creditText": cite_as(publication),
        "tableSchema": {
            "columns": [_column(name, field) for name, field in _fields(chart, release)],
            "primaryKey": "figure",
        },
    }


def _fields(chart: Chart, release: Release) -> Iterator[tuple[str, Field]]:
    """Each column of a chart's table with the field that describes it."""
    package, figures = release.package, release.drawn(chart)
    own = {f.name: f for figure in figures for f in package.resources[figure.resource].fields}
    for name in _header(figures):
        yield name, own[name] if name in own else _joined(name, package)


def _joined(name: str, package: Package) -> Field:
    resource, field = JOINED[name]
    return next(f for f in package.resources[resource].fields if f.name == field)


def _column(name: str, field: Field) -> dict[str, Any]:
    kind = "decimal" if field.type == "number" else "string"
    column = {"name": name, "titles": name, "dc:title": field.title, "dc:description": field.description}
    return {**column, "datatype": kind, "required": name == "figure"}


def _header(figures: tuple[Figure, ...]) -> list[str]:
    dimensions = dict.fromkeys(name for figure in figures for name in figure.dimensions)
    return ["figure", "indicator", *dimensions, *_FIELDS, *JOINED]


def _rows(chart: Chart, release: Release) -> Rows:
    figures = release.drawn(chart)
    return [dict.fromkeys(_header(figures)) | _row(figure, release) for figure in figures]


def _row(figure: Figure, release: Release) -> dict[str, str | Decimal | None]:
    indicator = release.indicator_of(figure)
    return {
        "figure": figure.id,
        "indicator": figure.indicator,
        **figure.dimensions,
        **{name: getattr(figure, name) for name in _FIELDS},
        "unit": indicator.unit,
        "kind": indicator.kind,
        "originator_title": release.registers.originators[figure.originator].title,
        "source_url": release.registers.sources[figure.source].url,
    }


def _table(header: list[str], rows: Rows) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: "" if cell is None else str(cell) for name, cell in row.items()} for row in rows)
    return buffer.getvalue().encode()


def _list(rows: Rows) -> bytes:
    return to_json([{name: binary(c) if isinstance(c, Decimal) else c or None for name, c in r.items()} for r in rows])


_FIELDS = (
    "period_start", "period_end", "counted_on", *NUMBERS, "interval_kind",
    "qualifier", "status", "originator", "source", "via", "confidence", "note",
)  # fmt: skip
