"""Checks the register of revisions against the changes since the last release."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scripts.findings import Finding, Place, Rule
from scripts.reading.package.revisions import Revision, read_revisions
from scripts.reading.release.archives import ArchivedRelease
from scripts.reading.release.diff import Change, Changes, allowed_classes, diff_packages, size_to_name
from scripts.reading.release.release import Release

QUESTION = "Does every change since the last release have exactly one entry that tells it truly, and nothing else?"

UNEXPLAINED = Rule(
    "revision-missing",
    "A cell of a published figure, or a definition, changed since the last release, and no entry says why.",
    "Add an entry to revisions.csv; the summary of a proposal’s check prints it, and so does `make compare`.",
)
SURPLUS = Rule(
    "revision-surplus",
    "An entry tells a change that did not happen, or names a release that is neither sealed nor the coming one.",
    "Take the entry out, or correct what it names: release, resource, figure and field.",
)
UNTRUE = Rule(
    "revision-untrue",
    "An entry does not tell what the cell was in the last release, or what it is now.",
    "Copy both as the tables have them; the summary of a proposal’s check and `make compare` print them.",
)
REWRITTEN = Rule(
    "revision-rewritten",
    "An entry of a sealed release was changed, taken out or added afterwards.",
    "Restore the entries of sealed releases; only numbers of a figure that is withheld now are emptied.",
)
REVEALS = Rule(
    "revision-tells-withheld",
    "An entry about a withheld figure tells what was or is in it.",
    "Empty `was` and `now` in every entry of the figure, also of earlier releases; write the reason without digits.",
)
CLASS = Rule(
    "revision-class",
    "The class of an entry does not fit its change: what was withdrawn is a retraction, what is withheld now a removal "
    "for disclosure, a changed definition a redefinition, and nothing else is.",
    "Choose the class that fits.",
)
GONE = Rule(
    "figure-gone",
    "A figure that was published is no longer there, so that its address leads nowhere.",
    "Restore its row; set the status to retracted, or to suppressed where it could identify somebody.",
)
JUMP = Rule(
    "jump-unnamed",
    "A number changed by more than its indicator's bound, and the reason does not say by how much.",
    "Check the number once more; then name the size in the reason, in the words of the entry that the summary of a "
    "proposal’s check prints, and so does `make compare`.",
)
SCHEMA = Rule(
    "schema-unstable",
    "A resource or field of the last release is gone or means something else, so that programs of readers break.",
    "Restore it and set `deprecated` to the coming version; it may go one release later. Add new fields beside it.",
)

RULES = (UNEXPLAINED, SURPLUS, UNTRUE, REWRITTEN, REVEALS, CLASS, GONE, JUMP, SCHEMA)

_BREAKING = {"type", "format", "unit", "path", "primaryKey"}


def check(release: Release) -> Iterator[Finding]:
    """Yield changes without an entry, entries without a change, and unannounced changes of schemas."""
    last = release.archives.last
    changes = diff_packages(last.package, release.package) if last else None
    yield from _unmatched(release, changes)
    yield from _revealing_entries(release)
    if last and changes:
        yield from _rewritten_entries(last, release)
        yield from _gone_figures(changes, release)
        yield from _unstable_schemas(last, release, changes)
        yield from _unnamed_jumps(last, release, changes)


def _next_entries(release: Release) -> list[Revision]:
    return [revision for revision in release.revisions if revision.release == release.package.version]


def _unmatched(release: Release, changes: Changes | None) -> Iterator[Finding]:
    """Yield changes without an entry and entries without a change; an already sealed version needs no new entries."""
    last = release.archives.last
    entries = {} if last and last.version == release.package.version else {r.key: r for r in _next_entries(release)}
    happened = {change.key: change for change in changes.to_explain} if changes else {}
    for key, change in happened.items():
        if key not in entries:
            yield UNEXPLAINED.broken(change.where, "It changed since the last release.")
        else:
            yield from _entry_faults(entries[key], change, release)
    known = {*release.archives.sealed, release.package.version}
    for revision in release.revisions:
        if revision.reason.strip(" ?") == "":
            yield UNEXPLAINED.broken(revision.where, "Its reason is still a question mark.")
        if revision.release not in known or (revision.key in entries and revision.key not in happened):
            yield SURPLUS.broken(revision.where, "It matches no change.")


def _entry_faults(revision: Revision, change: Change, release: Release) -> Iterator[Finding]:
    withheld = release.is_withheld(revision)
    if not withheld and (revision.was, revision.now) != (change.was, change.now):
        yield UNTRUE.broken(revision.where, "What it was or what it is now is told wrongly.")
    allowed = allowed_classes(change, release)
    if revision.kind not in allowed:
        yield CLASS.broken(revision.where, f"The class that fits is {' or '.join(allowed)}.")


def _revealing_entries(release: Release) -> Iterator[Finding]:
    for revision in release.revisions:
        reveals = revision.was or revision.now or any(character.isdigit() for character in revision.reason)
        if reveals and release.is_withheld(revision):
            yield REVEALS.broken(revision.where, "The figure is withheld, but its entry tells of a content.")


def _rewritten_entries(last: ArchivedRelease, release: Release) -> Iterator[Finding]:
    sealed = {(revision.release, revision.key): revision for revision in read_revisions(last.package)}
    now = {(revision.release, revision.key): revision for revision in release.revisions}
    table = release.package.resources.get("revisions")
    for name, revision in sealed.items():
        if name not in now:
            where = Place(table.file if table else release.package.file)
            yield REWRITTEN.broken(where, f"An entry of release {revision.release} is gone.")
    for (version, key), revision in now.items():
        before = sealed.get((version, key))
        if before is None and version in release.archives.sealed and version != release.package.version:
            yield REWRITTEN.broken(revision.where, "It was added after its release was sealed.")
        elif before and not _is_unchanged(before, revision, release):
            yield REWRITTEN.broken(revision.where, "It is not what it was when its release was sealed.")


def _is_unchanged(before: Revision, after: Revision, release: Release) -> bool:
    """Whether a sealed entry is unchanged; numbers and reason may change where its figure is withheld now."""
    if release.is_withheld(after):
        before = replace(before, was=after.was, now=after.now, reason=after.reason)
    return replace(before, where=after.where) == after


def _gone_figures(changes: Changes, release: Release) -> Iterator[Finding]:
    resources = release.package.resources
    for line in changes.figures.removed:
        if line.resource in resources:
            yield GONE.broken(Place(resources[line.resource].file), f"The figure {line.row} is gone.")


def _unstable_schemas(last: ArchivedRelease, release: Release, changes: Changes) -> Iterator[Finding]:
    for change in changes.schemas:
        sealed = last.package.resources.get(change.resource)
        if sealed is None or change.what == "added":
            continue
        name = f"{change.resource}.{change.field}" if change.field else change.resource
        where = Place(release.package.file, field=name)
        entry = next((f for f in sealed.schema["fields"] if f["name"] == change.field), sealed.descriptor)
        if change.what == "removed" and "deprecated" not in entry:
            yield SCHEMA.broken(where, "It is gone, and the last release did not say that it would go.")
        elif change.what == "changed" and _BREAKING & {*change.properties}:
            breaking = ", ".join(sorted(_BREAKING & {*change.properties}))
            yield SCHEMA.broken(where, f"It changed in: {breaking}.")


def _unnamed_jumps(last: ArchivedRelease, release: Release, changes: Changes) -> Iterator[Finding]:
    entries = {revision.key: revision for revision in _next_entries(release)}
    for change in changes.figures.changed:
        size = size_to_name(change, last)
        entry = entries.get(change.key)
        if size and entry and not re.search(rf"(?<![\d.]){re.escape(size)}\b", entry.reason):
            yield JUMP.broken(entry.where, "The reason does not name the size of the change.")
