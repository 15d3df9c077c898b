"""The corrections in plain language: every entry of `revisions.csv`, with its figure and the size of its effect.

Rows that were corrected together, for one reason, are shown together, so that a rule that touches hundreds of rows is
read once.
"""

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


@dataclass(frozen=True)
class CorrectionGroup:
    """Corrections of one or more rows that were decided together: with one class, reason, source, reporter and day."""

    corrections: tuple[Correction, ...]

    @property
    def first(self) -> Correction:
        """The first of them, which gives the group its anchor and all that they share."""
        return self.corrections[0]

    @property
    def is_single(self) -> bool:
        """Whether one row alone was corrected."""
        return len(self.corrections) == 1

    @property
    def common_cells(self) -> tuple[ChangedCell, ...]:
        """The change that every row had alike; empty where they differ."""
        return self.first.cells if len({correction.cells for correction in self.corrections}) == 1 else ()

    def title(self, formatter: Formatter) -> str:
        """Name the row, or say how many rows there are."""
        rows = formatter.labels["correction_rows"].format(formatter.count(self.corrections))
        return self.first.title if self.is_single else rows


def correction_groups(corrections: tuple[Correction, ...]) -> tuple[CorrectionGroup, ...]:
    """Group corrections by what was decided; the newest group is the first, and rows stay in their order."""
    groups: dict[tuple[object, ...], list[Correction]] = {}
    for correction in corrections:
        groups.setdefault(_shared(correction), []).append(correction)
    return tuple(CorrectionGroup(tuple(group)) for group in groups.values())


def _shared(correction: Correction) -> tuple[object, ...]:
    source = correction.source.code if correction.source else ""
    facts = (correction.release, correction.kind, correction.reason, correction.reported_by, correction.decided_on)
    return (*facts, source, bool(correction.cells))


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
