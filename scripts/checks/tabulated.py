"""Checks tables made from a confidential list: detail, rounding and days of the count."""

from collections.abc import Iterator, Sequence

from scripts.disclosure.tabulate.specification import PERIODS, policy_breaches
from scripts.findings import Finding, Place, Rule
from scripts.reading.declarations.disclosure_policy import Family, Treatment
from scripts.reading.package.figures import Figure, dimensions_of
from scripts.reading.package.periods import first_day, is_period, last_day
from scripts.reading.release.release import Release

QUESTION = "Do tables that were made from a confidential list keep the rules for such tables?"

FINE = Rule(
    "tabulated-too-fine",
    "A table from a confidential list crosses too many dimensions, or tells more finely than the policy allows.",
    "Make the table again with `tabulate`, which refuses what the policy does.",
)
UNROUNDED = Rule(
    "tabulated-not-rounded",
    "A number of a rounded table is not a multiple of its base, or the base is below the policy's minimum.",
    "Take the numbers as `tabulate` wrote them; never publish one that was not rounded.",
)
UNDUE = Rule(
    "vintage-not-due",
    "A table from a confidential list was counted on a day that is none of the release calendar.",
    "Count on a day of the calendar in disclosure.yaml; days of our own choice tell when a list reached us.",
)

RULES = (FINE, UNROUNDED, UNDUE)


def check(release: Release) -> Iterator[Finding]:
    """Yield the faults of tables with the policy rule `tabulated`."""
    for name, treatment in release.policy.resources.items():
        figures = release.figures_of_table(name)
        if treatment.rule == "tabulated" and figures:
            yield from _faults(figures, treatment, release)


def _faults(figures: Sequence[Figure], treatment: Treatment, release: Release) -> Iterator[Finding]:
    rules, resource = release.policy.tabulated, release.package.resources[figures[0].resource]
    family = rules.families.get(release.indicator_of(figures[0]).status_family)
    if family is None:
        yield FINE.broken(Place(resource.file), "People of this status may not be tabulated.")
        return
    used = {name for figure in figures for name in figure.dimensions if release.code_of(figure, name).parent}
    lists = [code_list for name, code_list in dimensions_of(resource, release.package).items() if name in used]
    for sentence in policy_breaches(lists, _finest_period(figures), family, rules):
        yield FINE.broken(Place(resource.file), f"It breaks a rule: {sentence}")
    for figure in figures:
        if figure.counted_on[5:] not in rules.vintages:
            yield UNDUE.broken(figure.where, "The day of the count is not in the calendar.")
        people = release.indicator_of(figure).unit in release.policy.units_of_people
        if treatment.rounding and people and not _is_rounded(figure, treatment, family):
            yield UNROUNDED.broken(figure.where, "The number is no multiple of a base that the policy allows.")


def _is_rounded(figure: Figure, treatment: Treatment, family: Family) -> bool:
    return treatment.base >= family.minimum and (figure.value is None or figure.value % treatment.base == 0)


def _finest_period(figures: Sequence[Figure]) -> str | None:
    """Return the kind of the shortest period in a table; None where all figures have the same period."""
    periods = {(f.period_start, f.period_end) for f in figures if is_period(f.period_start) and is_period(f.period_end)}
    if len(periods) < 2:
        return None
    days = min((last_day(end) - first_day(start)).days + 1 for start, end in periods)
    return next(period for period, longest in zip(reversed(PERIODS), (31, 92, days), strict=True) if days <= longest)
