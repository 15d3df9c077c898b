"""What a reader could work out, case by case; textbooks and trying every table have modules of their own."""

import pytest

from scripts.disclosure.audit.bound_propagation import ContradictionError
from scripts.disclosure.audit.intervals import exact_intervals
from scripts.disclosure.audit.solver import OutOfTimeError
from scripts.disclosure.audit.system import read_system
from tests.disclosure.audit.tables import two_way


def test_one_withheld_cell_is_known_exactly() -> None:
    assert exact_intervals(read_system(two_way([[5, 7], [2, 9]], {(1, 0)}))) == {"1|0": (2, 2)}


def test_a_cell_that_no_margin_holds_is_unbounded() -> None:
    assert exact_intervals(read_system({"cells": {"a": None, "b": 3}, "withheld_at_least": 1})) == {"a": (1, None)}


def test_a_difference_of_two_unbounded_cells_bounds_one_of_them() -> None:
    system = read_system(
        {"cells": {"all": None, "a": None, "b": 4}, "margins": [{"total": "all", "parts": ["a", "b"]}]}
    )
    assert exact_intervals(system) == {"all": (4, None), "a": (0, None)}


def test_zeros_that_are_never_withheld_narrow_the_range() -> None:
    table = [[5, 5], [5, 5]]
    everything = {(i, j) for i in range(2) for j in range(2)}
    assert exact_intervals(read_system(two_way(table, everything)))["0|0"] == (0, 10)
    assert exact_intervals(read_system(two_way(table, everything, floor=1)))["0|0"] == (1, 9)


def test_rounded_margins_give_ranges_and_four_cells_below_ten_can_be_pinned() -> None:
    """Rounding to the nearest five: inner cells 0 (so at most 2), total 10 (so at least 8): every cell is 2."""
    cells = {"all": [8, 12], **{name: [0, 2] for name in "abcd"}}
    system = read_system({"cells": cells, "margins": [{"total": "all", "parts": list("abcd")}]})
    found = exact_intervals(system)
    assert found["all"] == (8, 8)
    assert {found[name] for name in "abcd"} == {(2, 2)}


def test_whole_numbers_are_stricter_than_fractions() -> None:
    """Three cells that pairwise sum to 1, 1 and 2: fractions allow a half everywhere, whole numbers only 0, 1, 1."""
    cells = {"ab": 1, "bc": [1, 2], "ac": 1, "a": None, "b": None, "c": None}
    margins = [{"total": a + b, "parts": [a, b]} for a, b in ("ab", "bc", "ac")]
    assert exact_intervals(read_system({"cells": cells, "margins": margins}))["a"] == (0, 0)


def test_numbers_that_contradict_each_other_are_named_by_place() -> None:
    cells = {"all": 5, "a": 3, "b": 3}
    with pytest.raises(ContradictionError) as raised:
        exact_intervals(read_system({"cells": cells, "margins": [{"total": "all", "parts": ["a", "b"]}]}))
    assert [str(place) for place in raised.value.places] == ["margin 1"]


def test_margins_that_contradict_each_other_only_together_are_all_named_and_no_other() -> None:
    """Rows sum to 15, columns to 14; a third row, which hangs on the first column, takes no part in it."""
    cells = {"r1": 5, "r2": 10, "c1": [0, 5], "c2": 9, "a": None, "b": None, "c": None, "d": None, "e": None, "f": None}
    lines = [("r1", "ab"), ("r2", "cd"), ("c1", "ac"), ("c2", "bd")]
    margins = [{"total": total, "parts": list(parts)} for total, parts in lines]
    margins.append({"total": "a", "parts": ["e", "f"]})
    with pytest.raises(ContradictionError) as raised:
        exact_intervals(read_system({"cells": cells, "margins": margins}))
    assert {str(place) for place in raised.value.places} == {"margin 1", "margin 2", "margin 3", "margin 4"}


def test_without_time_nothing_is_proven() -> None:
    table = two_way([[20, 50, 10], [8, 19, 22], [17, 32, 12]], {(1, 0), (1, 2), (2, 0), (2, 2)})
    with pytest.raises(OutOfTimeError):
        exact_intervals(read_system(table), seconds=0)
