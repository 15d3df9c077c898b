"""The axes of charts have the numbers and months of the page's language."""

from typing import Any

import pytest
import vl_convert

from scripts.reading.declarations.labels import read_labels
from scripts.website.charts.encodings import Canvas, number_axis, time_axis
from scripts.website.charts.render import VEGA_LITE
from scripts.website.charts.vega_locale import vega_locale
from tests.conftest import ROOT

DAYS = ("2024-05-15", "2024-06-01", "2025-01-01")


def drawn(language: str, x: dict[str, Any], values: tuple[object, ...]) -> str:
    """A chart of points in a language, as SVG."""
    specification = {
        "data": {"values": [{"x": value} for value in values]},
        "mark": "point",
        "encoding": {"x": {"field": "x", **x}},
        "width": 600,
        "config": {"locale": vega_locale(read_labels(ROOT / "datapackage")[language])},
    }
    return str(vl_convert.vegalite_to_svg(specification, vl_version=VEGA_LITE))


@pytest.mark.parametrize(
    ("language", "number"), [("en", "40,000"), ("ru", "40\N{NO-BREAK SPACE}000"), ("uk", "40\N{NO-BREAK SPACE}000")]
)
def test_thousands_are_separated_as_in_the_text(language: str, number: str) -> None:
    assert f">{number}</text>" in drawn(
        language, {"type": "quantitative", "axis": number_axis(4).to_dict()}, (0, 40000)
    )


@pytest.mark.parametrize(
    ("language", "ticks"),
    [("en", ("15 May 2024", "Jun")), ("ru", ("15 май 2024", "июнь")), ("uk", ("15 трав. 2024", "черв."))],
)
def test_the_first_tick_has_its_year_and_a_january_nothing_else(language: str, ticks: tuple[str, ...]) -> None:
    parts = [map(int, day.split("-")) for day in DAYS]
    values = [{"year": year, "month": month, "date": day, "utc": True} for year, month, day in parts]
    axis = {**time_axis(Canvas(640)).to_dict(), "values": values}
    svg = drawn(language, {"type": "temporal", "timeUnit": "utcyearmonthdate", "axis": axis}, DAYS)
    assert [tick for tick in (*ticks, "2025") if f">{tick}</text>" not in svg] == []
