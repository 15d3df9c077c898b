"""Checks every cell against its schema: constraints, keys and references.

See Table Schema, "Constraints" and "Foreign keys". Each distinct text of a column is checked once and each referenced
table is indexed once, so the time grows linearly with the number of cells.
"""

from collections.abc import Iterator
from operator import itemgetter

from scripts.checks.cell_format import cell_fault, unknown_reference
from scripts.findings import Finding, Place, Rule
from scripts.reading.package.descriptor import Package, Resource

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

RULES = (CONSTRAINT, KEY, REFERENCE)

Numbered = tuple[int, Finding]
"""A finding with the number of its row."""


def check(package: Package) -> Iterator[Finding]:
    """Yield the faults of all cells, table by table and row by row."""
    for resource in package.resources.values():
        faults = [*_constraint_faults(resource), *_key_faults(resource), *_reference_faults(resource, package)]
        yield from (finding for _, finding in sorted(faults, key=itemgetter(0)))


def _constraint_faults(resource: Resource) -> Iterator[Numbered]:
    for field in resource.schema["fields"]:
        name = str(field["name"])
        texts = {row.cells[name] for row in resource.rows}
        faults = {text: fault for text in texts if (fault := cell_fault(text, field))}
        for row in resource.rows if faults else ():
            if row.cells[name] in faults:
                where = Place(resource.file, row.number, name)
                yield row.number, CONSTRAINT.broken(where, faults[row.cells[name]])


def _key_faults(resource: Resource) -> Iterator[Numbered]:
    """Yield repeated keys; a row that repeats a unique field is reported for that field, not again for its key."""
    unique = [str(f["name"]) for f in resource.schema["fields"] if f.get("constraints", {}).get("unique")]
    repeated: set[int] = set()
    for name in unique:
        for number, _ in _repetitions(resource, (name,)):
            repeated.add(number)
            yield number, KEY.broken(Place(resource.file, number, name), "A row above has the same.")
    for number, _ in _repetitions(resource, resource.key) if resource.key else ():
        if number not in repeated:
            yield number, KEY.broken(Place(resource.file, number), "A row above has the same.")
    for key in resource.unique_keys:
        for number, first in _repetitions(resource, key):
            where = Place(resource.file, number, ", ".join(key))
            yield number, KEY.broken(where, f"Row {first} has the same.")


def _repetitions(resource: Resource, key: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each row that repeats a non-empty key and of the first row with that key."""
    first: dict[tuple[str, ...], int] = {}
    for row in resource.rows:
        values = tuple(row.cells[name] for name in key)
        if values in first and any(values):
            yield row.number, first[values]
        first.setdefault(values, row.number)


def _reference_faults(resource: Resource, package: Package) -> Iterator[Numbered]:
    for field, name in resource.references.items():
        target = package.resources.get(name, resource)
        texts = {row.cells[field] for row in resource.rows} - target.keys.keys() - {""}
        messages = {text: unknown_reference(text, target) for text in texts}
        for row in resource.rows if messages else ():
            if row.cells[field] in messages:
                where = Place(resource.file, row.number, field)
                yield row.number, REFERENCE.broken(where, messages[row.cells[field]])
