"""Checks the package against its descriptor and schemas, by the standard and by our stricter rules.

The official JSON Schemas of Data Package 2.0 validate the descriptor, and `cells` validates every cell. This module
also checks categories, encodings and stray tables, which the standard leaves open.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from jsonschema_rs import Draft7Validator, ValidationError

from scripts.checks import cells, standard
from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.findings import MORE, Finding, Place, Rule, Severity
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
MISSPELT = Rule(
    "property-misspelt",
    "A property of a descriptor or schema is unknown, and its name is nearly that of a known one.",
    "Spell the property as the standard does; whoever reads the package does not see it otherwise.",
    Severity.WARNING,
)
RULES = (
    *packages.RULES,
    *csv_table.RULES,
    DESCRIPTOR,
    MISSPELT,
    COMPATIBILITY,
    STRAY,
    *cells.RULES,
    *standard.RULES,
    *strict_yaml.RULES,
    MORE,
)

_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_OWN_PROPERTIES = frozenset(
    ("default", "end", "mayBeEmpty", "profile", "prose", "spatial", "start", "temporal", "unit")
)
"""Properties that only our own programs read, or that version 1 of the standard has."""


def check(package: Package) -> Iterator[Finding]:
    """Yield the faults of descriptor, schemas and tables, each once."""
    descriptor_faults = [*_descriptor_faults(package), *_compatibility_faults(package)]
    yield from descriptor_faults
    yield from _misspelt_properties(package)
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
def _official_schema(name: str) -> dict[str, Any]:
    text = (resources.files("dplib") / "profiles" / "2.0" / f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@cache
def _official_validator(name: str) -> Draft7Validator:
    return Draft7Validator(_official_schema(name))


def _misspelt_properties(package: Package) -> Iterator[Finding]:
    """Yield properties that the standard lets pass, as it lets any, but that look like one of its own."""
    known = _OWN_PROPERTIES.union(
        *(schema.get("properties", ()) for _, schema in _objects(_official_schema("datapackage")))
    )
    for path, content in _declarations(package):
        for location, found in _objects(content):
            for hint in filter(None, (suggestion(name, known) for name in found if name not in known)):
                where = Place((package.root / path).as_posix(), field=location or None)
                yield MISSPELT.broken(where, f"A property is not one that is known here.{hint}")


def _declarations(package: Package) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "datapackage.json", package.descriptor
    yield from ((str(r.descriptor["schema"]), r.schema) for r in package.resources.values())


def _objects(content: Any, location: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every object of a JSON text with where it stands, such as `fields.3.constraints`."""
    if isinstance(content, Mapping):
        yield location, content
    parts = content.items() if isinstance(content, Mapping) else enumerate(content) if isinstance(content, list) else ()
    for name, part in parts:
        yield from _objects(part, f"{location}.{name}".lstrip("."))


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
