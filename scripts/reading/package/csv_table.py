"""Reads one CSV table more strictly than the standard's libraries do, and says what is wrong with it.

Frictionless guesses encodings and dialects and takes `1_000`, ` 5`, `nan` and `2024-1-5` for values; two readers
would then see two different tables. Here one table has one spelling: UTF-8, commas, line feeds, no padding.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from scripts.findings import Finding, Place, Rule

MISSING = Rule(
    "file-missing",
    "A file that the descriptor names is not there.",
    "Add the file, or take it out of the descriptor.",
)
NOT_TEXT = Rule(
    "file-not-text",
    "A table is not plain UTF-8 text with line feeds.",
    "Save it as CSV in UTF-8 without a byte order mark, with line feeds only and no control characters.",
)
EMPTY = Rule(
    "table-empty",
    "A table has no rows, and its resource does not declare mayBeEmpty.",
    "Add at least one row, or remove the resource.",
)
HEADER = Rule(
    "header-differs",
    "The first line of a table is not the list of its schema's fields, in their order.",
    "Write the field names exactly as in the schema.",
)
SHAPE = Rule(
    "row-shape",
    "A row has too many or too few cells, or its quotes do not close.",
    "Give it one cell for each field: a number without commas, and a text with a comma between double quotes.",
)
FORM = Rule(
    "value-form",
    "A cell is not spelled as its type is: padded, grouped, signed, not a number, not a calendar date.",
    "Write numbers as 1000 or 2.5, dates as 2024-01-05, booleans as true or false, and nothing around them.",
)

RULES = (MISSING, NOT_TEXT, EMPTY, HEADER, SHAPE, FORM)

# For each type how it is spelled, and that in words.
_FORMS = {
    "integer": (re.compile(r"-?(0|[1-9][0-9]*)"), "a whole number with nothing between its digits, such as 1348"),
    "number": (re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"), "a plain number, such as 1348 or 12.5"),
    "boolean": (re.compile(r"true|false"), "true or false"),
    "year": (re.compile(r"[0-9]{4}"), "a year, such as 2025"),
    "date": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "a day of the calendar as 2025-03-12"),
}
_INVISIBLE = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


Location = Path | zipfile.Path
"""Where a file lies: in a folder, or inside an archive."""


@dataclass(frozen=True)
class CsvRow:
    """One line of a table: its number in the file (the header is 1) and its cells by field, empty ones as ''."""

    number: int
    cells: Mapping[str, str]


def read_table(
    path: Location, types: Mapping[str, str], may_be_empty: bool = False
) -> tuple[tuple[CsvRow, ...], tuple[Finding, ...]]:
    """Read a table whose fields have these types; the rows are complete only where there are no findings."""
    file = display_path(path)
    if not path.is_file():
        return (), (MISSING.broken(Place(file), "The file does not exist."),)
    content = path.read_bytes()
    wrong = _not_text(content)
    if wrong:
        return (), (NOT_TEXT.broken(Place(file), wrong),)
    rows, faults = _read_rows(content.decode(), file, types)
    if not rows and not faults and not may_be_empty:
        return (), (EMPTY.broken(Place(file), "There is no row below the header."),)
    return rows, faults


def display_path(path: Location) -> str:
    """The name of a file for messages, with forward slashes; inside an archive it begins with the archive's own."""
    return PurePath(str(path)).as_posix()


def _not_text(content: bytes) -> str:
    if b"\0" in content:
        return "The file holds bytes that are no text."
    faults = ["begins with a byte order mark"] if content.startswith(b"\xef\xbb\xbf") else []
    faults += ["has carriage returns"] if b"\r" in content else []
    try:
        content.decode()
    except UnicodeDecodeError:
        faults.append("is not encoded in UTF-8")
    return f"The file {' and '.join(faults)}." if faults else ""


def _read_rows(text: str, file: str, types: Mapping[str, str]) -> tuple[tuple[CsvRow, ...], tuple[Finding, ...]]:
    names = list(types)
    columns = {name: _ColumnFaults(kind) for name, kind in types.items()}
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[CsvRow] = []
    faults: list[Finding] = []
    try:
        header = next(reader, [])
        if header != names:
            return (), (_header_fault(file, header, names),)
        for number, cells in enumerate(reader, start=2):
            if reader.line_num != number or len(cells) != len(names):
                message = _shape_message(len(cells), reader.line_num - number + 1, len(names))
                return tuple(rows), (*faults, SHAPE.broken(Place(file, number), message))
            row = CsvRow(number, dict(zip(names, cells, strict=True)))
            rows.append(row)
            faults += _form_faults(row, columns, file)
    except csv.Error:
        return tuple(rows), (
            *faults,
            SHAPE.broken(Place(file, reader.line_num), "A quote is not closed or stands alone."),
        )
    return tuple(rows), tuple(faults)


def _shape_message(cells: int, lines: int, fields: int) -> str:
    if not cells:
        return "The line is empty; take it out."
    return f"The row has {cells} cells on {lines} line(s), not {fields} on one."


def _header_fault(file: str, header: list[str], names: list[str]) -> Finding:
    if not header:
        return EMPTY.broken(Place(file), "The file is empty.")
    if len(header) == 1 and ";" in header[0]:
        return HEADER.broken(Place(file, 1), "The columns are separated by semicolons; save it with commas.")
    missing = [name for name in names if name not in header]
    # The name of an unknown column is repeated as little as the content of a cell.
    other = [str(column) for column, name in enumerate(header, start=1) if name not in names]
    parts = [f"The schema has {len(names)} fields", f"missing here: {', '.join(missing) or 'none'}"]
    parts += [f"not in the schema: column {', '.join(other)}"] if other else []
    return HEADER.broken(Place(file, 1), f"{'; '.join(parts)}.")


class _ColumnFaults(dict[str, str]):
    """What is wrong with each text of a column; a text that stands in many rows is judged once."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, text: str) -> str:
        fault = self[text] = lexical_fault(text, self._kind)
        return fault


def _form_faults(row: CsvRow, columns: Mapping[str, _ColumnFaults], file: str) -> Iterator[Finding]:
    for name, text in row.cells.items():
        if fault := columns[name][text]:
            yield FORM.broken(Place(file, row.number, name), fault)


def lexical_fault(text: str, kind: str) -> str:
    """What is wrong with the spelling of a cell of this type, as a sentence that says what to write; else nothing."""
    if text != text.strip() or _INVISIBLE.search(text):
        return "Take out the blanks around it and the signs in it that cannot be seen."
    form, words = _FORMS.get(kind, (None, ""))
    is_right = not text or not form or (form.fullmatch(text) and (kind != "date" or _on_calendar(text)))
    return "" if is_right else f"Write {words}."


def _on_calendar(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
