"""Every value that a figure had in a release, and why it changed: for its row and for the page of its table."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure
from scripts.reading.package.revisions import Revision
from scripts.website.text.formatting import Formatter

# How a number reached us and how sure we are of it: its page of corrections tells of it, the history of numbers not.
_ABOUT_THE_PAGE = ("via", "source", "locator", "confidence", "note")


@dataclass(frozen=True)
class Vintage:
    """A figure's number in words from one release on, and the reasons for which it changed in that release."""

    release: str
    amount: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class FieldChange:
    """A changed field of a figure, in words, for the page of its table."""

    release: str
    figure: str
    title: str
    field: str
    reason: str


def figure_histories(formatter: Formatter) -> Mapping[str, tuple[Vintage, ...]]:
    """List the vintages of every figure by its id, oldest first; a figure that never changed has none.

    A figure that is withheld now has no number in any vintage.
    """
    revisions: dict[str, list[Revision]] = defaultdict(list)
    for revision in formatter.release.revisions:
        if revision.field not in _ABOUT_THE_PAGE:
            revisions[revision.figure].append(revision)
    return {
        figure.id: _vintages(figure, revisions.get(figure.id, []), formatter) for figure in formatter.release.figures
    }


def changes_by_table(formatter: Formatter) -> Mapping[str, tuple[FieldChange, ...]]:
    """List the changed fields of the figures of every table that has any, newest first."""
    release = formatter.release
    changes: dict[str, list[FieldChange]] = defaultdict(list)
    for revision in sorted(release.revisions, key=lambda each: (each.decided_on, each.release), reverse=True):
        if figure := release.by_id.get(revision.figure):
            title, reason = release.indicator_of(figure).title, _reason(revision, formatter.labels)
            change = FieldChange(revision.release, revision.figure, title, revision.field, reason)
            changes[revision.resource].append(change)
    return {table: tuple(changed) for table, changed in changes.items()}


def _vintages(figure: Figure, revisions: list[Revision], formatter: Formatter) -> tuple[Vintage, ...]:
    release = formatter.release
    amounts = {version: formatter.amount(then) for version, then in release.vintages_of(figure).items()}
    amounts[release.package.version] = formatter.amount(figure)
    vintages: list[Vintage] = []
    before = None
    for version, amount in amounts.items():
        told = (_reason(each, formatter.labels) for each in revisions if each.release == version)
        reasons = tuple(dict.fromkeys(told))
        if amount != before or reasons:
            vintages.append(Vintage(version, amount, reasons))
        before = amount
    return tuple(vintages) if len(vintages) > 1 else ()


def _reason(revision: Revision, labels: Labels) -> str:
    return f"{labels.of('class', revision.kind)}: {revision.reason}"
