"""What the rows of a table are sorted by."""

import pytest

from scripts.checks import Cleared
from scripts.website.pages.figure_table import SortKeys, sort_keys


@pytest.fixture
def release(cleared: Cleared) -> Cleared:
    return cleared


def test_a_figure_sorts_by_its_plain_number_and_its_iso_dates(release: Cleared) -> None:
    figure = release.by_id["invented-lost-all"]
    assert sort_keys(figure) == SortKeys("100", figure.period_start, figure.counted_on)


def test_a_figure_without_a_published_number_has_no_key(release: Cleared) -> None:
    hidden = [figure for figure in release.figures if not figure.is_published]
    assert hidden
    assert {sort_keys(figure).number for figure in hidden} == {""}


def test_a_range_sorts_by_its_lower_end(release: Cleared) -> None:
    ranges = [figure for figure in release.figures if figure.value is None and figure.value_low is not None]
    assert ranges
    assert all(sort_keys(figure).number == f"{figure.value_low:f}" for figure in ranges)
