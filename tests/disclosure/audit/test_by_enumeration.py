"""What a reader could work out, held against trying every table. All counts are invented."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.disclosure.audit.intervals import Interval, exact_intervals
from scripts.disclosure.audit.system import Equation, read_system
from tests.disclosure.audit.tables import Table, crossed, two_way

few = settings(max_examples=200, deadline=None, derandomize=True)


def by_trying(content: dict[str, Any]) -> dict[str, Interval]:
    """The least and the largest number of each open cell in all tables that fit, one after the other.

    A cell without a bound is tried up to twice the sum of all that is published; past that sum, it has no largest.
    """
    system = read_system(content)
    limit = 1 + sum(cell.high for cell in system.cells.values() if cell.high is not None)
    tops = {name: 2 * limit if cell.high is None else cell.high for name, cell in system.cells.items()}
    numbers = {name: range(cell.low, tops[name] + 1) for name, cell in system.cells.items()}
    found = list(tables(system.equations, numbers))
    open_cells = [name for name, cell in system.cells.items() if not cell.is_exact]
    ends = {name: (min(table[name] for table in found), max(table[name] for table in found)) for name in open_cells}
    return {name: (low, None if high >= limit else high) for name, (low, high) in ends.items()}


def tables(equations: Sequence[Equation[str]], numbers: Mapping[str, range]) -> Iterator[dict[str, int]]:
    """Every table that fits: each number of one cell after the other, and of the last in an equation the only one."""
    numbers = dict(numbers)
    for equation in equations:
        open_terms = [(name, sign) for name, sign in equation.terms if len(numbers[name]) > 1]
        rest = -sum(sign * numbers[name][0] for name, sign in equation.terms if len(numbers[name]) == 1)
        if (not open_terms and rest) or (rest < 0 and all(sign > 0 for _, sign in open_terms)):
            return
        if len(open_terms) == 1:
            name, sign = open_terms[0]
            if sign * rest not in numbers[name]:
                return
            numbers[name] = range(sign * rest, sign * rest + 1)
    name = next((name for name, tried in numbers.items() if len(tried) > 1), "")
    if not name and all(sum(sign * numbers[part][0] for part, sign in line.terms) == 0 for line in equations):
        yield {part: tried[0] for part, tried in numbers.items()}
    for number in numbers.get(name, ()):
        yield from tables(equations, {**numbers, name: range(number, number + 1)})


@st.composite
def withholding(draw: st.DrawFn, table: Table, most: int, floor: int = 0) -> dict[str, Any]:
    """The table with some of its cells withheld, margins as well as inner cells."""
    names = [name for name, count in table.counts.items() if count >= floor]
    return table.withholding(draw(st.sets(st.sampled_from(names), max_size=most)) if names else set(), floor)


@st.composite
def cross(draw: st.DrawFn, sizes: tuple[int, ...], largest: int, columns: str = "") -> Table:
    """A table of so many codes in each dimension with all its margins; `columns` tells linked tables apart."""
    codes = [[f"{columns if place else ''}{i}" for i in range(size)] for place, size in enumerate(sizes)]
    leaves = {place: draw(st.integers(0, largest)) for place in product(*codes)}
    return crossed(leaves, [{"all": line} for line in codes])


def rounded(count: int, base: int = 3) -> list[int]:
    """What a reader knows of a count that is published to the nearest multiple of an odd base."""
    near = (count + base // 2) // base * base
    return [max(0, near - base // 2), near + base // 2]


@given(
    values=st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=3),
    places=st.sets(st.tuples(st.integers(0, 1), st.integers(0, 2)), max_size=6),
)
@few
def test_two_way_tables(values: list[list[int]], places: set[tuple[int, int]]) -> None:
    system = two_way(values, places)
    assert exact_intervals(read_system(system)) == by_trying(system)


@given(system=cross((2, 3), 4).flatmap(lambda table: withholding(table, 6)))
@few
def test_withheld_margins(system: dict[str, Any]) -> None:
    assert exact_intervals(read_system(system)) == by_trying(system)


@given(system=cross((2, 2, 2), 3).flatmap(lambda table: withholding(table, 10)))
@few
def test_three_way_tables(system: dict[str, Any]) -> None:
    assert exact_intervals(read_system(system)) == by_trying(system)


@given(system=cross((3, 3), 3).flatmap(lambda table: withholding(table, 7, floor=1)))
@few
def test_zeros_that_are_never_withheld(system: dict[str, Any]) -> None:
    assert exact_intervals(read_system(system)) == by_trying(system)


@given(table=cross((2, 2), 9), data=st.data())
@few
def test_rounded_cells(table: Table, data: st.DataObject) -> None:
    system = data.draw(withholding(table, 1))
    exact = data.draw(st.sets(st.sampled_from(list(table.counts)), max_size=2))
    for name, count in system["cells"].items():
        if count is not None and name not in exact:
            system["cells"][name] = rounded(count)
    assert exact_intervals(read_system(system)) == by_trying(system)


@given(data=st.data())
@few
def test_two_tables_that_share_a_margin(data: st.DataObject) -> None:
    """The same people by region and age and by region and sex: only the sums of the regions hold the two together."""
    ages = data.draw(cross((2, 2), 3, "age "))
    sums = [ages.counts[f"{i}|all"] for i in range(2)]
    women = [data.draw(st.integers(0, total)) for total in sums]
    people: dict[tuple[str, ...], int] = {(f"{i}", "w"): number for i, number in enumerate(women)}
    people |= {(f"{i}", "m"): total - women[i] for i, total in enumerate(sums)}
    sexes = crossed(people, [{"all": ["0", "1"]}, {"all": ["w", "m"]}])
    linked = Table({**ages.counts, **sexes.counts}, ages.margins + sexes.margins)
    system = data.draw(withholding(linked, 8))
    assert exact_intervals(read_system(system)) == by_trying(system)


@given(counts=st.lists(st.integers(0, 2), min_size=3, max_size=4), data=st.data())
@few
def test_sums_of_pairs(counts: list[int], data: st.DataObject) -> None:
    """Only sums of pairs are published, some of them as ranges; around a ring of them fractions reach too far."""
    pairs = list(combinations(range(len(counts)), 2))
    cells: dict[str, Any] = {f"{place}": None for place in range(len(counts))}
    for one, other in pairs:
        total = counts[one] + counts[other]
        cells[f"{one}+{other}"] = data.draw(st.sampled_from([total, [max(0, total - 1), total], [total, total + 1]]))
    margins = [{"total": f"{one}+{other}", "parts": [f"{one}", f"{other}"]} for one, other in pairs]
    system = {"cells": cells, "margins": margins}
    assert exact_intervals(read_system(system)) == by_trying(system)
