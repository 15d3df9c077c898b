"""Regions carry the code of the standard, and no occupied place carries a code of Russia."""

from scripts.reading.package.descriptor import read_package
from tests.conftest import ROOT


def test_regions_of_russia_have_its_codes_and_occupied_places_have_none() -> None:
    rows = [row.cells for row in read_package(ROOT / "datapackage").resources["regions"].rows]
    codes = {cells["code"]: cells["iso_3166_2"] for cells in rows}
    subjects = [
        cells["code"]
        for cells in rows
        if cells["title"].endswith((" Oblast", " Krai", " Republic"))
        and "ccupied" not in cells["title"]
        and " and " not in cells["title"]
    ]
    assert len(subjects) > 10
    assert all(codes[code].startswith("RU-") for code in subjects)
    occupied = [cells["code"] for cells in rows if "ccupied" in cells["title"] or "sevastopol" in cells["code"]]
    assert len(occupied) == 4
    assert {codes[code] for code in occupied} == {""}
