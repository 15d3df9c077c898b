"""Which changes may pass, and with which words."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.checks import examine
from tests.sealing import seal_as

COUNTS, FOG = "data/invented_counts.csv", "invented_counts,invented-lost-fog,value"
TOLD = "invented-page,a reader,2000-02-01"


@pytest.fixture
def package(editable: Path, valid: Path, tmp_path: Path) -> Path:
    """The valid package as release 2000.1, after 1999.1 was sealed with the same content."""
    (tmp_path / "releases").mkdir()
    earlier = tmp_path / "earlier"
    for file in valid.rglob("*"):
        if file.is_file():
            (earlier / file.relative_to(valid)).parent.mkdir(parents=True, exist_ok=True)
            (earlier / file.relative_to(valid)).write_bytes(file.read_bytes())
    seal_as("1999.1", earlier, tmp_path / "releases")
    return editable


def change(package: Path, path: str, old: str, new: str) -> None:
    file = package / path
    assert file.read_text().count(old) == 1
    file.write_text(file.read_text().replace(old, new))


def tell(package: Path, *lines: str) -> None:
    with (package / "revisions.csv").open("a") as file:
        file.writelines(f"{line}\n" for line in lines)


def codes(package: Path) -> list[str]:
    return [finding.code for finding in examine(package, None, package.parent / "releases")]


def edit_schema(package: Path, **properties: object) -> None:
    file = package / "schemas" / "originators.json"
    schema = json.loads(file.read_text())
    schema["fields"][-1] |= properties
    file.write_text(json.dumps(schema))


def test_a_package_that_is_as_it_was_passes(package: Path) -> None:
    assert codes(package) == []


@pytest.mark.parametrize(("reason", "found"), [("The page says so.", []), ("?", ["revision-missing"])])
def test_a_reason_that_is_still_a_question_mark_is_none(package: Path, reason: str, found: list[str]) -> None:
    change(package, COUNTS, ",70,,,,about", ",71,,,,about")
    tell(package, f"2000.1,{FOG},70,71,correction,{reason},{TOLD}")
    assert codes(package) == found


def test_a_new_figure_needs_no_entry(package: Path) -> None:
    row = (package / COUNTS).read_text().splitlines()[5]
    with (package / COUNTS).open("a") as file:
        file.write(f"{row.replace('invented-lost-fog', 'invented-new').replace('2000-01-05', '2000-02')}\n")
    assert codes(package) == []


@pytest.mark.parametrize("field", ["note", "confidence", "via"])
def test_every_field_of_a_figure_counts(field: str, package: Path) -> None:
    with (package / COUNTS).open(newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0][field] = {"note": "New.", "confidence": "low", "via": "re-report"}[field]
    with (package / COUNTS).open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    assert codes(package) == ["revision-missing"]


@pytest.mark.parametrize(
    ("now", "reason", "expected"),
    [
        ("71", "We had misread the page.", []),
        ("47", "We had misread the page.", []),
        ("46", "We had misread the page.", ["jump-unnamed"]),
        ("46", "We had misread the page; the number is 1.5 times as large.", []),
        ("20", "The source corrected itself; before it was 3.5 times as large.", []),
        ("20", "The source corrected itself; before it was 3.4 times as large.", ["jump-unnamed"]),
        ("20", "The source corrected itself; before it was 13.5 times as large.", ["jump-unnamed"]),
    ],
)
def test_a_jump_must_be_named(now: str, reason: str, expected: list[str], package: Path) -> None:
    change(package, COUNTS, ",70,,,,about,", f",{now},,,,about,")
    tell(package, f"2000.1,{FOG},70,{now},correction,{reason},{TOLD}")
    assert codes(package) == expected


def test_a_change_cannot_bring_its_own_bound(package: Path) -> None:
    change(package, "indicators.csv", "invented_counts,region reason,", "invented_counts,region reason,100")
    change(package, COUNTS, ",70,,,,about,", ",20,,,,about,")
    tell(package, f"2000.1,{FOG},70,20,correction,We had misread the page.,{TOLD}")
    assert codes(package) == ["jump-unnamed"]


def test_a_bound_that_was_published_holds(package: Path, tmp_path: Path) -> None:
    change(
        tmp_path / "earlier", "indicators.csv", "invented_counts,region reason,", "invented_counts,region reason,100"
    )
    change(package, "indicators.csv", "invented_counts,region reason,", "invented_counts,region reason,100")
    for file in (tmp_path / "releases").iterdir():
        file.unlink()
    seal_as("1999.1", tmp_path / "earlier", tmp_path / "releases")
    change(package, COUNTS, ",70,,,,about,", ",20,,,,about,")
    tell(package, f"2000.1,{FOG},70,20,correction,We had misread the page.,{TOLD}")
    assert codes(package) == []


def test_the_usual_bound_is_the_one_that_its_description_states(valid: Path) -> None:
    fields = json.loads((valid / "schemas" / "indicators.json").read_text())["fields"]
    bound = next(field for field in fields if field["name"] == "jump")
    assert f"empty: {bound['default']}" in bound["description"]


@pytest.mark.parametrize("kind", ["retraction", "redefinition"])
def test_a_number_that_stands_is_revised_or_corrected(kind: str, package: Path) -> None:
    change(package, COUNTS, ",70,,,,about,", ",71,,,,about,")
    tell(package, f"2000.1,{FOG},70,71,{kind},Because.,{TOLD}")
    assert codes(package) == ["revision-class"]


def test_a_removal_that_names_numbers_reveals_them_even_where_the_number_stands(package: Path) -> None:
    change(package, COUNTS, ",70,,,,about,", ",71,,,,about,")
    tell(package, f"2000.1,{FOG},70,71,removal-for-disclosure,Because.,{TOLD}")
    assert codes(package) == ["revision-class", "revision-tells-withheld"]


def withhold_requests(package: Path) -> None:
    change(package, "data/invented_requests.csv", ",30,,,,at-least,published", ",,,,,at-least,suppressed")


def told_of_requests(reason: str = "One person could be recognised.", was: str = "") -> Iterator[str]:
    for field in ("value", "status"):
        about = f"2000.1,invented_requests,invented-requests-1999,{field}"
        yield f"{about},{was if field == 'value' else ''},,removal-for-disclosure,{reason},{TOLD}"


def test_a_cell_that_is_withheld_now_is_told_without_numbers(package: Path) -> None:
    withhold_requests(package)
    tell(package, *told_of_requests())
    assert codes(package) == []


@pytest.mark.parametrize("told", [{"was": "30"}, {"reason": "There were 30 requests."}])
def test_neither_the_old_number_nor_a_hint_may_stand_there(told: dict[str, str], package: Path) -> None:
    withhold_requests(package)
    tell(package, *told_of_requests(**told))
    assert set(codes(package)) == {"revision-tells-withheld"}


def test_entries_of_earlier_releases_are_emptied_when_their_figure_is_withheld(package: Path, tmp_path: Path) -> None:
    about = "1999.1,invented_requests,invented-requests-1999,value"
    tell(tmp_path / "earlier", f"{about},31,30,correction,We had counted 31.,{TOLD}")
    for file in (tmp_path / "releases").iterdir():
        file.unlink()
    seal_as("1999.1", tmp_path / "earlier", tmp_path / "releases")
    withhold_requests(package)
    tell(package, f"{about},31,30,correction,We had counted 31.,{TOLD}", *told_of_requests())
    assert codes(package) == ["revision-tells-withheld"]
    change(package, "revisions.csv", ",31,30,correction,We had counted 31.,", ",,,correction,We had miscounted.,")
    assert codes(package) == []


def test_a_field_may_go_one_release_after_it_was_said(package: Path, tmp_path: Path) -> None:
    edit_schema(tmp_path / "earlier", deprecated="1999.1")
    for file in (tmp_path / "releases").iterdir():
        file.unlink()
    seal_as("1999.1", tmp_path / "earlier", tmp_path / "releases")
    file = package / "schemas" / "originators.json"
    schema = json.loads(file.read_text())
    schema["fields"].pop()
    file.write_text(json.dumps(schema))
    table = package / "originators.csv"
    table.write_text("".join(f"{line.rsplit(',', 1)[0]}\n" for line in table.read_text().splitlines()))
    assert codes(package) == []


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"description": "Otherwise."}, []),
        ({"constraints": {"maxLength": 900}}, []),
        ({"unit": "stars"}, ["schema-unstable"]),
    ],
)
def test_a_field_may_be_described_anew_but_not_mean_something_else(
    properties: dict[str, object], expected: list[str], package: Path
) -> None:
    edit_schema(package, **properties)
    assert codes(package) == expected


def test_an_index_that_is_gone_leaves_its_archives_unexplained(package: Path, tmp_path: Path) -> None:
    (tmp_path / "releases" / "index.csv").unlink()
    assert codes(package) == ["archive-unlisted"]
