"""G-Confid gives away the same cells exactly; its ranges are narrower, as it bounds every cell by its true number."""

from pathlib import Path
from typing import Any

import pytest

from scripts.disclosure.audit.intervals import exact_intervals
from scripts.disclosure.audit.system import read_system
from tests.disclosure.audit.oracles.asking import READY, gconfid
from tests.disclosure.audit.tables import Table, crossed, invented_regions_by_months, small, small_and_a_second

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not READY, reason="G-Confid is not installed here: make oracles"),
]


def given_away(table: Table, withheld: set[str]) -> set[str]:
    found = exact_intervals(read_system(table.withholding(withheld)))
    return {name for name, (low, high) in found.items() if low == high}


def test_two_in_every_line_are_not_enough(tmp_path: Path) -> None:
    """The table of Working Paper 22, see textbooks/."""
    rows = [(15, 1, 3, 1), (20, 10, 10, 15), (3, 10, 10, 2), (12, 14, 7, 2)]
    leaves: dict[tuple[str, ...], int] = {
        (row, column): n for row, line in zip("abcd", rows, strict=True) for column, n in zip("0123", line, strict=True)
    }
    table = crossed(leaves, [{"all": "abcd"}, {"all": "0123"}])
    withheld = {"a|1", "a|2", "a|3", "b|1", "b|2", "c|0", "c|3", "d|0", "d|3"}
    assert gconfid(table, withheld, tmp_path)[0] == given_away(table, withheld) == {"a|3"}


@pytest.mark.parametrize(("pattern", "some"), [(small, True), (small_and_a_second, False)])
def test_regions_in_districts_by_months(pattern: Any, some: bool, tmp_path: Path) -> None:
    table = invented_regions_by_months(people=12_500, months=12)
    told = given_away(table, pattern(table))
    assert gconfid(table, pattern(table), tmp_path)[0] == told
    assert bool(told) == some
