"""Checks that sealed releases are unchanged and that the package's version is higher than theirs."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from scripts.findings import Finding, Place, Rule
from scripts.reading.release import archives
from scripts.reading.release.archives import ReleaseArchives, archive_name, version_key
from scripts.reading.release.diff import is_same
from scripts.reading.release.release import Release

QUESTION = "Is everything that was sealed still what it was, and does the package come after it?"

DISORDERED = Rule(
    "index-disordered",
    "The index of releases is not in order: a version twice, lower than the one before it or not of the form YEAR.N, "
    "a day before the one above it, or an archive that is not named after its version.",
    "Restore the index from the branch or the site where it was published; only `make release` writes it.",
)
UNLISTED = Rule(
    "archive-unlisted",
    "A file lies among the sealed releases that the index does not list.",
    "Take it out; if a release was interrupted, run `make release` again.",
)
BEHIND = Rule(
    "version-behind",
    "The package has a lower version than the release that was sealed last, or one that is not of the form YEAR.N.",
    "Raise the version in datapackage.json above that of the last release.",
)
SPENT = Rule(
    "version-spent",
    "The package differs from the release that was sealed with its version.",
    "Raise the version in datapackage.json: a sealed release never changes.",
)
ALTERED = Rule(
    "release-altered",
    "Something that was sealed was changed or removed: an archive, or a line of the index.",
    "Restore it from the base branch; a mistake in a release is mended by the next one.",
)

UNREADABLE = Rule(
    "download-unreadable",
    "The download is no intact zip archive or folder of a package.",
    "Download it again.",
)
CHECKSUM = Rule(
    "checksum-differs",
    "A file is missing, was added, or is not what SHA256SUMS or the descriptor says.",
    "Download the package again; do not use this copy.",
)
UNPUBLISHED = Rule(
    "not-published",
    "The package is not the one that was published with its version.",
    "Download it again from the site, or ask whoever gave it to you where it comes from.",
)

RULES = (*archives.RULES, DISORDERED, UNLISTED, BEHIND, SPENT)
DOWNLOADED = (UNREADABLE, CHECKSUM, UNPUBLISHED)


def check(release: Release) -> Iterator[Finding]:
    """Yield the faults of the sealed releases and of the package's version."""
    yield from release.archives.faults
    yield from _check_order(release.archives)
    yield from _unlisted_files(release.archives)
    yield from _check_version(release)


def altered_archives(base: Mapping[str, bytes], now: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield the sealed files that differ from those of another branch; both are given as file name → content.

    Archives may only be added, and lines may only be appended to the index.
    """
    for name, content in base.items():
        where = Place(f"releases/{name}")
        if name not in now:
            yield ALTERED.broken(where, "It is gone.")
        elif name == "index.csv" and not now[name].startswith(content):
            yield ALTERED.broken(where, "Its earlier lines are not what they were.")
        elif name != "index.csv" and now[name] != content:
            yield ALTERED.broken(where, "Its content is not what it was.")


def _check_order(sealed: ReleaseArchives) -> Iterator[Finding]:
    for entry in sealed.index:
        if not version_key(entry.version) or entry.archive != archive_name(entry.version):
            yield DISORDERED.broken(entry.where, "The version or the name of its archive has another form.")
    for before, after in pairwise(sealed.index):
        if version_key(after.version) <= version_key(before.version) or after.sealed_on < before.sealed_on:
            yield DISORDERED.broken(after.where, "The version or the day does not follow the line above.")


def _unlisted_files(sealed: ReleaseArchives) -> Iterator[Finding]:
    listed = {"index.csv", *(entry.archive for entry in sealed.index)}
    for file in sorted(sealed.folder.iterdir()) if sealed.folder else ():
        if file.name not in listed and not file.name.endswith(archives.PARTIAL):
            yield UNLISTED.broken(Place(file.as_posix()), "The index does not list it.")


def _check_version(release: Release) -> Iterator[Finding]:
    version, where = release.package.version, Place(release.package.file, field="version")
    last = release.archives.last
    if not version_key(version):
        yield BEHIND.broken(where, "The version has not the form YEAR.N or YEAR.N.1.")
    elif last and version_key(version) < version_key(last.version):
        yield BEHIND.broken(where, "A higher version was sealed already.")
    elif last and version == last.version and not is_same(last.package, release.package):
        yield SPENT.broken(where, "The release of this version is sealed, and the package is no longer the same.")
