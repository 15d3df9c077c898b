"""Reads the data package: descriptor, schemas and tables (Data Package 2.0, datapackage.org)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from scripts.errors import NotReadableError
from scripts.findings import Finding, Place, Rule
from scripts.reading.package.csv_table import CsvRow, Location, display_path, read_table

UNREADABLE = Rule(
    "descriptor-unreadable",
    "A descriptor or schema is missing, is not JSON, says one property twice, or lacks what makes it one.",
    "Restore the file; compare it with the last release.",
)
REMOTE = Rule(
    "descriptor-remote",
    "A descriptor points outside the package: to an address on the web, an absolute path or a parent folder.",
    "Point to a file inside the package; reading it must need no network.",
)

RULES = (UNREADABLE, REMOTE)


class DuplicateKeyError(ValueError):
    """An object of JSON says one property twice."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True)
class Field:
    """A column, as its schema describes it."""

    name: str
    type: str
    title: str
    description: str
    unit: str
    required: bool
    values: tuple[str, ...]
    is_prose: bool = False
    is_address: bool = False


@dataclass(frozen=True)
class Resource:
    """One table of the package, with its schema; `faults` says where the table cannot be trusted."""

    descriptor: Mapping[str, Any]
    schema: Mapping[str, Any]
    file: str
    rows: tuple[CsvRow, ...]
    faults: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """The name by which other resources refer to this one."""
        return str(self.descriptor["name"])

    @property
    def title(self) -> str:
        """The name that readers see."""
        return str(self.descriptor.get("title", self.name))

    @property
    def path(self) -> PurePosixPath:
        """Where the table lies inside the package."""
        return PurePosixPath(str(self.descriptor["path"]))

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The columns in their order."""
        return tuple(_field(field) for field in self.schema["fields"])

    @property
    def key(self) -> tuple[str, ...]:
        """The fields that identify a row."""
        return _names(self.schema.get("primaryKey", []))

    @property
    def unique_keys(self) -> tuple[tuple[str, ...], ...]:
        """Further sets of fields whose values no two rows share."""
        return tuple(_names(key) for key in self.schema.get("uniqueKeys", []))

    def declared(self, name: str) -> Mapping[str, Any]:
        """A field with all that the schema says of it."""
        return next(field for field in self.schema["fields"] if field["name"] == name)

    def row_at(self, number: int | None) -> CsvRow:
        """The row on a line of the file, whose number the header has as 1."""
        return self._rows_by_number[number]

    @cached_property
    def _rows_by_number(self) -> Mapping[int | None, CsvRow]:
        return {row.number: row for row in self.rows}

    @cached_property
    def keys(self) -> Mapping[str, None]:
        """What identifies each row, in the order of the rows."""
        return dict.fromkeys(self.key_of(row.cells) for row in self.rows)

    def key_of(self, cells: Mapping[str, str]) -> str:
        """What identifies a row, its parts separated by spaces."""
        return " ".join(cells.get(name, "") for name in self.key)

    @cached_property
    def references(self) -> Mapping[str, str]:
        """For each field that refers to a resource: the name of that resource, its own where the schema names none.

        Data Package 2.0 leaves `resource` out of a reference to the same table; version 1 writes an empty text.
        """
        keys = self.schema.get("foreignKeys", [])
        return {_names(key["fields"])[0]: key["reference"].get("resource") or self.name for key in keys}


@dataclass(frozen=True)
class Package:
    """The descriptor and every table that it names."""

    root: Path
    descriptor: Mapping[str, Any]
    resources: Mapping[str, Resource]

    @property
    def version(self) -> str:
        """The release that the package is, or is becoming."""
        return str(self.descriptor.get("version", ""))

    @property
    def file(self) -> str:
        """The descriptor's own path, for findings."""
        return (self.root / "datapackage.json").as_posix()

    @property
    def code_lists(self) -> tuple[Resource, ...]:
        """The resources that hold codes."""
        return tuple(r for r in self.resources.values() if r.path.parts[0] == "codelists")


def read_package(root: Location) -> Package:
    """Read the package in a folder or an archive. Raises NotReadableError where not even its tables can be found."""
    package = read_descriptor(root)
    entries = package.descriptor.get("resources")
    if not isinstance(entries, list) or not entries:
        raise _unreadable(root / "datapackage.json", "It lists no resources.")
    resources = [_read_resource(root, entry) for entry in entries]
    return replace(package, resources={resource.name: resource for resource in resources})


def read_descriptor(root: Location) -> Package:
    """Read a package without its tables, for its version and addresses. Raises NotReadableError."""
    return Package(Path(display_path(root)), _read_json(root / "datapackage.json"), {})


def _read_resource(root: Location, entry: Any) -> Resource:
    file = root / "datapackage.json"
    if not isinstance(entry, dict) or not all(isinstance(entry.get(k), str) for k in ("name", "path", "schema")):
        raise _unreadable(file, "A resource lacks a name, a path or a schema, each a single text.")
    for key in ("path", "schema", "profile"):
        _forbid_remote(file, str(entry.get(key, "")))
    schema = _read_json(root / entry["schema"])
    fields = schema.get("fields")
    if not isinstance(fields, list) or not all(isinstance(f, dict) and "name" in f and "type" in f for f in fields):
        raise _unreadable(root / entry["schema"], "It lists no fields with a name and a type.")
    path = root / entry["path"]
    # Not a property of the standard: an ordinary table without rows is a mistake, a list of changes may be empty.
    may_be_empty = entry.get("mayBeEmpty") is True
    rows, faults = read_table(path, {field["name"]: field["type"] for field in fields}, may_be_empty)
    return Resource(entry, schema, display_path(path), rows, faults)


def _read_json(path: Location) -> dict[str, Any]:
    if not path.is_file():
        raise _unreadable(path, "The file does not exist.")
    try:
        content = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_object)
    except DuplicateKeyError as error:
        raise _unreadable(
            path, f"It says {error.key} twice in one object; readers would see two different packages."
        ) from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise _unreadable(path, f"It is not JSON in UTF-8{_line(error)}.") from None
    if not isinstance(content, dict):
        raise _unreadable(path, "It is JSON but not an object.")
    return content


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of JSON. Raises DuplicateKeyError where it says a property twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise DuplicateKeyError(next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number])))
    return found


def _line(error: Exception) -> str:
    return f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""


def _forbid_remote(file: Location, target: str) -> None:
    path = PurePosixPath(target)
    if "://" in target or path.is_absolute() or ".." in path.parts:
        raise NotReadableError(
            REMOTE.broken(Place(display_path(file)), "A path, schema or profile leads out of the package.")
        )


def _unreadable(path: Location, message: str) -> NotReadableError:
    return NotReadableError(UNREADABLE.broken(Place(display_path(path)), message))


def _field(field: Mapping[str, Any]) -> Field:
    constraints = field.get("constraints", {})
    return Field(
        name=str(field["name"]),
        type=str(field["type"]),
        title=str(field.get("title", field["name"])),
        description=str(field.get("description", "")),
        unit=str(field.get("unit", "")),
        required=bool(constraints.get("required", False)),
        values=tuple(str(value) for value in constraints.get("enum", ())),
        is_prose=field.get("prose") is True,
        is_address=field.get("format") == "uri",
    )


def _names(key: Any) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else tuple(key)
