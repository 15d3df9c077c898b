"""Checks the package against its descriptor and schemas, by the standard and by our stricter rules.

The official JSON Schemas of Data Package 2.0 validate the descriptor, and `cells` validates every cell. This module
also checks categories, encodings and stray tables, which the standard leaves open.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources

from jsonschema_rs import Draft7Validator, ValidationError

from scripts.checks import cells, standard
from scripts.findings import MORE, Finding, Place, Rule
from scripts.reading.declarations import strict_yaml
from scripts.reading.package import csv_table
from scripts.reading.package import descriptor as packages
from scripts.reading.package.descriptor import Package, Resource

QUESTION = "Is the package what its descriptor and schemas say, by the standard and by our stricter reading?"

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
RULES = (
    *packages.RULES,
    *csv_table.RULES,
    DESCRIPTOR,
    COMPATIBILITY,
    STRAY,
    *cells.RULES,
    *standard.RULES,
    *strict_yaml.RULES,
    MORE,
)

_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"


def check(package: Package) -> Iterator[Finding]:
    """Yield the faults of descriptor, schemas and tables, each once."""
    descriptor_faults = [*_descriptor_faults(package), *_compatibility_faults(package)]
    yield from descriptor_faults
    yield from _stray_tables(package)
    faults = [fault for resource in package.resources.values() for fault in resource.faults]
    yield from faults
    if not faults and not descriptor_faults:
        yield from cells.check(package)


def _descriptor_faults(package: Package) -> Iterator[Finding]:
    inline = {
        **package.descriptor,
        "resources": [{**r.descriptor, "schema": dict(r.schema)} for r in package.resources.values()],
    }
    for error in _official_validator("datapackage").iter_errors(inline):
        yield DESCRIPTOR.broken(Place(package.file), _message(error))
    for resource in package.resources.values():
        for error in _official_validator("tableschema").iter_errors(dict(resource.schema)):
            file = (package.root / str(resource.descriptor["schema"])).as_posix()
            yield DESCRIPTOR.broken(Place(file), _message(error))


@cache
def _official_validator(name: str) -> Draft7Validator:
    text = (resources.files("dplib") / "profiles" / "2.0" / f"{name}.json").read_text(encoding="utf-8")
    return Draft7Validator(json.loads(text))


def _message(error: ValidationError) -> str:
    """Name the property and the JSON Schema keyword that it breaks; never repeat the value."""
    location = ".".join(map(str, error.instance_path)) or "the descriptor"
    return f"{location}: breaks the rule “{error.schema_path[-1]}”."


def _compatibility_faults(package: Package) -> Iterator[Finding]:
    if package.descriptor.get("$schema") != _SCHEMA:
        yield COMPATIBILITY.broken(Place(package.file), "The descriptor's $schema is not that of Data Package 2.0.")
    names = [str(entry["name"]) for entry in package.descriptor["resources"]]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield COMPATIBILITY.broken(Place(package.file), f"Two resources have the name {name}.")
    required = {"type": "table", "profile": "tabular-data-resource", "encoding": "utf-8", "format": "csv"}
    for resource in package.resources.values():
        wrong = [key for key, value in required.items() if resource.descriptor.get(key) != value]
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
