"""Each number of the policy is really read: changing it changes a verdict."""

from pathlib import Path

import pytest

from scripts.checks import examine
from tests.conftest import ROOT


def codes(package: Path) -> set[str]:
    return {finding.code for finding in examine(package)}


def amend(package: Path, old: str, new: str) -> None:
    policy = package / "disclosure.yaml"
    assert old in policy.read_text()
    policy.write_text(policy.read_text().replace(old, new))


def test_a_higher_minimum_finds_smaller_cells(editable: Path) -> None:
    amend(editable, "minimum: 10", "minimum: 61")
    assert codes(editable) == {"cell-too-small"}


def test_a_lower_minimum_lets_a_small_cell_pass(editable: Path) -> None:
    table = editable / "data" / "invented_counts.csv"
    table.write_text(table.read_text().replace("2000-01-05,70,", "2000-01-05,7,"))
    assert codes(editable) == {"cell-too-small"}
    amend(editable, "minimum: 10", "minimum: 7")
    assert codes(editable) == set()


def test_a_greater_width_asks_for_wider_ranges(editable: Path) -> None:
    amend(editable, "width: 10", "width: 41")
    assert codes(editable) == {"cell-given-away"}


def test_only_units_of_people_are_judged(editable: Path) -> None:
    amend(editable, "minimum: 10", "minimum: 61")
    amend(editable, "units_of_people: [persons, cases]", "units_of_people: [cases]")
    assert codes(editable) == set()


def test_a_title_may_hold_a_name_only_where_the_policy_excepts_it(editable: Path) -> None:
    sources = editable / "sources.csv"
    sources.write_text(sources.read_text().replace("[An invented page]", "Лунатик Месяцевич speaks"))
    assert codes(editable) == {"personal-name"}
    reviewed = '{resource: sources, key: invented-page, field: title, rule: personal-name, reason: "Invented."}'
    amend(editable, "exceptions: []", f"exceptions: [{reviewed}]")
    assert codes(editable) == set()
    sources.write_text(sources.read_text().replace("[An invented letter]", "Лунатик Месяцевич writes"))
    assert codes(editable) == {"personal-name"}


def test_without_time_nothing_is_proven(editable: Path) -> None:
    amend(editable, "seconds: 60", "seconds: 0")
    assert codes(editable) == {"withheld-not-proven"}


TABULATED = ("invented_counts: {rule: reported,", "invented_counts: {rule: tabulated, rounding: controlled, base: 10,")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (("dimensions: 2", "dimensions: 1"), "tabulated-too-fine"),
        (("lists: [invented_regions, ", "lists: ["), "tabulated-too-fine"),
        (("missing: {minimum: 10", "missing: {minimum: 20"), "tabulated-not-rounded"),
        (('"01-05"', '"01-06"'), "vintage-not-due"),
    ],
)
def test_each_number_for_tabulated_tables_is_read(number: tuple[str, str], code: str, editable: Path) -> None:
    amend(editable, *TABULATED)
    assert codes(editable) == set()
    amend(editable, *number)
    assert codes(editable) == {code}


@pytest.mark.parametrize(
    "figure",
    [
        "division-list-20th-conscript-2024-04",
        "division-list-20th-mobilised-2024-04",
        "division-list-20th-lieutenant-colonels-2024-04",
        "absent-listed-escort-2025-05",
    ],
)
def test_the_cells_that_must_be_withheld_are(figure: str) -> None:
    row = next(line for line in (ROOT / "datapackage/data/absences.csv").open() if line.startswith(f"{figure},"))
    assert ",suppressed," in row
    assert ",,,,,exact," in row
