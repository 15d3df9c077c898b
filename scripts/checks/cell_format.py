"""Explains how to write a cell, from its field in the schema (Table Schema, "Field constraints").

Contributors read tables, not regular expressions; no message repeats the content of a cell.
"""

import re
from collections.abc import Mapping
from typing import Any

from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.reading.package.csv_table import lexical_fault
from scripts.reading.package.descriptor import Package, Resource

# Each pattern in the schemas of the package, in words.
PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small Latin letters, digits and hyphens, such as moscow-oblast",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "a day as 2025-03-12, a month as 2025-03, a year as 2025",
    r"^[0-9]{4}\.[1-9][0-9]*(\.[1-9][0-9]*)?$": "a release, such as 2026.1",
    r"^[a-z_]+$": "the name of a table or a field, such as help_requests",
    r"^[a-z_]+( [a-z_]+)*$": "names of fields with a blank between them",
    r"^(RU|UA)-[A-Z0-9]{2,3}$": "a code of ISO 3166-2 for a region of Russia or Ukraine, such as RU-MOS",
    r"^[a-z]{2}$": "two small letters, such as ru, uk or en",
    r"^(a reader|us|the originator|[A-Za-z0-9][A-Za-z0-9-]*)$": (
        "a reader, us, the originator, or the name of an account without the sign before it"
    ),
}


def cell_fault(cell: str, field: Mapping[str, Any]) -> str:
    """Explain what to write instead of an invalid cell, in one sentence; empty where the cell is valid."""
    bounds = field.get("constraints", {})
    if not cell:
        return "It must not be empty." if bounds.get("required") else ""
    fault = lexical_fault(cell, field["type"])
    if fault:
        return fault
    if cell not in bounds.get("enum", (cell,)):
        return f"Choose one of: {', '.join(bounds['enum'])}.{suggestion(cell, bounds['enum'])}"
    if "pattern" in bounds and not re.fullmatch(bounds["pattern"], cell):
        return f"Write {PATTERNS.get(bounds['pattern'], 'it by the pattern of its field in the schema')}."
    if len(cell) > bounds.get("maxLength", len(cell)):
        return f"Say it in at most {bounds['maxLength']} characters."
    return _out_of_bounds(cell, bounds) if field["type"] in ("integer", "number") else ""


def reference_fault(cell: str, field: str, resource: Resource, package: Package) -> str:
    """Name the table that lacks the referenced row, and suggest similar rows; empty where the row exists."""
    target = package.resources.get(resource.references[field], resource)
    return "" if cell in target.keys else unknown_reference(cell, target)


def unknown_reference(cell: str, target: Resource) -> str:
    """Report that a table has no such row, and suggest similar rows."""
    return f"{target.path} has no such row.{suggestion(cell, target.keys)}"


def _out_of_bounds(cell: str, bounds: Mapping[str, Any]) -> str:
    number = float(cell)
    if number < bounds.get("minimum", number):
        return f"Write {bounds['minimum']} or more."
    return f"Write {bounds['maximum']} or less." if number > bounds.get("maximum", number) else ""
