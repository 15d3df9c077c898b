"""The tables as frames: what was published stays in its spelling, and what programs calculate with is typed."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from scripts.reading.package.descriptor import Package, read_package
from scripts.reading.package.frames import PERIOD_FIRST, PERIOD_LAST, PackageFrames, TooManyDigitsError, exact_number
from tests.conftest import ROOT
from tests.publishing.formats.invented import ODD, TYPES, invented


@pytest.fixture(scope="module")
def package() -> Package:
    return read_package(ROOT / "datapackage")


def odd(value: str = "") -> PackageFrames:
    cells = {**dict.fromkeys(TYPES, ""), "figure": "a", "value": value}
    return PackageFrames(invented([tuple(cells.values())]).package)


def test_every_cell_is_kept_as_published(package: Package) -> None:
    for name, frame in PackageFrames(package).published.items():
        texts = [[row.cells[str(field)] for field in frame] for row in package.resources[name].rows]
        assert frame.fillna("").to_numpy().tolist() == texts


def test_a_number_keeps_its_decimals_as_text_and_is_a_number_beside_it() -> None:
    frames = odd("100.0")
    assert frames.published["odd"]["value"].tolist() == ["100.0"]
    assert frames.typed["odd"]["value"].tolist() == [100.0]


def test_each_type_has_its_own() -> None:
    frame = PackageFrames(invented(ODD).package).typed["odd"]
    kinds = {name: str(frame[name].dtype) for name in ("figure", "value", "whole", "year", "day", "sure")}
    assert kinds == {
        "figure": "string",
        "value": "Float64",
        "whole": "Int64",
        "year": "Int64",
        "day": "datetime64[s]",
        "sure": "boolean",
    }
    assert frame["class"].tolist()[:3] == ["NA", "null", "nan"]


def test_an_empty_cell_is_missing_whatever_its_type() -> None:
    frame = odd().typed["odd"]
    assert [name for name in frame if not frame[name].isna().all()] == ["figure"]


def test_figures_have_the_first_and_the_last_day_of_their_periods(package: Package) -> None:
    figures = PackageFrames(package).typed_figures
    years = figures[(figures["period_start"] == "2024-01") & (figures["period_end"] == "2024-12")]
    assert len(years) > 0
    assert set(years[PERIOD_FIRST]) == {pd.Timestamp("2024-01-01")}
    assert set(years[PERIOD_LAST]) == {pd.Timestamp("2024-12-31")}
    assert figures[PERIOD_FIRST].isna().equals(figures["period_start"].isna())


def test_all_figures_are_found_by_their_ids(package: Package) -> None:
    frames = PackageFrames(package)
    rows = [row.cells["figure"] for r in package.resources.values() if r.key == ("figure",) for row in r.rows]
    assert frames.published_figures.index.tolist() == frames.typed_figures.index.tolist() == rows
    assert frames.published_figures.loc["named-list-2022-07-08", "resource"] == "deaths"


def test_a_frame_is_made_once(package: Package) -> None:
    frames = PackageFrames(package)
    assert frames.typed is frames.typed
    assert frames.published_figures is frames.published_figures


@pytest.mark.parametrize("text", ["0.1", "100.0", "-1234567890.25", "9007199254740992", "0.0000001"])
def test_a_number_is_the_one_that_is_spelled(text: str) -> None:
    assert exact_number(text) == float(text)


@pytest.mark.parametrize("text", ["0.12345678901234567891", "9007199254740993"])
def test_a_number_with_too_many_digits_is_refused(text: str) -> None:
    with pytest.raises(TooManyDigitsError):
        exact_number(text)


def test_the_checks_do_without_pandas() -> None:
    code = "import sys, scripts.cli.check; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(ROOT), check=False).returncode == 0
