"""Checks the relations between figures: corroborations, conflicts and their versions, shares and overlaps."""

from collections.abc import Iterator

from scripts.findings import Finding, Place, Rule
from scripts.reading.declarations.markdown import BINDING
from scripts.reading.package.relations import Conflict
from scripts.reading.release.release import Release

QUESTION = (
    "Do the relations between figures hold: corroboration by other pages, disagreements with their versions, overlaps?"
)

LINK = Rule(
    "relation-broken",
    "A relation names a figure that does not exist, or a figure is said to be corroborated by its own source.",
    "Correct the figure or the source, or remove the row.",
)
LONELY = Rule(
    "conflict-alone",
    "A conflict has no figure, so that readers cannot see what disagrees.",
    "Name the figures that take part in conflict_figures.csv, or remove the conflict.",
)
COMPARISON = Rule(
    "conflict-not-comparable",
    "Figures of a conflict are marked comparable, but differ in unit or measure, lack a number, or take one side only.",
    "Mark as comparable only published figures of one unit and measure that stand on two or more sides, or none.",
)
READING = Rule(
    "reading-unbound",
    "The reading of a conflict names a figure that does not exist or is not published.",
    "Use the id of a published figure.",
)
SELF = Rule(
    "overlap-with-itself",
    "A series is said to overlap with itself, or one pair of series stands twice.",
    "Name two different series, once.",
)

RULES = (LINK, LONELY, COMPARISON, READING, SELF)


def check(release: Release) -> Iterator[Finding]:
    """Yield the relations that name unknown figures or contradict themselves."""
    yield from _broken_links(release)
    yield from _conflict_faults(release)
    seen: set[frozenset[str]] = set()
    for overlap in release.relations.overlaps:
        pair = frozenset((overlap.indicator, overlap.other))
        if len(pair) == 1 or pair in seen:
            yield SELF.broken(overlap.where, "The pair is not one of two different series, or stands twice.")
        seen.add(pair)


def _broken_links(release: Release) -> Iterator[Finding]:
    for link in release.relations.corroborations:
        figure = release.by_id.get(link.figure)
        if figure is None:
            yield LINK.broken(link.where, "There is no such figure.")
        elif figure.source == link.source:
            yield LINK.broken(link.where, "The page is the figure's own source.")
    for version in release.relations.versions:
        if version.figure not in release.by_id:
            yield LINK.broken(version.where, "There is no such figure.")
    for share in release.relations.shares:
        if not {share.share, share.part, share.whole} <= release.by_id.keys():
            yield LINK.broken(share.where, "One of its figures does not exist.")


def _conflict_faults(release: Release) -> Iterator[Finding]:
    for conflict in release.relations.conflicts:
        if not release.relations.versions_of(conflict.conflict):
            yield LONELY.broken(conflict.where, "No figure takes part in it.")
        yield from (COMPARISON.broken(conflict.where, fault) for fault in _comparison_faults(conflict, release))
        for figure_id in BINDING.findall(conflict.reading):
            figure = release.figure_named(figure_id)
            if figure is None or not figure.is_published:
                where = Place(conflict.where.file, conflict.where.row, "reading")
                yield READING.broken(where, "A binding leads nowhere.")


def _comparison_faults(conflict: Conflict, release: Release) -> Iterator[str]:
    """Say what keeps the size of a disagreement from being computed from the figures marked comparable."""
    compared = [version for version in release.relations.versions_of(conflict.conflict) if version.is_comparable]
    figures = [release.by_id[version.figure] for version in compared if version.figure in release.by_id]
    indicators = [release.indicator_of(figure) for figure in figures]
    if len({(indicator.unit, indicator.measure) for indicator in indicators}) > 1:
        yield "Its comparable figures differ in unit or measure."
    if not all(figure.is_published for figure in figures):
        yield "One of its comparable figures has no published number."
    if len({version.side for version in compared}) == 1:
        yield "Its comparable figures all stand on one side."
