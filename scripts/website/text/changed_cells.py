"""A cell that changed, in words: its content before and after, and the size of the difference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.registers import Code, Originator, Source
from scripts.reading.package.revisions import Revision
from scripts.reading.release.diff import NUMBERS, factor
from scripts.website.text.formatting import Formatter

_DAYS = ("period_start", "period_end", "counted_on")
_NOTABLE = Decimal("1.5")
"""The factor from which on a change is also given in times."""


@dataclass(frozen=True)
class ChangedCell:
    """One field that changed, all in words; `size` is empty where it is no number."""

    field: str
    was: str
    now: str
    size: str

    def sentence(self, labels: Labels) -> str:
        """Say the change in one sentence: "Value: was 70, is now 20 (less by 50)."."""
        change = labels["correction_told"].format(field=self.field, was=self.was, now=self.now)
        return f"{change} ({self.size})." if self.size else f"{change}."


def changed_cell(revision: Revision, formatter: Formatter) -> ChangedCell:
    """Put a revision into words; the caller makes sure that its row is not withheld."""
    empty = formatter.labels["empty"]
    was, now = (_format_content(revision, text, formatter) if text else empty for text in (revision.was, revision.now))
    return ChangedCell(_field_title(revision, formatter), was, now, "; ".join(_size(revision, formatter)))


def _field_title(revision: Revision, formatter: Formatter) -> str:
    resource = formatter.release.package.resources.get(revision.resource)
    titles = {field.name: field.title for field in resource.fields} if resource else {}
    return titles.get(revision.field) or formatter.labels.fields["moved"].get(revision.field, revision.field)


def _format_content(revision: Revision, text: str, formatter: Formatter) -> str:
    """Put a cell into words where there are words for it; anything else stays as the table spells it."""
    if revision.field in NUMBERS:
        return _format_number(revision, Decimal(text), formatter)
    if revision.field in _DAYS:
        return formatter.day(text)
    words = formatter.labels.fields.get(revision.field, {})
    return _referenced_titles(revision, formatter).get(text) or words.get(text, text)


def _referenced_titles(revision: Revision, formatter: Formatter) -> Mapping[str, str]:
    """The titles of the originators, sources, tables or codes to which a field refers, by code."""
    package, registers = formatter.release.package, formatter.release.registers
    resource = package.resources.get(revision.resource)
    codes = registers.code_lists.get(resource.references.get(revision.field, ""), {}) if resource else {}
    targets: Mapping[str, Mapping[str, Originator | Source | Code | Resource]] = {
        "originator": registers.originators,
        "source": registers.sources,
        "resource": package.resources,
    }
    return {code: target.title for code, target in targets.get(revision.field, codes).items()}


def _format_number(revision: Revision, value: Decimal, formatter: Formatter) -> str:
    figure = formatter.release.by_id.get(revision.figure)
    if figure is None:
        return formatter.number(value)
    return formatter.quantity(value, formatter.release.indicator_of(figure).unit)


def _size(revision: Revision, formatter: Formatter) -> Iterator[str]:
    """Say how much more or less it is, and how many times, where that is half as much again or more."""
    if revision.field not in NUMBERS or not (revision.was and revision.now):
        return
    was, now = Decimal(revision.was), Decimal(revision.now)
    more_or_less = "more" if now > was else "less"
    if now != was:
        yield formatter.labels[f"size_{more_or_less}"].format(formatter.number(abs(now - was)))
    times = factor(was, now)
    if times is not None and times >= _NOTABLE:
        rounded = formatter.number(times.quantize(Decimal("0.1")))
        yield formatter.labels[f"size_times_{more_or_less}"].format(rounded)
