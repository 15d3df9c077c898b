"""Makes every file that readers can download, by its path on the site."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scripts.checks import Cleared, release_in_language
from scripts.publishing.archive import bundle, flat_table, publication, versions_json, vintages
from scripts.publishing.formats import chart_csv, code_titles, registry
from scripts.publishing.metadata import write_all
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.labels import with_fallback
from scripts.website.text.figure_references import resolve_references
from scripts.website.text.formatting import Formatter
from scripts.website.text.plain_references import plain_references

_VEGA = Path(__file__).parents[2] / "vendor" / "vega"


def all_downloads(release: Cleared, created: date, root: Path, cache: Path | None = None) -> dict[str, bytes]:
    """Make every file for download; `root` holds the licence of the data, `cache` keeps what takes long to make."""
    current = publication.current_publication(release, created)
    resolve = plain_references(release, release.labels[ORIGINAL])
    files = bundle.bundle(release, created, root, resolve) | versions_json.release_pointers(release)
    files |= vintages.vintages_files(release, current)
    files |= registry.all_format_files(flat_table.with_flat_table(current, release.archives))
    files |= code_titles.code_title_files(release, current)
    files |= write_all.all_metadata(release, created, files, cache)
    files |= dict(_chart_files(release, current))
    return files | chart_library()


def _chart_files(release: Cleared, current: publication.Publication) -> Iterator[tuple[str, bytes]]:
    """Write the figures of each chart as tables, and their descriptions in every language."""
    words = {language: _chart_words(release_in_language(release, language), language) for language in release.labels}
    tables = chart_csv.chart_tables(release)
    endings = {
        "csv": chart_csv.chart_csv_files(tables).items(),
        "json": chart_csv.chart_json_files(tables).items(),
        "csv-metadata.json": chart_csv.chart_descriptions(release, current, words),
    }
    for ending, files in endings.items():
        yield from ((f"charts/{chart}.{ending}", content) for chart, content in files)


def _chart_words(localised: Cleared, language: str) -> chart_csv.Words:
    """Give title, subtitle and description of each chart in a language, with numbers in the place of references."""
    formatter = Formatter(localised, with_fallback(localised.labels[language], localised.labels[ORIGINAL]))
    texts = {chart.chart: (chart.title, chart.subtitle, chart.description) for chart in localised.charts}
    return {chart: _resolved(words, formatter) for chart, words in texts.items()}


def _resolved(words: tuple[str, str, str], formatter: Formatter) -> tuple[str, str, str]:
    title, subtitle, description = (resolve_references(text, formatter) for text in words)
    return title, subtitle, description


def chart_library() -> dict[str, bytes]:
    """Give the library behind interactive charts and its licences, as they are kept in `vendor/vega`."""
    return {
        "assets/vega.js": (_VEGA / "vega.js").read_bytes(),
        "assets/vega-licences.txt": (_VEGA / "LICENSES.txt").read_bytes(),
    }
