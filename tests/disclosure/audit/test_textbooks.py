"""Tables whose ranges are in print: each file of textbooks/ names its source and what the source says."""

import json
from pathlib import Path

import pytest

from scripts.disclosure.audit.intervals import exact_intervals
from scripts.disclosure.audit.system import read_system

TEXTBOOKS = sorted((Path(__file__).parent / "textbooks").glob("*.json"))


@pytest.mark.parametrize("file", TEXTBOOKS, ids=lambda file: file.stem)
def test_the_ranges_are_those_in_print(file: Path) -> None:
    book = json.loads(file.read_text())
    assert set(book) == {"source", "says", "system", "intervals", "exact"}
    found = exact_intervals(read_system(book["system"]))
    assert {name: list(found[name]) for name in book["intervals"]} == book["intervals"]
    assert [name for name, (low, high) in found.items() if low == high] == book["exact"]


def test_the_textbooks_are_there() -> None:
    assert len(TEXTBOOKS) == 7
