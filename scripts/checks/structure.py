"""Is the package what its descriptor and schemas say, by the standard and by our stricter reading?

Frictionless checks types, constraints, keys and references; the official JSON Schemas of Data Package 2.0 check the
descriptor; what neither sees (uniqueKeys, categories, undeclared encodings, stray tables) is checked here.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import frictionless
from frictionless import system
from jsonschema import Draft7Validator

from scripts.checks.cell_format import cell_fault, reference_fault
from scripts.findings import Finding, Place, Rule
from scripts.reading.package import csv_table
from scripts.reading.package import descriptor as packages
from scripts.reading.package.descriptor import Package, Resource

DESCRIPTOR = Rule(
    "descriptor-invalid",
    "A descriptor or schema breaks the official JSON Schemas of Data Package 2.0.",
    "Mend the property that the message names; the standard is at datapackage.org.",
)
COMPATIBILITY = Rule(
    "descriptor-compatibility",
    "A descriptor cannot be read by tools of both versions of the standard, or leaves something to be guessed.",
    "Declare $schema 2.0, type table, profile tabular-data-resource, encoding utf-8, format csv, text missing values.",
)
STRAY = Rule(
    "file-undeclared",
    "A table lies in the package but no resource of the descriptor names it.",
    "Declare it as a resource, or take it out.",
)
CONSTRAINT = Rule(
    "value-constraint",
    "A cell breaks a constraint of its field: it is required, or must match a list, a pattern or bounds.",
    "Write it as the message says; the schema, in datapackage/schemas, has the field's rules.",
)
KEY = Rule("key-doubled", "Two rows have the same key.", "Give each row its own key, or remove one of them.")
REFERENCE = Rule(
    "reference-unknown",
    "A cell refers to a row of another table that does not exist: an unknown code, indicator, originator or source.",
    "Correct the reference, or add the row that it refers to.",
)
OTHER = Rule(
    "structure-other",
    "The reference implementation of the standard finds a fault that has no rule of its own here.",
    "Read the message; mend the table or its schema.",
)

RULES = (
    *packages.RULES, *csv_table.RULES, DESCRIPTOR, COMPATIBILITY, STRAY, CONSTRAINT, KEY, REFERENCE, OTHER,
)  # fmt: skip

_KINDS = {
    "constraint-error": CONSTRAINT,
    "primary-key": KEY,
    "unique-error": KEY,
    "foreign-key": REFERENCE,
}
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with descriptor, schemas and tables, each fault once."""
    descriptor_faults = [*_descriptor_faults(package), *_compatibility_faults(package)]
    yield from descriptor_faults
    yield from _stray_tables(package)
    faults = [fault for resource in package.resources.values() for fault in resource.faults]
    yield from faults
    if not faults and not descriptor_faults:
        yield from _standard_faults(package)
        yield from _unique_key_faults(package)


def _descriptor_faults(package: Package) -> Iterator[Finding]:
    inline = {
        **package.descriptor,
        "resources": [{**r.descriptor, "schema": dict(r.schema)} for r in package.resources.values()],
    }
    for error in _official("datapackage").iter_errors(inline):
        yield DESCRIPTOR.broken(
            Place(package.file), f"{_spot(error.absolute_path)}: breaks the rule “{error.validator}”."
        )
    for resource in package.resources.values():
        for error in _official("tableschema").iter_errors(dict(resource.schema)):
            file = (package.root / str(resource.descriptor["schema"])).as_posix()
            yield DESCRIPTOR.broken(Place(file), f"{_spot(error.absolute_path)}: breaks the rule “{error.validator}”.")


@cache
def _official(name: str) -> Draft7Validator:
    text = (resources.files("dplib") / "profiles" / "2.0" / f"{name}.json").read_text(encoding="utf-8")
    return Draft7Validator(json.loads(text))


def _spot(path: Any) -> str:
    return ".".join(str(part) for part in path) or "the descriptor"


def _compatibility_faults(package: Package) -> Iterator[Finding]:
    if package.descriptor.get("$schema") != _SCHEMA:
        yield COMPATIBILITY.broken(Place(package.file), "The descriptor's $schema is not that of Data Package 2.0.")
    names = [str(entry["name"]) for entry in package.descriptor["resources"]]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield COMPATIBILITY.broken(Place(package.file), f"Two resources have the name {name}.")
    wanted = {"type": "table", "profile": "tabular-data-resource", "encoding": "utf-8", "format": "csv"}
    for resource in package.resources.values():
        wrong = [key for key, value in wanted.items() if resource.descriptor.get(key) != value]
        if wrong:
            message = f"Resource {resource.name} does not declare as it must: {', '.join(wrong)}."
            yield COMPATIBILITY.broken(Place(package.file), message)
        yield from _schema_compatibility(package, resource)


def _schema_compatibility(package: Package, resource: Resource) -> Iterator[Finding]:
    where = Place((package.root / str(resource.descriptor["schema"])).as_posix())
    if resource.schema.get("missingValues") != [""]:
        yield COMPATIBILITY.broken(where, "Its missing values are not just the empty text.")
    if "fieldsMatch" in resource.schema:
        yield COMPATIBILITY.broken(where, "It uses fieldsMatch, which tools of version 1 do not know.")
    for field in resource.schema["fields"]:
        if "categories" in field and not field.get("constraints", {}).get("enum"):
            yield COMPATIBILITY.broken(where, f"Field {field['name']} has categories but no enum to enforce them.")


def _stray_tables(package: Package) -> Iterator[Finding]:
    declared = {(package.root / resource.path).resolve() for resource in package.resources.values()}
    for path in sorted(package.root.rglob("*.csv")):
        if path.resolve() not in declared:
            yield STRAY.broken(Place(path.as_posix()), "No resource names this table.")


def _standard_faults(package: Package) -> Iterator[Finding]:
    try:
        with system.use_context(trusted=True):
            report = frictionless.Package(package.file).validate()
    except frictionless.FrictionlessException as error:
        yield OTHER.broken(Place(package.file), f"It cannot be read: {error.error.title}.")
        return
    for fault in report.errors:
        yield OTHER.broken(Place(package.file), f"{fault.title}.")
    for task in report.tasks:
        # A key is told once: a field of it that must be unique tells more than the key.
        unique = {fault.row_number for fault in task.errors if fault.type == "unique-error"}
        for fault in task.errors:
            if fault.type != "primary-key" or fault.row_number not in unique:
                yield _translated(fault, package.resources[task.name], package)


def _translated(error: Any, resource: Resource, package: Package) -> Finding:
    rule = _KINDS.get(error.type, OTHER)
    number: Any = getattr(error, "row_number", None)
    if rule is REFERENCE:
        where, first = Place(resource.file, number, ", ".join(error.field_names)), error.field_names[0]
        told = reference_fault(resource.row_at(number).cells[first], first, resource, package)
        return rule.broken(where, told or f"{error.title}.")
    field: Any = getattr(error, "field_name", None)
    where = Place(resource.file, number, field)
    if rule is KEY:
        return rule.broken(where, "A row above has the same.")
    told = cell_fault(resource.row_at(number).cells[field], resource.declared(field)) if rule is CONSTRAINT else ""
    return rule.broken(where, told or f"{error.title}.")


def _unique_key_faults(package: Package) -> Iterator[Finding]:
    for resource in package.resources.values():
        for key in resource.schema.get("uniqueKeys", []):
            yield from _doubled(resource, [key] if isinstance(key, str) else list(key))


def _doubled(resource: Resource, key: list[str]) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], int] = {}
    for row in resource.rows:
        values = _values(row.cells, key)
        if values in seen:
            yield KEY.broken(Place(resource.file, row.number, ", ".join(key)), f"Row {seen[values]} has the same.")
        seen.setdefault(values, row.number)


def _values(cells: Mapping[str, str], key: list[str]) -> tuple[str, ...]:
    return tuple(cells[name] for name in key)
