"""Controlled rounding: multiples of the base, every margin kept, every shift below the base, nothing to unpick."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.disclosure.audit.intervals import disclosed_cells
from scripts.disclosure.tabulate.controlled_rounding import round_table, rounded_system
from scripts.disclosure.tabulate.table import Table, table_of

REGIONS = {"all": ("", ""), **dict.fromkeys("abc", ("all", "parts"))}
YEARS = {"ever": ("", ""), **dict.fromkeys(("y1", "y2", "y3"), ("ever", "years"))}

counts = st.fixed_dictionaries({(region, year): st.integers(0, 30) for region in "abc" for year in ("y1", "y2", "y3")})


def invented(numbers: dict[tuple[str, ...], int]) -> Table:
    return table_of({"region": REGIONS, "year": YEARS}, numbers)


@given(counts, st.sampled_from([10, 20]), st.integers(0, 3))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_a_rounded_table_adds_up_and_protects_every_cell(
    numbers: dict[tuple[str, ...], int], base: int, seed: int
) -> None:
    table = invented(numbers)
    printed = round_table(table, base, seed)
    assert all(number % base == 0 for number in printed.values())
    assert all(abs(printed[cell] - count) < base for cell, count in table.counts.items())
    assert all(printed[cell] == count for cell, count in table.counts.items() if count % base == 0)
    for equation in table.margins:
        assert sum(printed[cell] * factor for cell, factor in equation.terms) == 0
    assert disclosed_cells(rounded_system(table, printed, base)) == ()


def test_one_list_is_always_rounded_in_one_way_and_another_seed_may_round_otherwise() -> None:
    table = invented({(region, year): 7 * len(year) + ord(region) % 9 for region in "abc" for year in ("y1", "y2")})
    assert round_table(table, 10, 5) == round_table(table, 10, 5)
    assert len({tuple(round_table(table, 10, seed).values()) for seed in range(8)}) > 1
