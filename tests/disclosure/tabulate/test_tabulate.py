"""From a confidential list, invented here, to a table that may be published: by the command, as a steward would."""

import csv
import json
import random
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from scripts.__main__ import main
from scripts.checks import examine

SPECIFICATION = """
table: invented_tabulated
title: Invented inhabitants counted from a list
indicator: invented-lost
originator: invented-counter
source: invented-page
counted_on: "2000-01-05"
method: rounding
dimensions:
  region:
    column: province
    list: invented_regions
    map: {"Hills ": hills, Shores: shores, Woods: woods, "": woods}
period: {column: day, by: quarter}
"""
MAPPED = SPECIFICATION.replace('"Hills "', "Hills")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder outside of any checkout with a list of invented inhabitants and a specification."""
    chance = random.Random(7)
    with (tmp_path / "list.csv").open("w") as file:
        file.write("name,province,day,remark\n")
        for number in range(700):
            province = chance.choices(["Hills", "Shores", "Woods", ""], [60, 30, 2, 1])[0]
            file.write(
                f"Inhabitant {number},{province},{chance.choice([1997, 1998])}-{chance.randint(1, 12):02}-03,secret\n"
            )
    (tmp_path / "table.yaml").write_text(MAPPED)
    return tmp_path


def tabulate(folder: Path, package: Path, out: str = "out") -> Result:
    command = [
        "tabulate",
        str(folder / "list.csv"),
        str(folder / "table.yaml"),
        str(folder / out),
        "--package",
        str(package),
    ]
    return CliRunner().invoke(main, command)


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "out" / "data" / "invented_tabulated.csv").open() as file:
        return list(csv.DictReader(file))


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "table.yaml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def refusal(folder: Path, package: Path) -> str:
    result = tabulate(folder, package)
    assert result.exit_code == 1
    assert not (folder / "out").exists()
    return result.output


def test_a_table_is_rounded_adds_up_and_tells_nothing_of_the_list(folder: Path, valid: Path) -> None:
    result = tabulate(folder, valid)
    assert result.exit_code == 0, result.output
    cells = {(row["region"], row["period_start"], row["period_end"]): int(row["value"]) for row in rows(folder)}
    assert all(number % 10 == 0 for number in cells.values())
    assert cells["moonland", "1997-01", "1997-12"] == sum(
        cells[region, "1997-01", "1997-12"] for region in ("hills", "shores", "woods")
    )
    quarters = [("01", "03"), ("04", "06"), ("07", "09"), ("10", "12")]
    assert cells["hills", "1998-01", "1998-12"] == sum(cells["hills", f"1998-{a}", f"1998-{b}"] for a, b in quarters)
    written = "".join(file.read_text() for file in (folder / "out").rglob("*") if file.is_file())
    assert "Inhabitant" not in written
    assert "secret" not in written


def test_the_certificate_says_how_and_that_it_holds(folder: Path, valid: Path) -> None:
    tabulate(folder, valid)
    certificate = json.loads((folder / "out" / "certificate.json").read_text())
    assert certificate["method"] == {"name": "zero-restricted controlled rounding", "base": 10}
    assert certificate["cells"] == len(rows(folder))
    assert certificate["withheld"] == 0
    assert len(certificate["sha256"]) == 64


def test_small_cells_can_be_withheld_instead(folder: Path, valid: Path) -> None:
    change(folder, "method: rounding", "method: suppression")
    assert tabulate(folder, valid).exit_code == 0
    assert all(row["value"] == "" or int(row["value"]) >= 10 for row in rows(folder))
    assert {row["note"] for row in rows(folder) if row["status"] == "suppressed"} == {"Withheld: a small cell."}


@pytest.mark.parametrize("method", ["rounding", "suppression"])
def test_the_table_goes_into_a_package_and_passes_every_check(folder: Path, editable: Path, method: str) -> None:
    change(folder, "method: rounding", f"method: {method}")
    assert tabulate(folder, editable).exit_code == 0
    add(folder / "out", editable)
    assert examine(editable) == []


def add(made: Path, package: Path) -> None:
    """What a steward does with the files, by hand or not."""
    for file in ("data/invented_tabulated.csv", "schemas/invented_tabulated.json"):
        (package / file).write_text((made / file).read_text())
    descriptor = json.loads((package / "datapackage.json").read_text())
    descriptor["resources"].append(json.loads((made / "descriptor.json").read_text()))
    (package / "datapackage.json").write_text(json.dumps(descriptor))
    policy = (package / "disclosure.yaml").read_text()
    (package / "disclosure.yaml").write_text(policy.rstrip() + "\n  " + (made / "policy.yaml").read_text())
    schema = package / "schemas" / "indicators.json"
    schema.write_text(schema.read_text().replace('"invented_counts"', '"invented_counts", "invented_tabulated"'))
    labels = package / "labels" / "en.yaml"
    word = "    invented_counts: "
    labels.write_text(labels.read_text().replace(word, f"    invented_tabulated: list\n{word}"))
    indicators = (package / "indicators.csv").read_text()
    row = next(line for line in indicators.splitlines() if line.startswith("invented-lost,"))
    own = row.replace("invented-lost", "invented-tabulated").replace("invented_counts", "invented_tabulated")
    (package / "indicators.csv").write_text(indicators + own.replace("region reason", "region") + "\n")
    table = package / "data" / "invented_tabulated.csv"
    table.write_text(table.read_text().replace(",invented-lost,", ",invented-tabulated,"))


def test_parquet_gives_the_same_table(folder: Path, valid: Path) -> None:
    tabulate(folder, valid)
    before = rows(folder)
    duckdb.execute(f"COPY (FROM '{folder}/list.csv') TO '{folder}/list.parquet'")
    command = [str(folder / "list.parquet"), str(folder / "table.yaml"), str(folder / "again"), "--package", str(valid)]
    assert CliRunner().invoke(main, ["tabulate", *command]).exit_code == 0
    (folder / "out").rename(folder / "first")
    (folder / "again").rename(folder / "out")
    near = [(int(a["value"]), int(b["value"])) for a, b in zip(before, rows(folder), strict=True)]
    assert all(abs(one - other) <= 10 for one, other in near)


def test_an_unmapped_value_is_refused_by_its_place_and_not_told(folder: Path, valid: Path) -> None:
    with (folder / "list.csv").open("a") as file:
        file.write("Inhabitant 700,Secret Valley,1998-01-03,secret\n")
    message = refusal(folder, valid)
    assert "first in record 701, in 1 of them" in message
    assert "Valley" not in message


@pytest.mark.parametrize(
    ("change_to", "rule"),
    [
        (("by: quarter", "by: month"), "period-too-fine"),
        (('"2000-01-05"', '"2000-01-06"'), "vintage-not-due"),
        (("invented-lost", "invented-found"), "family-not-allowed"),
    ],
)
def test_what_the_policy_forbids_is_refused_by_the_rules_name(
    folder: Path, valid: Path, change_to: tuple[str, str], rule: str
) -> None:
    change(folder, *change_to)
    assert f"(rule {rule})" in refusal(folder, valid)


def test_too_many_dimensions_and_other_lists_are_refused(folder: Path, editable: Path) -> None:
    policy = editable / "disclosure.yaml"
    policy.write_text(policy.read_text().replace("dimensions: 2", "dimensions: 1").replace("[invented_regions, ", "["))
    message = refusal(folder, editable)
    assert "(rule too-many-dimensions)" in message
    assert "(rule list-not-allowed)" in message


def test_events_that_are_too_young_are_left_out(folder: Path, valid: Path) -> None:
    with (folder / "list.csv").open("a") as file:
        file.writelines(f"Inhabitant {number},Hills,1999-06-03,secret\n" for number in range(50))
    tabulate(folder, valid)
    assert max(row["period_end"] for row in rows(folder)) == "1998-12"


def test_delay_and_minimum_are_those_of_the_policy(folder: Path, editable: Path) -> None:
    with (folder / "list.csv").open("a") as file:
        file.writelines(f"Inhabitant {number},Hills,1999-06-03,secret\n" for number in range(50))
    policy = editable / "disclosure.yaml"
    policy.write_text(
        policy.read_text().replace(
            "{minimum: 10, period: quarter, delay: 12", "{minimum: 20, period: quarter, delay: 3"
        )
    )
    tabulate(folder, editable)
    assert max(row["period_end"] for row in rows(folder)) == "1999-06"
    assert all(int(row["value"]) % 20 == 0 for row in rows(folder))


def test_nothing_is_read_from_or_written_into_a_checkout(folder: Path, valid: Path) -> None:
    (folder / ".git").mkdir()
    assert "lies in a git work tree" in refusal(folder, valid)


@pytest.mark.parametrize(
    ("change_to", "what"),
    [
        (("column: day", "column: date"), "lacks the column date"),
        (("column: day", "column: remark"), "is no ISO day or month"),
        (("woods, ", "meadows, "), "is mapped to an unknown code"),
        (("woods, ", "moonland, "), "is mapped to a code with others below it"),
        (("method: rounding", "method: rounding\nsecret: 1"), "unexpected keyword"),
    ],
)
def test_a_faulty_specification_is_said_in_a_sentence(
    folder: Path, valid: Path, change_to: tuple[str, str], what: str
) -> None:
    change(folder, *change_to)
    assert what in refusal(folder, valid)
