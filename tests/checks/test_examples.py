"""Each broken example yields exactly the findings that it is named for, and every finding has an example."""

import shutil
from pathlib import Path

import pytest

from scripts.checks import CHECKS, examine
from tests.checks.conftest import Examined
from tests.conftest import EXAMPLES

PROBLEMS = sorted(path.name for path in (EXAMPLES / "broken").iterdir())


def expected(problem: str) -> set[str]:
    return set((EXAMPLES / "broken" / problem / "expected.txt").read_text().split())


def test_the_valid_package_has_no_finding(valid: Path) -> None:
    assert examine(valid) == []


@pytest.mark.parametrize("problem", PROBLEMS)
def test_a_broken_package_yields_exactly_its_codes(problem: str, examined: Examined) -> None:
    _, findings = examined(problem)
    assert {finding.code for finding in findings} == expected(problem)


def test_every_rule_has_an_example_that_breaks_it() -> None:
    rules = {rule.code for check in CHECKS for rule in check.rules}
    assert {code for problem in PROBLEMS for code in expected(problem)} == rules


@pytest.mark.parametrize("problem", PROBLEMS)
def test_no_finding_repeats_the_number_or_note_of_its_row(problem: str, examined: Examined) -> None:
    package, findings = examined(problem)
    for finding in findings:
        path, message = Path(finding.where.file), finding.message.replace(str(package), "")
        if path.suffix == ".csv" and finding.where.row and finding.code != "file-not-text":
            line = path.read_text(encoding="utf-8").splitlines()[finding.where.row - 1]
            telling = [cell for cell in line.split(",") if len(cell) > 1 and any(c.isdigit() for c in cell)]
            assert not [cell for cell in telling if cell in message]


def test_a_doubled_row_is_told_once_at_the_field_that_must_be_unique(valid: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(valid, tmp_path / "package"))
    table = package / "data/invented_counts.csv"
    table.write_text(table.read_text() + table.read_text().splitlines()[-1] + "\n")
    told = [(finding.code, finding.message) for finding in examine(package) if finding.code == "key-doubled"]
    assert told == [("key-doubled", "A row above has the same.")]
