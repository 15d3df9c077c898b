"""Days, months and years as the package writes them (ISO 8601-2, level 0: `2024`, `2024-03`, `2024-03-31`)."""

import calendar
import re
from datetime import date
from functools import cache

_PERIOD = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


@cache
def first_day(text: str) -> date:
    """The first day of a year, month or day. Raises ValueError where there is no such period."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


@cache
def last_day(text: str) -> date:
    """The last day of a year, month or day. Raises ValueError where there is no such period."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


@cache
def is_period(text: str) -> bool:
    """Whether a text names a day, month or year of the calendar."""
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def _parts(text: str) -> tuple[int, int, int]:
    match = _PERIOD.fullmatch(text)
    if not match:
        raise ValueError("not a day, month or year")
    year, month, day = (int(part or 0) for part in match.groups())
    return year, month, day
