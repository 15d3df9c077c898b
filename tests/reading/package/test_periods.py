"""Days, months and years."""

from datetime import date

import pytest

from scripts.reading.package.periods import first_day, is_period, last_day


def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day() -> None:
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert first_day("2024-02-07") == last_day("2024-02-07") == date(2024, 2, 7)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-02-30", "2024-1-5", "2024/01", "soon"])
def test_everything_else_is_none(text: str) -> None:
    assert not is_period(text)
