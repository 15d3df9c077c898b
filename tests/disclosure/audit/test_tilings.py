"""Which periods make up a longer one, case by case and held against comparing every pair."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.disclosure.audit.tilings import Span, Tiling, tilings

DAYS = [date(1999, 1, 1) + timedelta(days=number) for number in range(12)]

spans = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).map(lambda ends: (DAYS[min(ends)], DAYS[max(ends)])), max_size=9
)


def span(first: int, last: int) -> Span:
    """A period of the first days of an invented year, counted from 1."""
    return DAYS[first - 1], DAYS[last - 1]


def by_comparing(periods: list[Span]) -> list[tuple[Span, list[Span], bool]]:
    """The same by its definition: every period is compared with every other one."""
    found = []
    for whole in periods:
        inside = [part for part in periods if is_inside(part, whole)]
        longest = sorted(part for part in inside if not any(is_inside(part, other) for other in inside))
        if longest and all(later[0] > earlier[1] for earlier, later in pairwise(longest)):
            days = sum((end - start).days + 1 for start, end in longest)
            found.append((whole, longest, days == (whole[1] - whole[0]).days + 1))
    return found


def is_inside(part: Span, whole: Span) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1] and part != whole


@given(spans)
@settings(max_examples=500, deadline=None, derandomize=True)
def test_the_longest_periods_inside_are_found_as_by_comparing_all(periods: list[Span]) -> None:
    found = [(periods[t.whole], [periods[index] for index in t.parts], t.complete) for t in tilings(periods)]
    assert found == by_comparing(periods)


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        ([span(1, 6), span(1, 3), span(4, 6)], [Tiling(0, (1, 2), True)]),
        ([span(4, 6), span(1, 3), span(1, 6)], [Tiling(2, (1, 0), True)]),
        ([span(1, 6), span(1, 3), span(5, 6)], [Tiling(0, (1, 2), False)]),
        ([span(1, 6), span(1, 4), span(3, 6)], []),
        ([span(1, 6), span(1, 6)], []),
        ([span(1, 6), span(1, 3), span(1, 3)], []),
        ([span(1, 9), span(1, 6), span(2, 3)], [Tiling(0, (1,), False), Tiling(1, (2,), False)]),
        ([span(1, 6), span(5, 2)], []),
    ],
)
def test_parts_lie_side_by_side_and_the_longest_count(periods: list[Span], found: list[Tiling]) -> None:
    assert list(tilings(periods)) == found
