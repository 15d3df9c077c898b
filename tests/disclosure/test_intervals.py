"""What a reader could work out, held against textbooks and against trying every table."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.disclosure.intervals import intervals
from scripts.disclosure.propagation import ContradictionError
from scripts.disclosure.system import System, read_system
from tests.disclosure.tables import two_way


def test_fischetti_and_salazar_2001() -> None:
    """The running example of Management Science 47(7), 1008."""
    table = two_way([[20, 50, 10], [8, 19, 22], [17, 32, 12]], {(1, 0), (1, 2), (2, 0), (2, 2)})
    assert intervals(read_system(table)) == {"1|0": (0, 25), "1|2": (5, 30), "2|0": (0, 25), "2|2": (4, 29)}


def test_geurts_1992() -> None:
    """Table 10, as in the Handbook on Statistical Disclosure Control, chapter 4: a block known by its margins."""
    margins = {"r1": 7, "r2": 3, "r3": 6, "c1": 9, "c2": 7}
    cells: dict[str, Any] = {**margins, "11": None, "12": None, "21": None, "22": None, "31": 3, "32": 3}
    lines = [("r1", ["11", "12"]), ("r2", ["21", "22"]), ("c1", ["11", "21", "31"]), ("c2", ["12", "22", "32"])]
    system = read_system({"cells": cells, "margins": [{"total": t, "parts": p} for t, p in lines]})
    assert intervals(system) == {"11": (3, 6), "12": (1, 4), "21": (0, 3), "22": (0, 3)}


def test_one_withheld_cell_is_known_exactly() -> None:
    assert intervals(read_system(two_way([[5, 7], [2, 9]], {(1, 0)}))) == {"1|0": (2, 2)}


def test_a_cell_that_no_margin_holds_is_unbounded() -> None:
    assert intervals(read_system({"cells": {"a": None, "b": 3}, "withheld_at_least": 1})) == {"a": (1, None)}


def test_a_difference_of_two_unbounded_cells_bounds_one_of_them() -> None:
    system = read_system(
        {"cells": {"all": None, "a": None, "b": 4}, "margins": [{"total": "all", "parts": ["a", "b"]}]}
    )
    assert intervals(system) == {"all": (4, None), "a": (0, None)}


def test_zeros_that_are_never_withheld_narrow_the_range() -> None:
    table = [[5, 5], [5, 5]]
    everything = {(i, j) for i in range(2) for j in range(2)}
    assert intervals(read_system(two_way(table, everything)))["0|0"] == (0, 10)
    assert intervals(read_system(two_way(table, everything, floor=1)))["0|0"] == (1, 9)


def test_rounded_margins_give_ranges_and_four_cells_below_ten_can_be_pinned() -> None:
    """Rounding to the nearest five: inner cells 0 (so at most 2), total 10 (so at least 8): every cell is 2."""
    cells = {"all": [8, 12], **{name: [0, 2] for name in "abcd"}}
    system = read_system({"cells": cells, "margins": [{"total": "all", "parts": list("abcd")}]})
    found = intervals(system)
    assert found["all"] == (8, 8)
    assert {found[name] for name in "abcd"} == {(2, 2)}


def test_whole_numbers_are_stricter_than_fractions() -> None:
    """Three cells that pairwise sum to 1, 1 and 2: fractions allow a half everywhere, whole numbers only 0, 1, 1."""
    cells = {"ab": 1, "bc": [1, 2], "ac": 1, "a": None, "b": None, "c": None}
    margins = [{"total": a + b, "parts": [a, b]} for a, b in ("ab", "bc", "ac")]
    assert intervals(read_system({"cells": cells, "margins": margins}))["a"] == (0, 0)


def test_numbers_that_contradict_each_other_are_named_by_place() -> None:
    cells = {"all": 5, "a": 3, "b": 3}
    with pytest.raises(ContradictionError) as raised:
        intervals(read_system({"cells": cells, "margins": [{"total": "all", "parts": ["a", "b"]}]}))
    assert raised.value.places == ("margin 1",)


def by_trying(system: System) -> dict[str, tuple[int, int]]:
    """Every table that fits, one after the other; for small bounded systems only."""
    names = list(system.cells)
    ranges = [range(cell.low, (9 if cell.high is None else cell.high) + 1) for cell in system.cells.values()]
    tables = []
    for numbers in product(*ranges):
        table = dict(zip(names, numbers, strict=True))
        if all(sum(sign * table[name] for name, sign in equation.terms) == 0 for equation in system.equations):
            tables.append(table)
    open_cells = [name for name, cell in system.cells.items() if not cell.is_exact]
    return {name: (min(t[name] for t in tables), max(t[name] for t in tables)) for name in open_cells}


@given(
    values=st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=3),
    pattern=st.integers(0, 511),
)
@settings(max_examples=60, deadline=None)
def test_intervals_are_those_of_trying_every_table(values: list[list[int]], pattern: int) -> None:
    places = [(i, j) for i in range(len(values)) for j in range(3)]
    withheld = {place for bit, place in enumerate(places) if pattern >> bit & 1}
    while len(withheld) > 5:
        withheld.pop()
    system = read_system(two_way(values, withheld))
    assert intervals(system) == by_trying(system)
