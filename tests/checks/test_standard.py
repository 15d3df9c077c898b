"""Our own judgement of cells is held against frictionless, the reference implementation, over every broken example."""

from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import errors

from scripts.checks import standard, structure
from scripts.errors import NotReadableError
from scripts.findings import Finding, is_clear
from scripts.reading.declarations import catalogs, strict_yaml
from scripts.reading.package import descriptor
from scripts.reading.package.descriptor import Package, read_package
from tests.checks.conftest import Examined
from tests.checks.test_examples import PROBLEMS, expected

JUDGED = {
    f"{error.title}."
    for error in (errors.ConstraintError, errors.UniqueError, errors.PrimaryKeyError, errors.ForeignKeyError)
}
# An examination that ends with one of these never comes to ask frictionless.
UNREAD = {rule.code for rule in (descriptor.UNREADABLE, strict_yaml.INVALID, catalogs.UNREADABLE)}


def opinion(package: Package, ours: list[Finding], examined: list[Finding]) -> list[Finding]:
    """What frictionless says of a package; it is slow, and asked here only where the examination did not ask it."""
    if is_clear(ours) and not UNREAD & {finding.code for finding in examined}:
        return [finding for finding in examined if finding.code == standard.OTHER.code]
    return standard.check(package.file, {name: resource.file for name, resource in package.resources.items()})


@pytest.mark.parametrize("problem", PROBLEMS)
def test_no_row_that_frictionless_refuses_passes_our_own_judgement(problem: str, examined: Examined) -> None:
    root, findings = examined(problem)
    try:
        package = read_package(root)
    except NotReadableError:
        assert expected(problem) & {"descriptor-unreadable", "descriptor-remote"}
        return
    ours = list(structure.check(package))
    theirs = opinion(package, ours, findings)
    if any(finding.message.startswith("It cannot be read") for finding in theirs):
        assert "descriptor-invalid" in expected(problem)
    rows = {(finding.where.file, finding.where.row) for finding in ours}
    refused = {(finding.where.file, finding.where.row) for finding in theirs if finding.message in JUDGED}
    unread = {resource.file for resource in package.resources.values() if resource.faults}
    assert {row for row in refused if row[0] not in unread} <= rows or unread


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
