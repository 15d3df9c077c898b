"""The corrections in plain language: every entry of `revisions.csv`, with its figure and the size of its effect."""

from dataclasses import dataclass

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.registers import Source
from scripts.reading.package.revisions import Revision
from scripts.website.pages.figure_table import figure_address
from scripts.website.text.changed_cells import ChangedCell, changed_cell
from scripts.website.text.formatting import Formatter


@dataclass(frozen=True)
class Correction:
    """What was decided at once about one row; `cells` is empty where the row is withheld now.

    id: the name of its anchor, the same for ever; address: the row's, from the site's root, empty where it has none.
    """

    id: str
    release: str
    title: str
    address: str
    kind: str
    cells: tuple[ChangedCell, ...]
    reason: str
    source: Source | None
    reported_by: str
    decided_on: str

    def sentences(self, labels: Labels) -> tuple[str, ...]:
        """Say the change of each cell in a sentence."""
        return tuple(cell.sentence(labels) for cell in self.cells)


def corrections_of(formatter: Formatter) -> tuple[Correction, ...]:
    """List the corrections, newest first; revisions that share row, release, class, day and reason are one."""
    groups: dict[tuple[str, ...], list[Revision]] = {}
    for revision in formatter.release.revisions:
        groups.setdefault(_decision(revision), []).append(revision)
    corrections = [_correction(group, formatter) for group in reversed(groups.values())]
    return tuple(sorted(corrections, key=lambda correction: correction.decided_on, reverse=True))


def _decision(entry: Revision) -> tuple[str, ...]:
    about = (entry.release, entry.resource, entry.figure, entry.kind)
    return (*about, entry.reason, entry.source, entry.reported_by, entry.decided_on)


def _correction(revisions: list[Revision], formatter: Formatter) -> Correction:
    first, release, labels = revisions[0], formatter.release, formatter.labels
    title, address = _row(first, formatter)
    is_withheld = release.is_withheld(first)
    return Correction(
        id=f"{first.release}-{first.resource}-{first.figure}-{first.field}",
        release=first.release,
        title=title,
        address=address,
        kind=labels.of("class", first.kind),
        cells=() if is_withheld else tuple(changed_cell(revision, formatter) for revision in revisions),
        reason=first.reason,
        source=release.registers.sources.get(first.source),
        reported_by=labels.fields["reported_by"].get(first.reported_by, first.reported_by),
        decided_on=first.decided_on,
    )


def _row(revision: Revision, formatter: Formatter) -> tuple[str, str]:
    """The row in words, and its address: a figure's anchor, or the entry of what is defined."""
    release, labels = formatter.release, formatter.labels
    registers, folder = release.registers, f"{labels.language}/data"
    if revision.resource == "indicators" and revision.figure in registers.indicators:
        return registers.indicators[revision.figure].title, f"{folder}/indicators.html#{revision.figure}"
    codes = registers.code_lists.get(revision.resource, {})
    if revision.figure in codes:
        return codes[revision.figure].title, f"{folder}/codes.html#{revision.resource}"
    figure = None if release.is_definition(revision.resource) else release.by_id.get(revision.figure)
    if figure is None:
        return revision.figure, ""
    title = ": ".join(filter(None, (release.indicator_of(figure).title, formatter.scope(figure))))
    return title, figure_address(figure, labels)
