"""Writes the whole package as one workbook for people: a sheet that explains, a sheet of fields, a sheet per table.

It names no author and no time but the day of the release, so that the same release gives the same bytes.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.archive.readme import LICENCE, STATUSES
from scripts.publishing.formats.columns import columns
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.frames import Value

FIRST, FIELDS = "Read me", "Fields"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MAX_WIDTH, _MAX_SHEET_NAME = 60, 31
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "cell": {"valign": "top"},
    "date": {"num_format": "yyyy-mm-dd", "valign": "top"},
}


def workbook(publication: Publication) -> bytes:
    """Write the workbook. Raises TooManyDigitsError."""
    buffer = io.BytesIO()
    book = Workbook(buffer, _OPTIONS)
    book.set_properties(
        {"title": publication.title, "subject": publication.version, "created": _midnight(publication.day)}
    )
    styles = {name: book.add_format(style) for name, style in _STYLES.items()}
    _explain(book.add_worksheet(FIRST), publication, styles)
    _list_fields(book.add_worksheet(FIELDS), publication.package, styles)
    for resource in publication.package.resources.values():
        _write_table(book.add_worksheet(sheet_name(resource)), resource, publication, styles)
    book.close()
    return buffer.getvalue()


def sheet_name(resource: Resource) -> str:
    """Give the name of the sheet of a table."""
    return resource.name[:_MAX_SHEET_NAME]


def _explain(sheet: Worksheet, publication: Publication, styles: dict[str, Any]) -> None:
    package = publication.package
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, publication.title, styles["title"])
    items = (
        ("Release", f"{publication.version}, {publication.day.isoformat()}"),
        ("What it is", str(package.descriptor["description"])),
        ("How to read it", STATUSES),
        ("How to cite it", cite_as(publication)),
        ("Licence", LICENCE),
        ("Fields", f"What each column means stands in the sheet “{FIELDS}”."),
    )
    for row, texts in enumerate(items, start=2):
        _write_texts(sheet, row, texts, (styles["head"], styles["text"]))
    start = len(items) + 3
    _write_texts(sheet, start, ("Table", "What it holds"), (styles["head"], styles["head"]))
    for row, resource in enumerate(package.resources.values(), start=start + 1):
        sheet.write_url(row, 0, f"internal:'{sheet_name(resource)}'!A1", styles["cell"], sheet_name(resource))
        sheet.write_string(row, 1, f"{resource.title}. {resource.descriptor['description']}", styles["text"])


def _list_fields(sheet: Worksheet, package: Package, styles: dict[str, Any]) -> None:
    names = ("Table", "Field", "Title", "Type", "Unit", "Refers to", "Description")
    rows = [
        (r.name, f.name, f.title, f.type, f.unit, _target(r, f.name), f.description)
        for r in package.resources.values()
        for f in r.fields
    ]
    _write_texts(sheet, 0, names, [styles["head"]] * len(names))
    for number, row in enumerate(rows, start=1):
        _write_texts(sheet, number, row, [styles["text"]] * len(names))
    _frame(sheet, len(rows), [_width(texts) for texts in zip(names, *rows, strict=True)])


def _target(resource: Resource, field: str) -> str:
    return resource.references.get(field, "")


def _write_table(sheet: Worksheet, resource: Resource, publication: Publication, styles: dict[str, Any]) -> None:
    published = publication.frames.published[resource.name]
    widths = []
    for position, column in enumerate(columns(resource, publication)):
        texts = published[column.field.name].fillna("")
        sheet.write_string(0, position, column.field.name, styles["head"])
        style = styles["text"] if _width(texts) == _MAX_WIDTH else styles["cell"]
        for row, content in enumerate(column.cells, start=1):
            _write_cell(sheet, (row, position), content, styles["date"] if isinstance(content, date) else style)
        widths.append(_width((column.field.name, *texts)))
    _frame(sheet, len(resource.rows), widths)


def _write_cell(sheet: Worksheet, cell: tuple[int, int], content: Value, style: Any) -> None:
    """Write a cell by the type of its content; an empty one is not written at all."""
    if isinstance(content, bool):
        sheet.write_boolean(*cell, content, style)
    elif isinstance(content, date):
        sheet.write_datetime(*cell, _midnight(content), style)
    elif isinstance(content, int | float):
        sheet.write_number(*cell, content, style)
    elif content is not None:
        sheet.write_string(*cell, content, style)


def _write_texts(sheet: Worksheet, row: int, texts: Sequence[str], styles: Sequence[Any]) -> None:
    for position, (text, style) in enumerate(zip(texts, styles, strict=True)):
        sheet.write_string(row, position, text, style)


def _frame(sheet: Worksheet, rows: int, widths: Sequence[int]) -> None:
    """Freeze the header and the first column, let readers filter, and make the columns as wide as their cells."""
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows, len(widths) - 1)
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width)


def _width(texts: Iterable[str]) -> int:
    return min(_MAX_WIDTH, max(map(len, texts), default=0) + 2)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
