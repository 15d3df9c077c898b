"""A table with every type and what programs like to misread: for what the published tables do not have yet."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scripts.publishing.archive.publication import Publication
from scripts.reading.package.csv_table import CsvRow
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.registers import Registers

DAY = date(2026, 11, 23)
TYPES = {
    "figure": "string", "class": "string", "if": "string",
    "a_name_longer_than_stata_takes_with_its_32_letters": "string", "value": "number", "status": "string",
    "whole": "integer", "year": "year", "day": "date", "sure": "boolean",
}  # fmt: skip
ODD = [
    ("a", "NA", "=1+1", "-", "0.1", "published", "-3", "2024", "2024-02-29", "true"),
    ("b", "null", "007", "Ѳ 𝔘 “’”", "", "suppressed", "", "", "", ""),
    ("c", "nan", "http://x.invalid", "ж" * 3000, "", "not-reported", "0", "1959", "1959-12-31", "false"),
    ("d", "", "1e5", "", "", "not-applicable", "", "", "", ""),
    ("e", "None", "TRUE", "é" * 1022, "-1234567890.25", "retracted", "9007199254740992", "9999", "9999-12-31", "true"),
    ("f", "", "", "", "", "retracted", "", "", "", ""),
    ("g", "", "", "", "0", "published", "", "", "", ""),
]
STATUSES = ["published", "suppressed", "not-reported", "not-applicable", "retracted"]


def invented(rows: Sequence[tuple[str, ...]]) -> Publication:
    fields = [{"name": name, "type": kind, "title": f"Title of {name}"} for name, kind in TYPES.items()]
    fields[5]["constraints"] = {"enum": STATUSES}  # type: ignore[assignment]
    cells = tuple(CsvRow(number, dict(zip(TYPES, row, strict=True))) for number, row in enumerate(rows, start=2))
    described = {"name": "odd", "path": "data/odd.csv", "title": "Odd", "description": "Invented."}
    resource = Resource(described, {"fields": fields, "primaryKey": ["figure"]}, "data/odd.csv", cells, ())
    package = {
        "name": "invented", "title": "An invented package", "version": "2000.1", "description": "Nothing is real.",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}], "keywords": [],
    }  # fmt: skip
    return Publication(Package(Path(), package, {"odd": resource}), Registers({}, {}, {}, {}, {}), DAY, "")
