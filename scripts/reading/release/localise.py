"""A release in another language: the same figures, with every text of registers, tables and charts said anew.

`edition` walks through all texts that readers see; what is done with each is up to `say`, so that collecting the texts
to translate and putting their translations in place are one and the same walk.
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
from scripts.reading.package.registers import Code, Indicator, Originator, Source
from scripts.reading.package.relations import Conflict, ConflictFigure, Overlap, Relations
from scripts.reading.package.revisions import Revision
from scripts.reading.release.release import Release

Translate = Callable[[str, str], str]
"""Given the kind of a text (`indicators.title`) and the text, the text in the edition's language."""

_TEXTS: Mapping[type, tuple[str, tuple[str, ...]]] = {
    Indicator: ("indicators", ("title", "definition", "not_this")),
    Originator: ("originators", ("title", "description")),
    Source: ("sources", ("note",)),
    Code: ("codes", ("title", "note")),
    Conflict: ("conflicts", ("title", "reading", "note")),
    ConflictFigure: ("conflicts", ("version",)),
    Overlap: ("overlaps", ("explanation",)),
    Statement: ("statements", ("text", "note")),
    Figure: ("figures", ("note",)),
    Decision: ("decisions", ("reason",)),
    Revision: ("revisions", ("reason",)),
    Chart: ("charts", ("title", "subtitle", "description")),
    Treatment: ("policy", ("reason",)),
    Clause: ("standards", ("title", "how")),
}


def localise(release: Release, say: Translate) -> Release:
    """The release with each of its texts as `say` says it; numbers, codes and titles of sources stay as they are."""
    registers = replace(
        release.registers,
        indicators=_each(release.registers.indicators, say),
        originators=_each(release.registers.originators, say),
        sources=_each(release.registers.sources, say),
        code_lists={name: _each(codes, say) for name, codes in release.registers.code_lists.items()},
    )
    return replace(
        release,
        package=_package(release.package, say),
        registers=registers,
        figures=_all(release.figures, say),
        statements=_all(release.statements, say),
        relations=_relations(release.relations, say),
        decisions=_all(release.decisions, say),
        revisions=_all(release.revisions, say),
        declarations=replace(
            release.declarations,
            policy=_policy(release.policy, say),
            charts=tuple(_chart(chart, say) for chart in release.charts),
        ),
        pages=replace(release.pages, conformance=_conformance(release.pages.conformance, say)),
    )


def _said(entry: Any, say: Translate) -> Any:
    """An entry with its texts said; what is empty stays empty."""
    table, names = _TEXTS[type(entry)]
    return replace(entry, **{name: say(f"{table}.{name}", text) for name in names if (text := getattr(entry, name))})


def _each(entries: Mapping[str, Any], say: Translate) -> dict[str, Any]:
    return {code: _said(entry, say) for code, entry in entries.items()}


def _all(entries: tuple[Any, ...], say: Translate) -> tuple[Any, ...]:
    return tuple(_said(entry, say) for entry in entries)


def _relations(relations: Relations, say: Translate) -> Relations:
    return replace(
        relations,
        conflicts=_all(relations.conflicts, say),
        versions=_all(relations.versions, say),
        overlaps=_all(relations.overlaps, say),
    )


def _policy(policy: Policy, say: Translate) -> Policy:
    return replace(policy, resources=_each(policy.resources, say))


def _conformance(conformance: Conformance, say: Translate) -> Conformance:
    return replace(conformance, clauses=_all(conformance.clauses, say))


def _chart(chart: Chart, say: Translate) -> Chart:
    names = {key: say("charts.names", text) for key, text in (chart.names or {}).items()}
    events = {day: say("charts.events", text) for day, text in (chart.events or {}).items()}
    return replace(_said(chart, say), names=names, events=events)  # type: ignore[no-any-return]


def _package(package: Package, say: Translate) -> Package:
    resources = {name: _resource(resource, say) for name, resource in package.resources.items()}
    return replace(package, descriptor=_words(package.descriptor, "package", say), resources=resources)


def _resource(resource: Resource, say: Translate) -> Resource:
    columns = [_words(field, "fields", say) for field in resource.schema["fields"]]
    descriptor = _words(resource.descriptor, "resources", say)
    return replace(resource, descriptor=descriptor, schema={**resource.schema, "fields": columns})


def _words(described: Mapping[str, Any], table: str, say: Translate) -> dict[str, Any]:
    """A part of the descriptor with its title and description said."""
    said = {name: say(f"{table}.{name}", described[name]) for name in ("title", "description") if described.get(name)}
    return {**described, **said}
