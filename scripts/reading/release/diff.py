"""What changed from one release to the next, and which entries that needs: pure functions of what was read.

Cells are compared as the tables spell them, so that 100 and 100.0 differ: the second claims to be more precise.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from scripts.findings import Place
from scripts.reading.package.csv_table import CsvRow
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import Status, figure_resources
from scripts.reading.package.revisions import Key, RevisionClass
from scripts.reading.release.archives import ArchivedRelease
from scripts.reading.release.release import Release

NUMBERS = ("value", "value_low", "value_high")
_OURS_OR_THEIRS = (RevisionClass.REVISION, RevisionClass.CORRECTION)


@dataclass(frozen=True)
class RowReference:
    """A row of a table: `row` is its key, `where` its place in the release that has it."""

    resource: str
    row: str
    where: Place


@dataclass(frozen=True)
class Change:
    """One cell that differs: what it was in the release before and what it is now; `where` is its row now."""

    resource: str
    row: str
    field: str
    was: str
    now: str
    where: Place

    @property
    def key(self) -> Key:
        """What an entry about it must name."""
        return self.resource, self.row, self.field


@dataclass(frozen=True)
class SchemaChange:
    """A resource, or one of its fields, that was added, removed or described otherwise; `properties` says in what."""

    resource: str
    field: str
    what: str
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowChanges:
    """Rows that came, rows that went, and cells that differ."""

    added: tuple[RowReference, ...]
    removed: tuple[RowReference, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True)
class Changes:
    """Everything that differs: figures, definitions (indicators and codes), all other tables, and schemas."""

    figures: RowChanges
    definitions: RowChanges
    others: RowChanges
    schemas: tuple[SchemaChange, ...]

    @property
    def to_explain(self) -> tuple[Change, ...]:
        """The changes of which each needs an entry; a bound for jumps defines nothing."""
        return (*self.figures.changed, *(c for c in self.definitions.changed if c.field != "jump"))


def diff_packages(previous: Package, current: Package) -> Changes:
    """All that differs between two packages whose structure is sound; the revisions themselves are left out."""
    before, after = _sorted(previous), _sorted(current)
    figures, definitions, others = (_rows(old, new) for old, new in zip(before, after, strict=True))
    return Changes(figures, definitions, others, tuple(_schemas(previous, current)))


def is_same(previous: Package, current: Package) -> bool:
    """Whether two packages say the same: descriptor, schemas and tables, apart from version, day and checksums."""
    return _content(previous) == _content(current)


def size_in_words(change: Change) -> str:
    """The size of a change of a number in the words that its reason must have, such as "2.5 times"; or nothing."""
    was, now = _numbers(change)
    if was is None or now is None:
        return ""
    factor = factor_of_change(change)
    if factor is None:
        return "to zero" if was else "from zero"
    return f"{factor.quantize(Decimal('0.1'), ROUND_HALF_UP).normalize():f} times"


def factor_of_change(change: Change) -> Decimal | None:
    """How many times the larger number is the smaller one; None where a number is missing or one of them is zero."""
    return factor(*_numbers(change))


def factor(was: Decimal | None, now: Decimal | None) -> Decimal | None:
    """Divide the larger of two numbers by the smaller; None where one is missing or zero."""
    if not was or not now:
        return None
    low, high = sorted((abs(was), abs(now)))
    return high / low


def _numbers(change: Change) -> tuple[Decimal | None, Decimal | None]:
    """Both numbers of a change, None where a cell is empty or its field holds no number of the figure."""
    if change.field not in NUMBERS:
        return None, None
    was, now = (Decimal(text) if text else None for text in (change.was, change.now))
    return was, now


def _sorted(package: Package) -> tuple[tuple[Resource, ...], tuple[Resource, ...], tuple[Resource, ...]]:
    figures = figure_resources(package)
    lists = package.code_lists
    definitions = tuple(r for r in package.resources.values() if r.name == "indicators" or r in lists)
    others = (r for r in package.resources.values() if r not in (*figures, *definitions) and r.name != "revisions")
    return figures, definitions, tuple(others)


def _rows(previous: tuple[Resource, ...], current: tuple[Resource, ...]) -> RowChanges:
    before, after = dict(_keyed(previous)), dict(_keyed(current))
    changed = (c for key, new in after.items() if key in before for c in _cells(key[1], before[key], new))
    return RowChanges(
        tuple(_line(key[1], *after[key]) for key in after if key not in before),
        tuple(_line(key[1], *before[key]) for key in before if key not in after),
        tuple(changed),
    )


def _keyed(resources: tuple[Resource, ...]) -> Iterator[tuple[tuple[str, str], tuple[Resource, CsvRow]]]:
    """Each row by its resource and key; a figure by its id alone, as it stays the same figure in another table."""
    for resource in resources:
        scope = "" if resource.key == ("figure",) else resource.name
        fields = resource.key or tuple(field.name for field in resource.fields)
        for row in resource.rows:
            yield (scope, " ".join(row.cells[field] for field in fields)), (resource, row)


def _line(name: str, resource: Resource, row: CsvRow) -> RowReference:
    return RowReference(resource.name, name, Place(resource.file, row.number))


def _cells(name: str, before: tuple[Resource, CsvRow], after: tuple[Resource, CsvRow]) -> Iterator[Change]:
    """The cells of one row that differ, in the fields that both releases have; and its move to another table."""
    (old, was), (new, now) = before, after
    if old.name != new.name:
        yield Change(new.name, name, "resource", old.name, new.name, Place(new.file, now.number, "resource"))
    for field, text in now.cells.items():
        if field in was.cells and was.cells[field] != text:
            yield Change(new.name, name, field, was.cells[field], text, Place(new.file, now.number, field))


def _schemas(previous: Package, current: Package) -> Iterator[SchemaChange]:
    before, after = previous.resources, current.resources
    yield from (SchemaChange(name, "", "added") for name in after if name not in before)
    yield from (SchemaChange(name, "", "removed") for name in before if name not in after)
    for name in (name for name in before if name in after):
        differing = tuple(_differing(_properties(before[name]), _properties(after[name])))
        if differing:
            yield SchemaChange(name, "", "changed", differing)
        yield from _fields(name, _described(before[name]), _described(after[name]))


def _fields(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[SchemaChange]:
    yield from (SchemaChange(name, field, "added") for field in after if field not in before)
    yield from (SchemaChange(name, field, "removed") for field in before if field not in after)
    for field in (field for field in before if field in after):
        differing = tuple(_differing(before[field], after[field]))
        if differing:
            yield SchemaChange(name, field, "changed", differing)


def _properties(resource: Resource) -> dict[str, Any]:
    """What describes a resource as a whole, without what is computed when it is sealed."""
    schema = {key: value for key, value in resource.schema.items() if key != "fields"}
    return {**{k: v for k, v in resource.descriptor.items() if k not in ("bytes", "hash")}, **schema}


def _described(resource: Resource) -> dict[str, Any]:
    return {str(field["name"]): field for field in resource.schema["fields"]}


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    return [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]


def _content(package: Package) -> tuple[object, ...]:
    descriptor = {k: v for k, v in package.descriptor.items() if k not in ("version", "created", "resources")}
    tables = {
        name: (_properties(resource), resource.schema["fields"], [row.cells for row in resource.rows])
        for name, resource in package.resources.items()
    }
    return descriptor, tables


def allowed_classes(change: Change, release: Release) -> tuple[str, ...]:
    """The classes that fit a change; only between a mistake of ours and one of the source must a person choose."""
    figure = release.by_id.get(change.row)
    if figure is None or release.is_definition(change.resource):
        return (RevisionClass.REDEFINITION,)
    before = release.archives.last and release.archives.last.by_id.get(figure.id)
    became = figure.status if before and figure.status != before.status else ""
    if became == Status.SUPPRESSED:
        return (RevisionClass.REMOVAL,)
    if became == Status.RETRACTED:
        return (RevisionClass.RETRACTION,)
    return (
        (*_OURS_OR_THEIRS, RevisionClass.REDEFINITION) if change.field in ("indicator", "resource") else _OURS_OR_THEIRS
    )


def size_to_name(change: Change, last: ArchivedRelease) -> str:
    """The size that the reason of a change must name, or nothing where the change is within its indicator's bound."""
    figure = last.by_id.get(change.row)
    # The bound that was published counts, so that a change cannot bring its own.
    bound = last.registers.indicators[figure.indicator].jump if figure else None
    factor = factor_of_change(change)
    beyond = bound is not None and (factor is None or factor > bound)
    return size_in_words(change) if beyond else ""
