"""Changes single rows of a table and leaves every other byte as it is, so that a proposal shows only what changes."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

_CELL = re.compile(r'("(?:[^"]|"")*"|[^,]*)(?:,|$)')


def with_cells(content: bytes, number: int, cells: Mapping[str, str]) -> bytes:
    """A table in which some cells of one row differ.

    number: the row's line, the header being 1. cells: the new text of each field that changes.
    """
    lines = content.decode().split("\n")
    names = next(csv.reader(lines[:1]))
    spelled = _split(lines[number - 1], len(names))
    for field, text in cells.items():
        spelled[names.index(field)] = _spelled([text])
    lines[number - 1] = ",".join(spelled)
    return "\n".join(lines).encode()


def with_row(content: bytes, row: Sequence[str]) -> bytes:
    """A table with one more row: where its first cell belongs if the table is sorted by it, else at the end."""
    lines = content.decode().rstrip("\n").split("\n")
    keys = [next(csv.reader([line]))[0] for line in lines[1:]]
    is_sorted = len(keys) > 1 and all(one <= other for one, other in pairwise(keys))
    place = 1 + sum(key <= row[0] for key in keys) if is_sorted else len(lines)
    lines.insert(place, _spelled(row))
    return ("\n".join(lines) + "\n").encode()


def _split(line: str, count: int) -> list[str]:
    """The cells of a row as they are spelled, quotes included."""
    return [match[1] for match, _ in zip(_CELL.finditer(line), range(count), strict=False)]


def _spelled(row: Sequence[str]) -> str:
    written = io.StringIO()
    # Beside an empty cell a lone empty text is not spelled as "".
    csv.writer(written, lineterminator="").writerow([*row, ""])
    return written.getvalue()[:-1]
