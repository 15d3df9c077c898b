"""The exact figures of each chart as a table, cut from the published rows without changing a character."""

import csv
import io

from scripts.checks import Cleared
from scripts.reading.figures import Figure
from scripts.reading.release import Release


def tables(release: Cleared) -> dict[str, bytes]:
    """For each chart, its figures as CSV: the cells as published, with the titles of source and originator."""
    return {chart.chart: _table(release.drawn(chart), release) for chart in release.charts}


def _table(figures: tuple[Figure, ...], release: Release) -> bytes:
    buffer = io.StringIO(newline="")
    dimensions = list(dict.fromkeys(name for figure in figures for name in figure.dimensions))
    header = ["figure", "indicator", *dimensions, *_FIELDS, "unit", "kind", "originator_title", "source_url"]
    writer = csv.DictWriter(buffer, header, lineterminator="\n", restval="")
    writer.writeheader()
    for figure in figures:
        indicator = release.indicator_of(figure)
        writer.writerow(
            {
                "figure": figure.id,
                "indicator": figure.indicator,
                **figure.dimensions,
                **{name: _text(getattr(figure, name)) for name in _FIELDS},
                "unit": indicator.unit,
                "kind": indicator.kind,
                "originator_title": release.registers.originators[figure.originator].title,
                "source_url": release.registers.sources[figure.source].url,
            }
        )
    return buffer.getvalue().encode()


_FIELDS = (
    "period_start", "period_end", "counted_on", "value", "value_low", "value_high", "interval_kind",
    "qualifier", "status", "originator", "source", "via", "confidence", "note",
)  # fmt: skip


def _text(content: object) -> str:
    return "" if content is None else str(content)
