"""Checks the register of revisions against what changed since the last release."""

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
TOLD = Rule(
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

RULES = (UNEXPLAINED, SURPLUS, UNTRUE, REWRITTEN, TOLD, CLASS, GONE, JUMP, SCHEMA)

_BREAKING = {"type", "format", "unit", "path", "primaryKey"}


def check(release: Release) -> Iterator[Finding]:
    """Yield changes without an entry, entries without a change, and entries that are not true."""
    last = release.archives.last
    changes = diff_packages(last.package, release.package) if last else None
    yield from _closure(release, changes)
    yield from _revealing(release)
    if last and changes:
        yield from _rewritten(last, release)
        yield from _gone(changes, release)
        yield from _unstable(last, release, changes)
        yield from _jumps(last, release, changes)


def _coming(release: Release) -> list[Revision]:
    return [revision for revision in release.revisions if revision.release == release.package.version]


def _closure(release: Release, changes: Changes | None) -> Iterator[Finding]:
    """Match entries with changes, both ways; a package that is sealed already needs no new entries."""
    last = release.archives.last
    entries = {} if last and last.version == release.package.version else {r.key: r for r in _coming(release)}
    happened = {change.key: change for change in changes.to_explain} if changes else {}
    for key, change in happened.items():
        if key not in entries:
            yield UNEXPLAINED.broken(change.where, "It changed since the last release.")
        else:
            yield from _faults(entries[key], change, release)
    known = {*release.archives.sealed, release.package.version}
    for revision in release.revisions:
        if revision.reason.strip(" ?") == "":
            yield UNEXPLAINED.broken(revision.where, "Its reason is still a question mark.")
        if revision.release not in known or (revision.key in entries and revision.key not in happened):
            yield SURPLUS.broken(revision.where, "It matches no change.")


def _faults(revision: Revision, change: Change, release: Release) -> Iterator[Finding]:
    withheld = release.is_withheld(revision)
    if not withheld and (revision.was, revision.now) != (change.was, change.now):
        yield UNTRUE.broken(revision.where, "What it was or what it is now is told wrongly.")
    fitting = allowed_classes(change, release)
    if revision.kind not in fitting:
        yield CLASS.broken(revision.where, f"The class that fits is {' or '.join(fitting)}.")


def _revealing(release: Release) -> Iterator[Finding]:
    for revision in release.revisions:
        is_revealing = revision.was or revision.now or any(character.isdigit() for character in revision.reason)
        if is_revealing and release.is_withheld(revision):
            yield TOLD.broken(revision.where, "The figure is withheld, but its entry tells of a content.")


def _rewritten(last: ArchivedRelease, release: Release) -> Iterator[Finding]:
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
        elif before and not _is_kept(before, revision, release):
            yield REWRITTEN.broken(revision.where, "It is not what it was when its release was sealed.")


def _is_kept(before: Revision, after: Revision, release: Release) -> bool:
    """Whether a sealed entry stands as it was; of a figure that is withheld now, its numbers and reason may go."""
    if release.is_withheld(after):
        before = replace(before, was=after.was, now=after.now, reason=after.reason)
    return replace(before, where=after.where) == after


def _gone(changes: Changes, release: Release) -> Iterator[Finding]:
    resources = release.package.resources
    for line in changes.figures.removed:
        if line.resource in resources:
            yield GONE.broken(Place(resources[line.resource].file), f"The figure {line.row} is gone.")


def _unstable(last: ArchivedRelease, release: Release, changes: Changes) -> Iterator[Finding]:
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


def _jumps(last: ArchivedRelease, release: Release, changes: Changes) -> Iterator[Finding]:
    entries = {revision.key: revision for revision in _coming(release)}
    for change in changes.figures.changed:
        size = size_to_name(change, last)
        if (
            size
            and change.key in entries
            and not re.search(rf"(?<![\d.]){re.escape(size)}\b", entries[change.key].reason)
        ):
            yield JUMP.broken(entries[change.key].where, "The reason does not name the size of the change.")
