"""Withholding: every small cell, zeros too, and enough beside it that no reader can work one out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.disclosure.audit.intervals import disclosed_cells
from scripts.disclosure.tabulate.cell_suppression import choose_suppressions, suppressed_system
from scripts.disclosure.tabulate.table import Codes, table_of
from tests.disclosure.tabulate.test_controlled_rounding import REGIONS, YEARS, counts, invented


@given(counts, st.integers(5, 12))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_no_withheld_cell_can_be_worked_out(numbers: dict[tuple[str, ...], int], minimum: int) -> None:
    table = invented({codes: number * 4 if codes[0] == "c" else number for codes, number in numbers.items()})
    withheld = choose_suppressions(table, minimum, minimum)
    assert {cell for cell, count in table.counts.items() if count < minimum} <= withheld
    assert disclosed_cells(suppressed_system(table, withheld, minimum)) == ()


def test_a_line_that_needs_nothing_is_left_alone() -> None:
    numbers: dict[Codes, int] = {(region, year): 50 for region in "abc" for year in ("y1", "y2", "y3")}
    assert choose_suppressions(invented(numbers), 10, 10) == frozenset()
    withheld = choose_suppressions(invented({**numbers, ("a", "y1"): 3}), 10, 10)
    assert ("a", "y1") in withheld
    assert len(withheld) == 4
    assert not {cell for cell in withheld if "all" in cell or "ever" in cell}


def test_somebody_who_is_alone_in_his_cell_does_not_learn_the_one_beside_it() -> None:
    """A row of 1, 12 and large numbers: he who is the 1 would subtract himself and read the 12."""
    table = table_of({"region": REGIONS}, {("a",): 1, ("b",): 12, ("c",): 40})
    assert choose_suppressions(table, 10, 10) == {("a",), ("b",), ("c",)}


def test_what_only_zeros_would_hide_gets_something_to_hide_behind() -> None:
    numbers: dict[Codes, int] = {("a", year): 0 for year in ("y1", "y2")}
    numbers |= {(region, "y3"): 60 for region in "abc"}
    numbers |= {(region, year): 40 for region in "bc" for year in ("y1", "y2")}
    table = table_of({"region": REGIONS, "year": YEARS}, numbers)
    withheld = choose_suppressions(table, 10, 10)
    assert {("a", "y1"), ("a", "y2")} < withheld
    assert disclosed_cells(suppressed_system(table, withheld, 10)) == ()
