"""Numbers and dates of a language as D3 writes them, which draws the axes of the charts."""

from datetime import date

from babel.dates import format_date

from scripts.reading.declarations.labels import Labels
from scripts.website.text.formatting import months, thousands


def vega_locale(labels: Labels) -> dict[str, dict[str, object]]:
    """Build Vega's `config.locale` for a language.

    The axes use thousands and short months only; D3 refuses a locale that lacks any other part. D3 has one form of a
    short month, the nominative here, also after a day, where Russian and Ukrainian would write the genitive.
    """
    number: dict[str, object] = {"decimal": ".", "thousands": thousands(labels), "grouping": [3], "currency": ["", ""]}
    time: dict[str, object] = {
        "dateTime": "%x, %X",
        "date": "%Y-%m-%d",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": _days("cccc", labels),
        "shortDays": _days("ccc", labels),
        "months": [format_date(date(2000, month, 1), "LLLL", locale=labels.language) for month in range(1, 13)],
        "shortMonths": list(months(labels)),
    }
    return {"number": number, "time": time}


def _days(form: str, labels: Labels) -> list[str]:
    # The second of January 2000 was a Sunday, with which D3 begins a week.
    return [format_date(date(2000, 1, day), form, locale=labels.language) for day in range(2, 9)]
