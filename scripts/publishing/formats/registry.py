"""Writes the package in other formats than CSV, each made from the cleared tables and equal to them cell by cell.

The files are in `formats/`, next to `package/`, and hold the same release. Files of the whole release have its version
in their names, because readers keep them; those of one table keep their address, so that a program that loads a table
also loads it from the next release. None is inside the sealed archive. The flat table of all figures is in no archive
either, so it is here as CSV, too.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scripts.files import checksums, sha256
from scripts.publishing.archive.flat_table import flat_table_files
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats import parquet, sqlite, stata, xlsx
from scripts.reading.package.descriptor import Resource


@dataclass(frozen=True)
class Format:
    """A format of download; `path` is its address on the site, `media` its media type.

    one_table: whether there is a file for each table, or one file for the whole release.
    file_type: its code in the European list of file types, where it has one.
    """

    name: str
    path: str
    media: str
    one_table: bool
    file_type: str = ""

    def address(self, publication: Publication, resource: Resource | None = None) -> str:
        """Give the path of a file on the site; formats with a file for each table need the table."""
        table = {"table": resource.name, "csv": resource.path} if resource else {}
        return self.path.format(file=publication.file, **table)


@dataclass(frozen=True)
class Download:
    """A file for download: its format, the table that it holds (empty for the release), path, size and digest."""

    format: Format
    resource: str
    path: str
    bytes: int
    sha256: str


CSV = Format("CSV", "package/{csv}", "text/csv", True, "CSV")
PARQUET = Format("Parquet", "formats/parquet/{table}.parquet", "application/vnd.apache.parquet", True)
STATA = Format("Stata", "formats/stata/{table}.dta", "application/x-stata-dta", True)
SQLITE = Format("SQLite", "formats/{file}.sqlite", "application/vnd.sqlite3", False)
XLSX = Format(
    "Excel",
    "formats/{file}.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    False,
    "XLSX",
)
ZIP = Format("Data Package", "releases/{file}.zip", "application/zip", False, "ZIP")
FORMATS = (ZIP, SQLITE, XLSX, CSV, PARQUET, STATA)

_WHOLE: Mapping[Format, Callable[[Publication], bytes]] = {SQLITE: sqlite.database, XLSX: xlsx.workbook}
_TABLES: Mapping[Format, Callable[[Resource, Publication], bytes]] = {
    PARQUET: parquet.parquet_table,
    STATA: stata.stata_table,
}


def all_format_files(publication: Publication) -> dict[str, bytes]:
    """Write every file of every format, by its path on the site, with their checksums; as CSV the flat table alone."""
    files = {path: content for form in (*_WHOLE, *_TABLES) for path, content in format_files(form, publication).items()}
    files |= flat_table_files(publication)
    named = {path.removeprefix("formats/"): content for path, content in files.items()}
    return {**files, "formats/SHA256SUMS": checksums(named)}


def format_files(form: Format, publication: Publication) -> dict[str, bytes]:
    """Write every file of one format, by its path on the site. Raises TooManyDigitsError."""
    if form in _WHOLE:
        return {form.address(publication): _WHOLE[form](publication)}
    return {form.address(publication, r): _TABLES[form](r, publication) for r in publication.package.resources.values()}


def downloads(publication: Publication, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """List the downloads of a release among the files of the site: the whole first, then table by table."""
    return tuple(
        Download(form, resource.name if resource else "", path, len(files[path]), sha256(files[path]))
        for form, resource, path in _addresses(publication)
    )


def _addresses(publication: Publication) -> Iterator[tuple[Format, Resource | None, str]]:
    for form in FORMATS:
        if not form.one_table:
            yield form, None, form.address(publication)
    for resource in publication.package.resources.values():
        for form in FORMATS:
            if form.one_table:
                yield form, resource, form.address(publication, resource)
