"""What is read of earlier releases, and how versions follow each other."""

from pathlib import Path

import pytest

from scripts.reading.release.archives import NO_ARCHIVES, read_archives, version_key
from tests.sealing import seal_all


def test_versions_follow_each_other_as_numbers() -> None:
    versions = ["1999.2", "1999.10", "1999.10.1", "1999.10.2", "1999.11", "2000.1"]
    assert sorted(sorted(versions), key=version_key) == versions


@pytest.mark.parametrize("version", ["", "1999", "1999.0", "1999.01", "99.1", "1999.1.0", "v1999.1", "1999.1-beta"])
def test_anything_else_is_no_version(version: str) -> None:
    assert version_key(version) == ()


def test_without_a_folder_nothing_was_published() -> None:
    assert read_archives(None) == NO_ARCHIVES
    assert NO_ARCHIVES.last is None


def test_each_release_has_its_own_figures(valid: Path, tmp_path: Path) -> None:
    counts = tmp_path / "overlays" / "1999.1" / "data" / "invented_counts.csv"
    counts.parent.mkdir(parents=True)
    (tmp_path / "overlays" / "1999.2").mkdir()
    counts.write_text((valid / "data/invented_counts.csv").read_text().replace(",70,,,,about", ",71,,,,about"))
    seal_all(valid, tmp_path / "overlays", tmp_path / "releases")
    published = read_archives(tmp_path / "releases")
    assert published.faults == ()
    assert {v: str(s.by_id["invented-lost-fog"].value) for v, s in published.sealed.items()} == {
        "1999.1": "71",
        "1999.2": "70",
    }
    assert published.last is published.sealed["1999.2"]


def test_a_release_with_fewer_or_more_fields_than_today_is_read_all_the_same(valid: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "overlays" / "1999.1"
    (overlay / "schemas").mkdir(parents=True)
    schema = (valid / "schemas/indicators.json").read_text()
    (overlay / "schemas/indicators.json").write_text(schema.replace('"name": "jump"', '"name": "weather"'))
    table = (valid / "indicators.csv").read_text()
    (overlay / "indicators.csv").write_text(table.replace("dimensions,jump", "dimensions,weather"))
    seal_all(valid, tmp_path / "overlays", tmp_path / "releases")
    (indicator, *_) = read_archives(tmp_path / "releases").sealed["1999.1"].registers.indicators.values()
    assert (indicator.jump, indicator.unit) == (None, "persons")
