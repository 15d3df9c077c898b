"""Changes single rows of a table and leaves every other byte as it is, so that a proposal shows only what changes.

A CSV writer would normalise needless quotes in cells that nobody touched, and every such row would show up as changed.
Therefore a row is split by a regular expression that keeps each cell as it is spelled; Python's csv module writes the
cells that are new. A row is one line: the package admits no line feed inside a cell.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

_CELL = re.compile(r'("(?:[^"]|"")*"|[^,]*)(?:,|$)')


def with_cells(content: bytes, number: int, cells: Mapping[str, str]) -> bytes:
    """Return a table in which some cells of one row differ.

    number: the row's line, the header being 1. cells: the new text of each field that changes.
    """
    lines = content.decode().split("\n")
    names = next(csv.reader(lines[:1]))
    row = _split_row(lines[number - 1], len(names))
    for field, text in cells.items():
        row[names.index(field)] = _csv_line([text])
    lines[number - 1] = ",".join(row)
    return "\n".join(lines).encode()


def with_row(content: bytes, row: Sequence[str]) -> bytes:
    """Return a table with one more row: in order if the table is sorted by its first column, else at the end."""
    lines = content.decode().rstrip("\n").split("\n")
    keys = [next(csv.reader([line]))[0] for line in lines[1:]]
    is_sorted = len(keys) > 1 and all(key <= following for key, following in pairwise(keys))
    index = 1 + sum(key <= row[0] for key in keys) if is_sorted else len(lines)
    lines.insert(index, _csv_line(row))
    return ("\n".join(lines) + "\n").encode()


def _split_row(line: str, count: int) -> list[str]:
    """Split a row into its cells as they are spelled, quotes included."""
    return [match[1] for match, _ in zip(_CELL.finditer(line), range(count), strict=False)]


def _csv_line(row: Sequence[str]) -> str:
    buffer = io.StringIO()
    # The writer spells a single empty cell as "", but not one of several; so an empty cell is appended and cut off.
    csv.writer(buffer, lineterminator="").writerow([*row, ""])
    return buffer.getvalue()[:-1]
