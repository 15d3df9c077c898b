"""Checks that small cells of breakdowns stay withheld, given everything that was ever published.

The counts of all tables and all releases form one system of equations in integers. A solver finds the smallest and the
largest possible value of each withheld cell; the two must be far enough apart.
"""

from collections.abc import Iterator

from scripts.disclosure.audit.all_releases import Series, changed_series, stack_releases
from scripts.disclosure.audit.bound_propagation import ContradictionError
from scripts.disclosure.audit.identifiers import CellId
from scripts.disclosure.audit.intervals import disclosed_cells
from scripts.disclosure.audit.series import SeriesIndex, successive_counts
from scripts.disclosure.audit.solver import NotProvenError
from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.findings import Finding, Place, Rule
from scripts.reading.package.figures import Figure, Qualifier
from scripts.reading.package.registers import Indicator
from scripts.reading.package.revisions import RevisionClass
from scripts.reading.release.release import Release

QUESTION = (
    "Does every small cell of a breakdown stay withheld, and can none be worked out from everything that is published?"
)

SMALL = Rule(
    "cell-too-small",
    "A cell of a breakdown counts fewer people than the policy's minimum and is published.",
    "Set its status to suppressed, empty its numbers, and withhold what would give it away.",
)
GIVEN = Rule(
    "cell-given-away",
    "A withheld cell can be worked out from what was ever published, exactly or within less than the policy's width.",
    "Withhold one more part of the same whole, best the smallest that is published.",
)
GROWTH = Rule(
    "growth-given-away",
    "Two counts of a withheld or rounded cell tell that a few people were added between them.",
    "Withhold the later count too, or publish the two counts further apart.",
)
DIFFERS = Rule(
    "cell-differs-slightly",
    "One cell of a breakdown is published twice, and the numbers differ by fewer people than the policy's minimum.",
    "Withhold one of the two; if the earlier number was a mistake, say so in revisions.csv.",
)
CONTRADICTION = Rule(
    "cells-contradict",
    "Published cells contradict each other, so that nothing can be proven about the withheld ones.",
    "Check the cells of the margins that are named against their sources.",
)
UNPROVEN = Rule(
    "withheld-not-proven",
    "The proof that withheld cells stay withheld was not finished in the time that the policy allows.",
    "Make the tables smaller: fewer dimensions, coarser codes.",
)
SCOPE = Rule(
    "scope-unknown",
    "Two series count people by the same codes, one withholds a cell, and nobody says how they belong together.",
    "Add a line to overlaps.csv: the same people, one a part of the other, or not independent.",
)
NOTE = Rule(
    "withheld-note",
    "The note of a withheld figure contains a digit; a note must not hint at the number.",
    "Use the same neutral note for every withheld figure.",
)
UNTREATED = Rule(
    "policy-incomplete",
    "A resource has neither a disclosure rule nor a reasoned exemption, or the policy treats one that does not exist.",
    "Add the resource to disclosure.yaml with a rule or an exemption and the reason, or remove the entry.",
)

RULES = (SMALL, GIVEN, GROWTH, DIFFERS, CONTRADICTION, UNPROVEN, SCOPE, NOTE, UNTREATED)


def check(release: Release) -> Iterator[Finding]:
    """Yield the cells that could identify a person."""
    yield from _policy_gaps(release)
    for figure in release.figures:
        if figure.is_published and _is_small(figure, release):
            yield SMALL.broken(figure.where, "The cell is below the policy's minimum.")
        if figure.is_suppressed and any(character.isdigit() for character in figure.note):
            yield NOTE.broken(figure.where, "The note contains a digit.")
    yield from _slight_differences(release)
    yield from _unrelated_series(release)
    yield from _audit_findings(release)


def _audit_findings(release: Release) -> Iterator[Finding]:
    """Yield the disclosed cells, or the reason why the audit proves nothing."""
    try:
        disclosed = _audit(release)
    except ContradictionError as error:
        for margin in error.places:
            others = ", ".join(str(other) for other in error.places if other != margin) or "nothing else"
            yield CONTRADICTION.broken(margin.where, f"This margin cannot hold, together with: {others}.")
    except NotProvenError as error:
        yield UNPROVEN.broken(Place(release.package.file), str(error))
    else:
        yield from _disclosed_findings(disclosed, release)


def _disclosed_findings(cells: tuple[CellId, ...], release: Release) -> Iterator[Finding]:
    """Yield a finding for each cell, located in the latest release that has its figure."""
    earlier = (figure for sealed in release.archives.sealed.values() for figure in sealed.figures)
    where_by_figure = {figure.id: figure.where for figure in (*earlier, *release.figures)} if cells else {}
    for cell in cells:
        if cell.since:
            message = "What was added since the count before can be told, exactly or nearly."
            yield GROWTH.broken(where_by_figure[cell.figure], message)
        else:
            yield GIVEN.broken(where_by_figure[cell.figure], "A reader could work it out, exactly or nearly.")


def _audit(release: Release) -> tuple[CellId, ...]:
    """Find the cells that a reader of all releases could derive. Raises ContradictionError, NotProvenError."""
    changed: frozenset[Series] = frozenset()
    while True:
        stack = stack_releases(release, changed)
        try:
            return disclosed_cells(stack.system, release.policy.seconds)
        except ContradictionError as error:
            more = changed_series(stack, error) - changed
            if not more:
                raise
            changed |= more


def _slight_differences(release: Release) -> Iterator[Finding]:
    """Yield cells of a breakdown whose number differs slightly between two counts or two releases."""
    pairs, corrected = list(successive_counts(release)), release.figures_with_revision(RevisionClass.CORRECTION)
    for sealed in release.archives.sealed.values():
        kept = (earlier for earlier in sealed.figures if earlier.id in release.by_id and earlier.id not in corrected)
        pairs += [(earlier, release.by_id[earlier.id]) for earlier in kept]
    for earlier, later in pairs:
        numbers = [f.value for f in (earlier, later) if f.value is not None and f.qualifier == Qualifier.EXACT]
        is_slight = len(numbers) == 2 and 0 < abs(numbers[1] - numbers[0]) < release.policy.minimum
        if is_slight and earlier.where != later.where and _is_cell_of_people(later, release):
            yield DIFFERS.broken(later.where, f"The other number stands in {earlier.where}.")


def _unrelated_series(release: Release) -> Iterator[Finding]:
    """Yield series that share cells with a series that withholds some, where `overlaps.csv` does not relate the two."""
    declared = {frozenset((overlap.indicator, overlap.other)) for overlap in release.relations.overlaps}
    withholding = dict.fromkeys(figure.indicator for figure in release.figures if figure.is_suppressed)
    counting = [code for code, indicator in release.registers.indicators.items() if _is_of_people(indicator, release)]
    index = SeriesIndex(release)
    for indicator in withholding:
        comparable = index.with_common_counts(indicator) - {indicator}
        for other in counting:
            if other in comparable and frozenset((indicator, other)) not in declared:
                for figure, match in index.matching_cells(other, indicator):
                    if release.broken_down(match):
                        yield SCOPE.broken(figure.where, f"The other series is that of {match.where}.")
                        break


def _policy_gaps(release: Release) -> Iterator[Finding]:
    """Yield resources without a rule, rules without a resource, and exemptions of resources with figures."""
    file = (release.package.root / "disclosure.yaml").as_posix()
    with_figures = {figure.resource for figure in release.figures}
    for name in release.package.resources:
        if name not in release.policy.resources:
            yield UNTREATED.broken(Place(file, field=name), "The policy does not treat this resource.")
    for name, treatment in release.policy.resources.items():
        if name not in release.package.resources:
            hint = suggestion(name, release.package.resources)
            yield UNTREATED.broken(Place(file, field=name), f"There is no such resource.{hint}")
        elif treatment.rule == "exempt" and name in with_figures:
            yield UNTREATED.broken(Place(file, field=name), "A resource with figures cannot be exempt.")


def _is_small(figure: Figure, release: Release) -> bool:
    """Whether a published cell counts too few people; rounded numbers are exempt, as each stands for a range."""
    is_rounded = release.policy.resources[figure.resource].rounding
    is_low = figure.highest is not None and figure.highest < release.policy.minimum
    return is_low and not is_rounded and _is_cell_of_people(figure, release)


def _is_cell_of_people(figure: Figure, release: Release) -> bool:
    """Whether a figure counts people and is a cell of a breakdown."""
    return _is_of_people(release.indicator_of(figure), release) and bool(release.broken_down(figure))


def _is_of_people(indicator: Indicator, release: Release) -> bool:
    return indicator.unit in release.policy.units_of_people
