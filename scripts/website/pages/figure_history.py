"""Every value that a figure ever had in a release, and why it changed: for its row and for the page of its table."""

from dataclasses import dataclass

from scripts.checks import Cleared
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure
from scripts.reading.package.revisions import Revision
from scripts.website.text.formatting import amount


@dataclass(frozen=True)
class Vintage:
    """What a figure was from one release on: the number in words, and the reasons for which it changed then."""

    release: str
    amount: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class FieldChange:
    """A changed field of a figure, in words, for the page of its table."""

    release: str
    figure: str
    what: str
    field: str
    reason: str


def vintages_of_figure(figure: Figure, release: Cleared, labels: Labels) -> tuple[Vintage, ...]:
    """What a figure was, oldest first; nothing where it never changed. Withheld now, it has no number at all."""
    told = [(version, amount(then, release, labels)) for version, then in release.vintages_of(figure).items()]
    told.append((release.package.version, amount(figure, release, labels)))
    entries = [revision for revision in release.revisions if revision.figure == figure.id]
    reasons = {version: tuple(_reason(r, labels) for r in entries if r.release == version) for version, _ in told}
    steps = [
        Vintage(version, number, reasons[version])
        for place, (version, number) in enumerate(told)
        if place == 0 or number != told[place - 1][1] or reasons[version]
    ]
    return tuple(steps) if len(steps) > 1 else ()


def changes_of_table(resource: str, release: Cleared, labels: Labels) -> tuple[FieldChange, ...]:
    """The changes of a table's figures, newest first."""
    return tuple(
        FieldChange(
            r.release, r.figure, release.indicator_of(release.by_id[r.figure]).title, r.field, _reason(r, labels)
        )
        for r in _newest(release)
        if r.resource == resource and r.figure in release.by_id
    )


def _newest(release: Cleared) -> list[Revision]:
    return sorted(release.revisions, key=lambda revision: (revision.decided_on, revision.release), reverse=True)


def _reason(revision: Revision, labels: Labels) -> str:
    return f"{labels.of('class', revision.kind)}: {revision.reason}"
