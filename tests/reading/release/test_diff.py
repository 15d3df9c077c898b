"""How two releases differ, cell by cell."""

import json
import shutil
from pathlib import Path

import pytest

from scripts.findings import Place
from scripts.reading.package.descriptor import Package, read_package
from scripts.reading.release.diff import Change, SchemaChange, diff_packages, factor_of_change, is_same, size_in_words

COUNTS = "data/invented_counts.csv"


@pytest.fixture
def before(valid: Path) -> Package:
    return read_package(valid)


def changed(root: Path, path: str, old: str, new: str) -> Package:
    file = root / path
    text = file.read_text()
    assert text.count(old) == 1
    file.write_text(text.replace(old, new))
    return read_package(root)


def jump(was: str, now: str, field: str = "value") -> Change:
    return Change("invented_counts", "invented", field, was, now, Place("invented.csv"))


def test_a_package_does_not_differ_from_itself(before: Package) -> None:
    changes = diff_packages(before, before)
    assert (changes.to_explain, changes.schemas) == ((), ())
    assert is_same(before, before)


def test_each_cell_that_differs_is_one_change(before: Package, editable: Path) -> None:
    after = changed(editable, COUNTS, ",70,,,,about,", ",71.0,,,,exact,")
    found = [(c.row, c.field, c.was, c.now) for c in diff_packages(before, after).figures.changed]
    assert found == [
        ("invented-lost-fog", "value", "70", "71.0"),
        ("invented-lost-fog", "qualifier", "about", "exact"),
    ]
    assert not is_same(before, after)


def test_a_more_precise_spelling_is_a_change(before: Package, editable: Path) -> None:
    after = changed(editable, COUNTS, ",70,,,,about,", ",70.0,,,,about,")
    assert [c.now for c in diff_packages(before, after).figures.changed] == ["70.0"]


def test_another_order_of_rows_is_no_change_of_a_figure(before: Package, editable: Path) -> None:
    lines = (editable / COUNTS).read_text().splitlines()
    (editable / COUNTS).write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n")
    assert diff_packages(before, read_package(editable)).to_explain == ()


def test_rows_come_and_go(before: Package, editable: Path) -> None:
    after = changed(editable, COUNTS, "\ninvented-share,", "\ninvented-part,")
    figures = diff_packages(before, after).figures
    assert [line.row for line in figures.added] == ["invented-part"]
    assert [line.row for line in figures.removed] == ["invented-share"]


def test_a_figure_that_moves_to_another_table_is_still_the_same(before: Package, editable: Path) -> None:
    requests, counts = editable / "data/invented_requests.csv", editable / COUNTS
    *others, moved = requests.read_text().splitlines()
    requests.write_text("\n".join(others) + "\n")
    counts.write_text(counts.read_text() + moved.replace("moonland,", "moonland,all,") + "\n")
    figures = diff_packages(before, read_package(editable)).figures
    assert (figures.added, figures.removed) == ((), ())
    assert [(c.field, c.was, c.now) for c in figures.changed] == [("resource", "invented_requests", "invented_counts")]


def test_definitions_are_to_be_explained_but_bounds_and_other_registers_are_not(
    before: Package, editable: Path
) -> None:
    changed(editable, "indicators.csv", "An invented count.", "A count.")
    changed(editable, "indicators.csv", "other,invented_requests,,", "other,invented_requests,,3")
    changed(editable, "codelists/invented_reasons.csv", "fog,", "fog,A ")
    after = changed(editable, "originators.csv", "Helps nobody.", "Helps somebody.")
    changes = diff_packages(before, after)
    assert {(c.resource, c.field) for c in changes.to_explain} == {
        ("indicators", "definition"),
        ("invented_reasons", "title"),
    }
    assert [(c.row, c.field) for c in changes.others.changed] == [("invented-helper", "description")]


def test_a_new_field_changes_the_schema_and_no_figure(before: Package, editable: Path) -> None:
    file = editable / "schemas" / "invented_counts.json"
    schema = json.loads(file.read_text())
    schema["fields"].append({"name": "weather", "type": "string"})
    file.write_text(json.dumps(schema))
    lines = (editable / COUNTS).read_text().splitlines()
    (editable / COUNTS).write_text("\n".join([f"{lines[0]},weather", *(f"{line},rain" for line in lines[1:])]) + "\n")
    changes = diff_packages(before, read_package(editable))
    assert changes.to_explain == ()
    assert changes.schemas == (SchemaChange("invented_counts", "weather", "added"),)


def test_a_schema_tells_what_changed_in_a_field(before: Package, editable: Path) -> None:
    after = changed(editable, "schemas/originators.json", '"title": "Interest"', '"title": "Stake"')
    assert diff_packages(before, after).schemas == (SchemaChange("originators", "interest", "changed", ("title",)),)
    assert not is_same(before, after)


def test_version_day_and_checksums_are_no_content(before: Package, editable: Path) -> None:
    file = editable / "datapackage.json"
    descriptor = json.loads(file.read_text())
    descriptor["resources"][0] |= {"bytes": 1, "hash": "sha256:0"}
    file.write_text(json.dumps({**descriptor, "version": "2000.2", "created": "2000-06-01T00:00:00Z"}))
    assert is_same(before, read_package(editable))
    shutil.copy(editable / COUNTS, editable / "stray.csv")
    assert is_same(before, read_package(editable))


@pytest.mark.parametrize(
    ("was", "now", "size"),
    [
        ("20", "70", "3.5 times"),
        ("70", "20", "3.5 times"),
        ("7", "70", "10 times"),
        ("3", "1", "3 times"),
        ("0", "5", "from zero"),
        ("5", "0", "to zero"),
        ("", "5", ""),
        ("5", "", ""),
    ],
)
def test_the_size_of_a_change_in_words(was: str, now: str, size: str) -> None:
    assert size_in_words(jump(was, now)) == size


def test_only_numbers_have_a_size() -> None:
    assert (size_in_words(jump("A note.", "Another.", "note")), factor_of_change(jump("1", "9", "counted_on"))) == (
        "",
        None,
    )
