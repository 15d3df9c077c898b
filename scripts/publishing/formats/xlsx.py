"""The whole package as one workbook for people: a sheet that explains, a sheet of fields, then one sheet a table.

It names no author and no time but the release's day, so that the same release gives the same bytes.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.archive.readme import LICENCE, STATUSES
from scripts.publishing.formats.columns import Content, binary, columns
from scripts.reading.package.descriptor import Package, Resource

FIRST, FIELDS = "Read me", "Fields"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDEST, _SHEET = 60, 31
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "cell": {"valign": "top"},
    "date": {"num_format": "yyyy-mm-dd", "valign": "top"},
}


def workbook(publication: Publication) -> bytes:
    """The workbook as the bytes of its file."""
    buffer = io.BytesIO()
    book = Workbook(buffer, _OPTIONS)
    book.set_properties(
        {"title": publication.title, "subject": publication.version, "created": _moment(publication.day)}
    )
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    _explain(book.add_worksheet(FIRST), publication, looks)
    _list_fields(book.add_worksheet(FIELDS), publication.package, looks)
    for resource in publication.package.resources.values():
        _fill(book.add_worksheet(sheet_of(resource)), resource, publication.package, looks)
    book.close()
    return buffer.getvalue()


def sheet_of(resource: Resource) -> str:
    """The name of a table's sheet."""
    return resource.name[:_SHEET]


def _explain(sheet: Worksheet, publication: Publication, looks: dict[str, Any]) -> None:
    package = publication.package
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, publication.title, looks["title"])
    told = (
        ("Release", f"{publication.version}, {publication.day.isoformat()}"),
        ("What it is", str(package.descriptor["description"])),
        ("How to read it", STATUSES),
        ("How to cite it", cite_as(publication)),
        ("Licence", LICENCE),
        ("Fields", f"What each column means stands in the sheet “{FIELDS}”."),
    )
    for row, texts in enumerate(told, start=2):
        _write_texts(sheet, row, texts, (looks["head"], looks["text"]))
    start = len(told) + 3
    _write_texts(sheet, start, ("Table", "What it holds"), (looks["head"], looks["head"]))
    for row, resource in enumerate(package.resources.values(), start=start + 1):
        sheet.write_url(row, 0, f"internal:'{sheet_of(resource)}'!A1", looks["cell"], sheet_of(resource))
        sheet.write_string(row, 1, f"{resource.title}. {resource.descriptor['description']}", looks["text"])


def _list_fields(sheet: Worksheet, package: Package, looks: dict[str, Any]) -> None:
    names = ("Table", "Field", "Title", "Type", "Unit", "Refers to", "Description")
    rows = [
        (r.name, f.name, f.title, f.type, f.unit, _target(r, f.name), f.description)
        for r in package.resources.values()
        for f in r.fields
    ]
    _write_texts(sheet, 0, names, [looks["head"]] * len(names))
    for number, row in enumerate(rows, start=1):
        _write_texts(sheet, number, row, [looks["text"]] * len(names))
    _frame(sheet, len(rows), [_width((name, *told)) for name, *told in zip(names, *rows, strict=True)])


def _target(resource: Resource, field: str) -> str:
    return resource.references[field] or resource.name if field in resource.references else ""


def _fill(sheet: Worksheet, resource: Resource, package: Package, looks: dict[str, Any]) -> None:
    told = columns(resource, package)
    for place, column in enumerate(told):
        sheet.write_string(0, place, column.field.name, looks["head"])
        look = looks["text"] if _width(map(str, column.cells)) == _WIDEST else looks["cell"]
        for row, content in enumerate(column.cells, start=1):
            _write(sheet, (row, place), content, looks["date"] if isinstance(content, date) else look)
    _frame(sheet, len(resource.rows), [_width((c.field.name, *map(str, c.cells))) for c in told])


def _write(sheet: Worksheet, place: tuple[int, int], content: Content, look: Any) -> None:
    """Write a cell as what it is; an empty one is not written at all."""
    if isinstance(content, bool):
        sheet.write_boolean(*place, content, look)
    elif isinstance(content, date):
        sheet.write_datetime(*place, _moment(content), look)
    elif isinstance(content, Decimal):
        sheet.write_number(*place, binary(content), look)
    elif isinstance(content, int):
        sheet.write_number(*place, content, look)
    elif content is not None:
        sheet.write_string(*place, content, look)


def _write_texts(sheet: Worksheet, row: int, texts: Sequence[str], looks: Sequence[Any]) -> None:
    for place, (text, look) in enumerate(zip(texts, looks, strict=True)):
        sheet.write_string(row, place, text, look)


def _frame(sheet: Worksheet, rows: int, widths: Sequence[int]) -> None:
    """Freeze the header and the first column, let readers filter, and make the columns as wide as their cells."""
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows, len(widths) - 1)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)


def _width(texts: Iterable[str]) -> int:
    return min(_WIDEST, max(map(len, texts), default=0) + 2)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time())
