"""Reads an example of each broken rule: how a small invented package differs from one that keeps all rules.

An example is a folder of the tests whose files replace those of the valid package; `expected.txt` in it names the codes
that it breaks.
"""

import csv
import difflib
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

_FOLDER, _VALID, _BROKEN, _EXPECTED, _REMOVED = "examples", "valid", "broken", "expected.txt", "removed.txt"
_MOST_LINES, _LONGEST_LINE = 6, 160

CellsByKey = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class RuleExample:
    """What an example changes: in each file the lines removed (`-`) and added (`+`), or cells, as `was → now`."""

    problem: str
    changes: Mapping[str, tuple[str, ...]]

    @property
    def size(self) -> int:
        """How many lines it takes to show it."""
        return sum(map(len, self.changes.values()))


def read_rule_examples(tests: Path | None) -> Mapping[str, RuleExample]:
    """For each code the shortest example that breaks it, best one that breaks nothing else; empty without tests."""
    if tests is None:
        return {}
    found: dict[str, tuple[int, int, RuleExample]] = {}
    folder = tests / _FOLDER
    for broken in sorted((folder / _BROKEN).glob("*/")):
        codes = (broken / _EXPECTED).read_text(encoding="utf-8").split()
        example = RuleExample(broken.name, dict(_changes(broken, folder / _VALID)))
        for code in codes if example.changes else ():
            candidate = (len(codes), example.size, example)
            found[code] = min(found.get(code, candidate), candidate, key=itemgetter(0, 1))
    return {code: example for code, (_, _, example) in found.items()}


def _changes(broken: Path, valid: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in sorted(path for path in broken.rglob("*") if path.is_file()):
        path = file.relative_to(broken)
        if path.name == _REMOVED:
            yield from ((name, ("-",)) for name in file.read_text(encoding="utf-8").split())
        elif path.suffix != ".txt":
            _, *below = path.parts if path.parts[0] != "releases" else path.parts[1:]
            counterpart = valid / (Path(*below) if path.parts[0] == "releases" and below else path)
            lines = tuple(_difference(_text(counterpart), _text(file), path.suffix))
            yield from [(path.as_posix(), _bounded(lines))] if lines else []


def _text(file: Path) -> str:
    """The text of a file; empty where there is none, or what it holds is no text."""
    try:
        return file.read_text(encoding="utf-8") if file.is_file() else ""
    except UnicodeDecodeError:
        return ""


def _difference(was: str, now: str, suffix: str) -> Iterator[str]:
    before, after = (_table(text) if suffix == ".csv" else {} for text in (was, now))
    if before and before.keys() == after.keys() and before != after:
        yield from _cells(before, after)
    else:
        changed = difflib.unified_diff(was.splitlines(), now.splitlines(), n=0, lineterm="")
        yield from (line for line in changed if not line.startswith(("---", "+++", "@@")))


def _cells(before: CellsByKey, after: CellsByKey) -> Iterator[str]:
    for key, row in after.items():
        for field, cell in row.items():
            was = before[key].get(field, "")
            if was != cell:
                yield f"{key}, {field}: {was or '–'} → {cell or '–'}"


def _table(text: str) -> CellsByKey:
    """The rows of a table by their first cell; empty where two share it or a row has another length."""
    header, *rows = list(csv.reader(io.StringIO(text))) or [[]]
    table = {row[0]: dict(zip(header, row, strict=False)) for row in rows if len(row) == len(header)}
    return table if len(table) == len(rows) else {}


def _bounded(lines: Collection[str]) -> tuple[str, ...]:
    whole = [line.replace("\n", " ⏎ ") for line in lines]
    shown = [line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…" for line in whole]
    return (*shown[:_MOST_LINES], "…") if len(shown) > _MOST_LINES else tuple(shown)
