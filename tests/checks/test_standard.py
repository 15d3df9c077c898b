"""Our own judgement of cells is held against frictionless, the reference implementation, over every broken example."""

from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest
from frictionless import system

from scripts.checks import standard, structure
from scripts.errors import NotReadableError
from scripts.reading.package.descriptor import Package, read_package
from tests.checks.test_examples import PROBLEMS, expected

JUDGED = {"constraint-error", "unique-error", "primary-key", "foreign-key"}


def faulty_rows(package: Package) -> set[tuple[str, int]]:
    """The rows of which frictionless says that they break a constraint, a key or a reference."""
    with system.use_context(trusted=True):
        report = frictionless.Package(package.file).validate()
    return {
        (package.resources[task.name].file, error.row_number)
        for task in report.tasks
        for error in task.errors
        if error.type in JUDGED
    }


@pytest.mark.parametrize("problem", PROBLEMS)
def test_no_row_that_frictionless_refuses_passes_our_own_judgement(
    problem: str, overlaid: Callable[[str], Path]
) -> None:
    try:
        package = read_package(overlaid(problem))
        theirs = faulty_rows(package)
    except (NotReadableError, frictionless.FrictionlessException):
        assert expected(problem) & {"descriptor-unreadable", "descriptor-invalid", "descriptor-remote"}
        return
    ours = {(finding.where.file, finding.where.row) for finding in structure.check(package)}
    unread = {resource.file for resource in package.resources.values() if resource.faults}
    assert {row for row in theirs if row[0] not in unread} <= ours or unread


def test_the_examples_hold_rows_of_each_kind_that_both_refuse() -> None:
    codes = {code for problem in PROBLEMS for code in expected(problem)}
    assert {"value-constraint", "key-doubled", "reference-unknown"} <= codes


@pytest.mark.parametrize("in_background", [False, True])
def test_what_frictionless_alone_finds_is_a_finding_of_its_own(
    in_background: bool, overlaid: Callable[[str], Path]
) -> None:
    package = read_package(overlaid("bytes-untrue"))
    assert list(structure.check(package)) == []
    with standard.opinion(package, in_background) as opinion:
        assert [finding.code for finding in opinion()] == ["structure-other"]
