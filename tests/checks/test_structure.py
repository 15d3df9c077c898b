"""What the structure tells besides broken rules of the standard: a property that nobody will ever read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.checks import structure
from scripts.findings import Severity, is_clear
from scripts.reading.package.descriptor import read_package


def test_a_misspelt_property_is_told_where_it_stands_with_what_it_should_be(overlaid: Callable[[str], Path]) -> None:
    findings = list(structure.check(read_package(overlaid("property-misspelt"))))
    told = [(Path(f.where.file).name, f.where.field, f.message.rpartition(". ")[2]) for f in findings]
    assert told == [
        ("datapackage.json", None, "Did you mean licenses?"),
        ("invented_reasons.json", "fields.1", "Did you mean title?"),
    ]
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert is_clear(findings)


@pytest.mark.parametrize("name", ["x-colour", "licence_note_of_our_own", "unit"])
def test_a_property_that_looks_like_no_other_may_be_added(name: str, editable: Path) -> None:
    path = editable / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), name: "invented"}))
    assert list(structure.check(read_package(editable))) == []
