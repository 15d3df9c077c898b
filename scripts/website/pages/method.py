"""The parts of pages that people write which are computed: on method, citing, disagreements, entitlements, findings."""

from collections.abc import Iterator

from scripts.checks import translate_checks
from scripts.reading.release.rule_examples import read_rule_examples
from scripts.website.charts import caption
from scripts.website.charts.encodings import SHAPES
from scripts.website.pages.context import PageContext
from scripts.website.text import formatting

# Checks whose examples are not shown, because they have the form of a person's name or number, if an invented one.
_HIDDEN = ("personal",)


def slots(site: PageContext) -> Iterator[tuple[str, str]]:
    """Each slot of those pages with its HTML, by its path."""
    broken = read_rule_examples(site.release.pages.tests)
    yield site.slot("checks"), site.fill("checks", checks=translate_checks(site.say), examples=broken, hidden=_HIDDEN)
    policy = site.release.policy
    yield site.slot("policy"), site.fill("policy", policy=policy)
    calendar = [formatting.day_of_year(day, site.labels) for day in policy.tabulated.vintages]
    yield site.slot("tabulation"), site.fill("tabulation", policy=policy, calendar=calendar)
    marks = (*(site.labels[f"mark_{kind}"] for kind in SHAPES), site.labels["arrow"])
    yield site.slot("signs"), site.fill("signs", signs=[caption.split_symbol(mark) for mark in marks])
    yield site.slot("downloads"), site.fill("downloads")
    yield site.slot("older"), site.fill("older")
    yield site.slot("offline"), site.fill("offline")
    yield site.slot("citation"), site.fill("citation")
    yield site.slot("overlaps"), site.fill("overlaps")
    conflicts = site.release.relations.conflicts
    for topic in {conflict.topic for conflict in conflicts}:
        disputed = [conflict for conflict in conflicts if conflict.topic == topic]
        yield site.slot(f"conflicts-{topic}"), site.fill("conflict_list", conflicts=disputed)
    if "entitlements" in site.release.package.resources:
        yield site.slot("entitlements"), site.fill("entitlements", **_entitlements(site))
    topics = {statement.topic for statement in site.release.statements}
    for topic in sorted(topics):
        chosen = [statement for statement in site.release.statements if statement.topic == topic]
        yield site.slot(f"statements-{topic}"), site.fill("statement_list", statements=chosen)


def _entitlements(site: PageContext) -> dict[str, object]:
    """What each status means, as a table: rules down, statuses across, in each cell its figures with their acts."""
    release = site.release
    figures = [figure for figure in release.figures if figure.resource == "entitlements"]
    statuses = [
        code
        for code in release.registers.code_lists["family_statuses"].values()
        if any(figure.dimensions["family_status"] == code.code for figure in figures)
    ]
    matrix = [
        (
            release.registers.indicators[indicator],
            {
                s.code: [f for f in figures if (f.indicator, f.dimensions["family_status"]) == (indicator, s.code)]
                for s in statuses
            },
        )
        for indicator in dict.fromkeys(figure.indicator for figure in figures)
    ]
    return {"resource": release.package.resources["entitlements"], "statuses": statuses, "matrix": matrix}
