"""A release in another language: the same figures, with every text of registers, tables and charts translated.

`localise` passes every text that readers see to `translate` and puts its result in place; so one walk serves both to
collect the texts and to translate them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.conformance import Clause, Conformance
from scripts.reading.declarations.disclosure_policy import Policy, Treatment
from scripts.reading.package.decisions import Decision
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import Figure, Statement
from scripts.reading.package.registers import Code, Indicator, IntervalKind, Originator, Source
from scripts.reading.package.relations import Conflict, ConflictFigure, Overlap, Relations
from scripts.reading.package.revisions import Revision
from scripts.reading.release.release import Release

Translate = Callable[[str, str], str]
"""Given the kind of a text (`indicators.title`) and the text, the text in the edition's language."""

_TEXTS: Mapping[type, tuple[str, tuple[str, ...]]] = {
    Indicator: ("indicators", ("title", "definition", "not_this")),
    Originator: ("originators", ("title", "description")),
    Source: ("sources", ("note",)),
    IntervalKind: ("interval_kinds", ("title", "definition")),
    Code: ("codes", ("title", "note")),
    Conflict: ("conflicts", ("title", "reading", "note")),
    ConflictFigure: ("conflicts", ("version",)),
    Overlap: ("overlaps", ("explanation", "comparison")),
    Statement: ("statements", ("text", "note")),
    Figure: ("figures", ("locator", "note")),
    Decision: ("decisions", ("reason",)),
    Revision: ("revisions", ("reason",)),
    Chart: ("charts", ("title", "subtitle", "description")),
    Treatment: ("policy", ("reason",)),
    Clause: ("standards", ("title", "how")),
}


def localise(release: Release, translate: Translate) -> Release:
    """Replace each text of a release by its translation; numbers, codes and titles of sources stay as they are."""
    registers = replace(
        release.registers,
        indicators=_each(release.registers.indicators, translate),
        originators=_each(release.registers.originators, translate),
        sources=_each(release.registers.sources, translate),
        interval_kinds=_each(release.registers.interval_kinds, translate),
        code_lists={name: _each(codes, translate) for name, codes in release.registers.code_lists.items()},
    )
    return replace(
        release,
        package=_package(release.package, translate),
        registers=registers,
        figures=_all(release.figures, translate),
        statements=_all(release.statements, translate),
        relations=_relations(release.relations, translate),
        decisions=_all(release.decisions, translate),
        revisions=_all(release.revisions, translate),
        declarations=replace(
            release.declarations,
            policy=_policy(release.policy, translate),
            charts=tuple(_chart(chart, translate) for chart in release.charts),
        ),
        pages=replace(release.pages, conformance=_conformance(release.pages.conformance, translate)),
    )


def _translated(entry: Any, translate: Translate) -> Any:
    """An entry with its texts translated; what is empty stays empty."""
    table, names = _TEXTS[type(entry)]
    texts = {name: translate(f"{table}.{name}", text) for name in names if (text := getattr(entry, name))}
    return replace(entry, **texts) if texts else entry


def _each(entries: Mapping[str, Any], translate: Translate) -> dict[str, Any]:
    return {code: _translated(entry, translate) for code, entry in entries.items()}


def _all(entries: tuple[Any, ...], translate: Translate) -> tuple[Any, ...]:
    return tuple(_translated(entry, translate) for entry in entries)


def _relations(relations: Relations, translate: Translate) -> Relations:
    return replace(
        relations,
        conflicts=_all(relations.conflicts, translate),
        versions=_all(relations.versions, translate),
        overlaps=_all(relations.overlaps, translate),
    )


def _policy(policy: Policy, translate: Translate) -> Policy:
    return replace(policy, resources=_each(policy.resources, translate))


def _conformance(conformance: Conformance, translate: Translate) -> Conformance:
    return replace(conformance, clauses=_all(conformance.clauses, translate))


def _chart(chart: Chart, translate: Translate) -> Chart:
    names = {key: translate("charts.names", text) for key, text in (chart.names or {}).items()}
    events = {day: translate("charts.events", text) for day, text in (chart.events or {}).items()}
    return replace(_translated(chart, translate), names=names, events=events)  # type: ignore[no-any-return]


def _package(package: Package, translate: Translate) -> Package:
    resources = {name: _resource(resource, translate) for name, resource in package.resources.items()}
    return replace(package, descriptor=_words(package.descriptor, "package", translate), resources=resources)


def _resource(resource: Resource, translate: Translate) -> Resource:
    columns = [_words(field, "fields", translate) for field in resource.schema["fields"]]
    descriptor = _words(resource.descriptor, "resources", translate)
    return replace(resource, descriptor=descriptor, schema={**resource.schema, "fields": columns})


def _words(described: Mapping[str, Any], table: str, translate: Translate) -> dict[str, Any]:
    """A part of the descriptor with its title and description translated."""
    names = [name for name in ("title", "description") if described.get(name)]
    return {**described, **{name: translate(f"{table}.{name}", described[name]) for name in names}}
