"""A cell that changed, in words: what it was, what it is, and how much more or less."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.registers import Code, Originator, Source
from scripts.reading.package.revisions import Revision
from scripts.reading.release.diff import NUMBERS, Change, factor_of_change
from scripts.reading.release.release import Release
from scripts.website.text import formatting

_DAYS = ("period_start", "period_end", "counted_on")
_NOTABLE = Decimal("1.5")


@dataclass(frozen=True)
class ChangedCell:
    """One field that changed, all in words; `size` is empty where it is no number."""

    field: str
    was: str
    now: str
    size: str


def changed_cell(entry: Revision, release: Release, labels: Labels) -> ChangedCell:
    """What an entry of the revisions tells, for a row that may be told."""
    was, now = (_content(entry, text, release, labels) if text else labels["empty"] for text in (entry.was, entry.now))
    return ChangedCell(_field(entry, release, labels), was, now, "; ".join(_size(entry, labels)))


def _field(entry: Revision, release: Release, labels: Labels) -> str:
    resource = release.package.resources.get(entry.resource)
    titles = {field.name: field.title for field in resource.fields} if resource else {}
    return titles.get(entry.field) or labels.fields["moved"].get(entry.field, entry.field)


def _content(entry: Revision, text: str, release: Release, labels: Labels) -> str:
    """What a cell says, in words where there are words for it; what no longer has any stands as it was written."""
    if entry.field in NUMBERS:
        return _number(entry, Decimal(text), release, labels)
    if entry.field in _DAYS:
        return formatting.day(text, labels)
    return _titles(entry, release).get(text) or labels.fields.get(entry.field, {}).get(text, text)


def _titles(entry: Revision, release: Release) -> Mapping[str, str]:
    """The titles of what a field refers to: an originator, a source, a table, or the codes of a dimension."""
    registers = release.registers
    resource = release.package.resources.get(entry.resource)
    codes = registers.code_lists.get(resource.references.get(entry.field, ""), {}) if resource else {}
    referred: Mapping[str, Mapping[str, Originator | Source | Code | Resource]] = {
        "originator": registers.originators,
        "source": registers.sources,
        "resource": release.package.resources,
    }
    return {name: one.title for name, one in referred.get(entry.field, codes).items()}


def _number(entry: Revision, value: Decimal, release: Release, labels: Labels) -> str:
    figure = release.by_id.get(entry.figure)
    return (
        formatting.quantity(value, release.indicator_of(figure).unit, labels)
        if figure
        else formatting.number(value, labels)
    )


def _size(entry: Revision, labels: Labels) -> Iterator[str]:
    """How much more or less it is, and how many times, where that is half as much again or more."""
    if entry.field not in NUMBERS or not (entry.was and entry.now):
        return
    difference = Decimal(entry.now) - Decimal(entry.was)
    more_or_less = "more" if difference > 0 else "less"
    if difference:
        yield labels[f"size_{more_or_less}"].format(formatting.number(abs(difference), labels))
    factor = factor_of_change(Change(*entry.key, entry.was, entry.now, entry.where))
    if factor is not None and factor >= _NOTABLE:
        times = formatting.number(factor.quantize(Decimal("0.1")), labels)
        yield labels[f"size_times_{more_or_less}"].format(times)
