"""The computed parts of hand-written pages: on method, citing, disagreements, entitlements, findings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.checks import translate_checks
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import Figure
from scripts.reading.package.registers import Code, Indicator
from scripts.reading.release.rule_examples import RuleExample, read_rule_examples
from scripts.website.charts import caption
from scripts.website.charts.encodings import SHAPES
from scripts.website.pages.context import PageContext
from scripts.website.pages.generated_page import Slot

# Checks whose examples are not shown, because they have the form of a person's name or number, if an invented one.
_HIDDEN = ("personal",)
_PLAIN = ("downloads", "older", "offline", "citation", "overlaps")
"""Slots whose template needs nothing besides the release."""


@dataclass(frozen=True)
class EntitlementTable:
    """What each family status entitles to: rules down, statuses across, in each cell its figures with their acts."""

    resource: Resource
    rules: tuple[Indicator, ...]
    statuses: tuple[Code, ...]
    cells: Mapping[tuple[str, str], list[Figure]]


def method_slots(context: PageContext) -> Iterator[Slot]:
    """Give every computed part of those pages."""
    yield from _method(context)
    yield from (Slot(name, name) for name in _PLAIN)
    yield from _lists_by_topic(context)
    if "entitlements" in context.release.package.resources:
        yield Slot("entitlements", "entitlements", {"table": entitlement_table(context)})


def entitlement_table(context: PageContext) -> EntitlementTable:
    """Arrange the figures of the table `entitlements` by rule and family status; only statuses with figures appear."""
    release = context.release
    cells: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in release.figures_of_table("entitlements"):
        cells[figure.indicator, figure.dimensions["family_status"]].append(figure)
    with_figures = {status for _, status in cells}
    return EntitlementTable(
        release.package.resources["entitlements"],
        tuple(release.registers.indicators[code] for code in dict.fromkeys(indicator for indicator, _ in cells)),
        tuple(s for s in release.registers.code_lists["family_statuses"].values() if s.code in with_figures),
        dict(cells),
    )


def _method(context: PageContext) -> Iterator[Slot]:
    """What is checked, what is withheld, what is published when, and what the marks of charts mean."""
    policy, labels = context.release.policy, context.labels
    examples = _rule_examples(context.release.pages.tests)
    checks = translate_checks(context.translate)
    yield Slot("checks", "checks", {"checks": checks, "examples": examples, "hidden": _HIDDEN})
    units = [labels.of("unit_name", unit) for unit in policy.units_of_people]
    yield Slot("policy", "policy", {"policy": policy, "units": units})
    calendar = [context.formatter.day_of_year(day) for day in policy.tabulated.vintages]
    yield Slot("tabulation", "tabulation", {"policy": policy, "calendar": calendar})
    marks = (*(labels[f"mark_{kind}"] for kind in SHAPES), labels["arrow"])
    yield Slot("signs", "signs", {"marks": [caption.split_symbol(mark) for mark in marks]})


@cache
def _rule_examples(tests: Path | None) -> Mapping[str, RuleExample]:
    """Read the examples once for all languages; they do not change while a site is built."""
    return read_rule_examples(tests)


def _lists_by_topic(context: PageContext) -> Iterator[Slot]:
    """The conflicts and the statements of each topic."""
    conflicts, statements = context.release.relations.conflicts, context.release.statements
    for topic in dict.fromkeys(conflict.topic for conflict in conflicts):
        disputed = [conflict for conflict in conflicts if conflict.topic == topic]
        yield Slot(f"conflicts-{topic}", "conflict_list", {"conflicts": disputed})
    for topic in dict.fromkeys(statement.topic for statement in statements):
        listed = [statement for statement in statements if statement.topic == topic]
        yield Slot(f"statements-{topic}", "statement_list", {"statements": listed})
