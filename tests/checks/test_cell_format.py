"""What a contributor is told to write, without a regular expression, and without what was written."""

import json
from typing import Any

import pytest

from scripts.checks.cell_format import PATTERNS, cell_fault
from tests.conftest import ROOT

DAY = {"type": "string", "constraints": {"required": True, "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}}
LIST = {"type": "string", "constraints": {"enum": ["exact", "about", "at-least"]}}
COUNT = {"type": "integer", "constraints": {"minimum": 1}}
TEXT = {"type": "string", "constraints": {"maxLength": 8}}


@pytest.mark.parametrize(
    ("cell", "field", "told"),
    [
        ("", DAY, "It must not be empty."),
        ("12.03.2025", DAY, "Write a day as 2025-03-12, a month as 2025-03, a year as 2025."),
        ("abuot", LIST, "Choose one of: exact, about, at-least. Did you mean about?"),
        ("0", COUNT, "Write 1 or more."),
        ("1,348", COUNT, "Write a whole number with nothing between its digits, such as 1348."),
        (" 5", COUNT, "Take out the blanks around it and the signs in it that cannot be seen."),
        ("far too long", TEXT, "Say it in at most 8 characters."),
    ],
)
def test_a_cell_that_does_not_fit_is_told_what_to_write(cell: str, field: dict[str, Any], told: str) -> None:
    assert cell_fault(cell, field) == told


@pytest.mark.parametrize(("cell", "field"), [("2025-03", DAY), ("about", LIST), ("1", COUNT), ("", LIST), ("x", TEXT)])
def test_a_cell_that_fits_is_told_nothing(cell: str, field: dict[str, Any]) -> None:
    assert cell_fault(cell, field) == ""


def test_every_pattern_of_the_package_has_words() -> None:
    schemas = (json.loads(file.read_text()) for file in (ROOT / "datapackage/schemas").glob("*.json"))
    fields = (field for schema in schemas for field in schema["fields"])
    used = {field["constraints"]["pattern"] for field in fields if "pattern" in field.get("constraints", {})}
    assert used == PATTERNS.keys()
