"""Writes the titles of all codes in every language as one table beside the package: code list × code.

The code lists of the package are in English; the titles in other languages are those of its catalogues, which pages
show, too. A programme joins them to any table by the name of the code list and the code.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from scripts.checks import Cleared
from scripts.files import to_json
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.csvw import CONTEXT, csvw_column, csvw_release, csvw_schema
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.package.descriptor import Field

PATH = "formats/code_titles.csv"
_KEY = ("code_list", "code")
_DESCRIPTIONS = {
    "code_list": "The code list: the name of its table, to which the columns of other tables refer.",
    "code": "The code.",
}


def code_title_files(release: Cleared, publication: Publication) -> dict[str, bytes]:
    """Write the table and its description (CSV on the Web), by path on the site."""
    columns = (*_KEY, *(f"title_{language}" for language in release.labels))
    return {PATH: _csv(columns, _rows(release)), f"{PATH}-metadata.json": _description(columns, publication)}


def _rows(release: Cleared) -> Iterator[Mapping[str, str]]:
    """Give every code with its titles; a title that is not translated is empty, not English."""
    catalogs = release.declarations.catalogs
    for name, codes in release.registers.code_lists.items():
        for code in codes.values():
            key = ("codes.title", code.title)
            titles = {f"title_{language}": catalog.texts.get(key, "") for language, catalog in catalogs.items()}
            yield {"code_list": name, "code": code.code, **titles, f"title_{ORIGINAL}": code.title}


def _csv(columns: Sequence[str], rows: Iterator[Mapping[str, str]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def _description(columns: Sequence[str], publication: Publication) -> bytes:
    described = (csvw_column(_field(name), name in _KEY) for name in columns)
    content = {
        "@context": CONTEXT,
        "url": PATH.rpartition("/")[2],
        "dc:title": "Titles of codes in every language",
        "dc:description": "Every code of every code list with its titles, to be joined to any table of the package.",
        **csvw_release(publication),
        "tableSchema": csvw_schema(described, _KEY),
    }
    return to_json(content)


def _field(name: str) -> Field:
    language = name.removeprefix("title_")
    words = _DESCRIPTIONS.get(name, f"The title in the language {language}; empty where it is not translated.")
    return Field(name, "string", name, words, "", name in _KEY, ())
