"""Checks published texts for personal data: numbers, accounts, names, and text fields without constraints.

The allow-list comes first: every text field has a pattern, a list of values, a reference, an address or a date, or is
declared as prose. The schema declares prose (`"prose": true`) with a maximum length, so that reviewers see each new
free-text field and users of the package can distinguish prose from codes.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.disclosure.personal_data import detector
from scripts.disclosure.personal_data.detector import (
    FILE,
    STALE,
    find_matches,
    find_matches_in_name,
    find_matches_in_rows,
)
from scripts.findings import Finding, Place, Rule
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.release.release import Release

QUESTION = (
    "Does any text that we publish point to a person: by a number, an account, a name, or where nothing forbids one?"
)

OPEN = Rule(
    "text-not-allowed",
    "A text field may hold anything: it has neither pattern, values nor reference, and is no prose of a stated length.",
    'Give it a pattern, an enum or a foreign key; for prose, write "prose": true and a maxLength in its schema.',
)

RULES = (OPEN, *detector.RULES)

_DECLARATIONS = ("charts.yaml", "disclosure.yaml", "datapackage.json")
_KINDS = {".csv", ".json", ".yaml", ".md", ".po"}
_CLOSED_TYPES = {"integer", "number", "boolean", "year", "yearmonth", "date"}


def check(release: Release) -> Iterator[Finding]:
    """Yield unconstrained fields, texts that may identify a person, and undeclared files; never repeat the text."""
    resources = release.package.resources.values()
    yield from (finding for resource in resources for finding in _open_fields(resource, release.package.root))
    yield from _undeclared_files(release.package)
    yield from _matches_in_cells(release)
    for file, lines in _texts(release):
        yield from (match.at(Place(file)) for match in find_matches_in_name(Path(file).name))
        yield from (match.at(Place(file, match.line)) for match in find_matches("\n".join(lines)))


def _open_fields(resource: Resource, root: Path) -> Iterator[Finding]:
    file = (root / str(resource.descriptor["schema"])).as_posix()
    for field in resource.schema["fields"]:
        if field["name"] not in resource.references and not _is_closed(field):
            yield OPEN.broken(Place(file, field=str(field["name"])), "The schema does not say what it may hold.")


def _is_closed(field: Mapping[str, Any]) -> bool:
    constraints = field.get("constraints", {})
    is_prose = field.get("prose") is True and "maxLength" in constraints
    is_bound = field.get("format") == "uri" or "pattern" in constraints or "enum" in constraints
    return field["type"] in _CLOSED_TYPES or (field["type"] == "string" and (is_prose or is_bound))


def _undeclared_files(package: Package) -> Iterator[Finding]:
    """Yield files that are neither tables nor declarations; `structure` reports tables without a resource."""
    for path in sorted(path for path in package.root.rglob("*") if path.is_file()):
        if path.suffix not in _KINDS:
            yield FILE.broken(Place(path.as_posix()), "The package holds tables and declarations only.")


def _matches_in_cells(release: Release) -> Iterator[Finding]:
    """Yield matches in cells without an exception in the policy, and exceptions that match no cell."""
    unused = {entry.cell for entry in release.policy.exceptions}
    excepted = frozenset(unused)
    for resource in release.package.resources.values():
        texts = [field.name for field in resource.fields if field.type == "string"]
        rows = [{name: row.cells[name] for name in texts} for row in resource.rows]
        for number, field, match in find_matches_in_rows(rows):
            cell = (resource.name, resource.key_of(rows[number]), field, match.rule.code)
            unused.discard(cell)
            if cell not in excepted:
                yield match.at(Place(resource.file, resource.rows[number].number, field))
    file = (release.package.root / "disclosure.yaml").as_posix()
    for resource_name, key, *_ in sorted(unused):
        yield STALE.broken(Place(file, field="exceptions"), f"{resource_name}, {key}: nothing there breaks the rule.")


def _texts(release: Release) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the lines of each declaration, catalogue and page; catalogues without their originals."""
    root = release.package.root
    for path in (*(root / name for name in _DECLARATIONS), *sorted((root / "labels").glob("*.yaml"))):
        yield path.as_posix(), path.read_text(encoding="utf-8").splitlines()
    for path in sorted((root / "translations").glob("*.po")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield path.as_posix(), ["" if line.startswith("msgid ") else line for line in lines]
    yield from ((page.file, page.lines) for page in release.pages.markdown)
