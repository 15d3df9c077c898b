"""What was corrected, in plain language: every entry of `revisions.csv`, with its figure and the size of its effect."""

from dataclasses import dataclass

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.registers import Source
from scripts.reading.package.revisions import Revision
from scripts.reading.release.release import Release
from scripts.website.pages.figure_table import figure_address
from scripts.website.text import formatting
from scripts.website.text.changed_cells import ChangedCell, changed_cell


@dataclass(frozen=True)
class Correction:
    """What was decided at once about one row; `cells` is empty where it is withheld now.

    id: the name of its anchor, the same for ever; address: where the row stands, from the site's root.
    """

    id: str
    release: str
    what: str
    address: str
    kind: str
    cells: tuple[ChangedCell, ...]
    reason: str
    source: Source | None
    reported_by: str
    decided_on: str


def corrections_of(release: Release, labels: Labels) -> tuple[Correction, ...]:
    """Every correction, newest first; entries that share row, release, class, day and reason are one."""
    groups: dict[tuple[str, ...], list[Revision]] = {}
    for entry in release.revisions:
        groups.setdefault(_decision(entry), []).append(entry)
    corrections = [_correction(group, release, labels) for group in reversed(groups.values())]
    return tuple(sorted(corrections, key=lambda correction: correction.decided_on, reverse=True))


def _decision(entry: Revision) -> tuple[str, ...]:
    about = (entry.release, entry.resource, entry.figure, entry.kind)
    return (*about, entry.reason, entry.source, entry.reported_by, entry.decided_on)


def _correction(entries: list[Revision], release: Release, labels: Labels) -> Correction:
    first = entries[0]
    what, where = _row(first, release, labels)
    return Correction(
        id=f"{first.release}-{first.resource}-{first.figure}-{first.field}",
        release=first.release,
        what=what,
        address=where,
        kind=labels.of("class", first.kind),
        cells=() if release.is_withheld(first) else tuple(changed_cell(entry, release, labels) for entry in entries),
        reason=first.reason,
        source=release.registers.sources.get(first.source),
        reported_by=labels.fields["reported_by"].get(first.reported_by, first.reported_by),
        decided_on=first.decided_on,
    )


def _row(entry: Revision, release: Release, labels: Labels) -> tuple[str, str]:
    """The row in words, and its address: a figure's anchor, or the entry of what is defined."""
    registers, folder = release.registers, f"{labels.language}/data"
    if entry.resource == "indicators" and entry.figure in registers.indicators:
        return registers.indicators[entry.figure].title, f"{folder}/indicators.html#{entry.figure}"
    codes = registers.code_lists.get(entry.resource, {})
    if entry.figure in codes:
        return codes[entry.figure].title, f"{folder}/codes.html#{entry.resource}"
    figure = None if release.is_definition(entry.resource) else release.by_id.get(entry.figure)
    if figure is None:
        return entry.figure, ""
    parts = (formatting.breakdown(figure, release), formatting.period(figure, labels))
    about = "; ".join(part for part in parts if part)
    title = release.indicator_of(figure).title
    return (f"{title}: {about}" if about else title), figure_address(figure, labels)
