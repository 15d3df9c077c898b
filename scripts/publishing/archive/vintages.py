"""Writes every figure in every release as one table: figure × release."""

from collections.abc import Iterator, Mapping

from scripts.checks import Cleared
from scripts.publishing.archive.computed_tables import (
    FILLED,
    VERSION,
    Declared,
    Words,
    computed_table,
    own_field,
    shared_field,
    table_csv,
    table_descriptor,
)
from scripts.publishing.archive.publication import Publication
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import Status, figure_resources

VINTAGES = Words(
    "vintages",
    "Every figure in every release",
    "What each release says of each figure, the one in preparation included. A figure that is withheld now has no "
    "number in any release. Two releases of one figure are one figure twice, so their numbers must not be added.",
)

_BEFORE = ("figure", "indicator", "period_start", "period_end", "counted_on", "originator")
_SAID = ("status", "value", "value_low", "value_high", "qualifier")


def vintages_files(release: Cleared, publication: Publication) -> dict[str, bytes]:
    """Write the table and its descriptor, by path on the site; `publication` is the release at hand."""
    table = vintages_table(release)
    content = table_csv(table)
    return {
        f"releases/{table.path}": content,
        "releases/datapackage.json": table_descriptor(table, publication, content),
    }


def vintages_table(release: Cleared) -> Resource:
    """Make a row for every figure in every release that has it: figures in the package's order, releases oldest first.

    The last release is the one at hand, sealed or in preparation. A figure that is withheld now has no number in any
    release: its status is `suppressed` throughout.
    """
    order = {figure.id: position for position, figure in enumerate(release.figures)}
    suppressed = {figure.id for figure in release.figures if figure.is_suppressed}
    rows = (row for version, package in _packages(release).items() for row in _rows(version, package))
    kept = sorted((row for row in rows if row["figure"] in order), key=lambda row: order[row["figure"]])
    said = (_withheld(row) if row["figure"] in suppressed else row for row in kept)
    return computed_table(VINTAGES, tuple(_fields(release.package)), ("release", "figure"), said)


def _packages(release: Cleared) -> Mapping[str, Package]:
    """Give the package of each release by its version, oldest first."""
    sealed = {version: archived.package for version, archived in release.archives.sealed.items()}
    return {**sealed, release.package.version: release.package}


def _rows(version: str, package: Package) -> Iterator[Mapping[str, str]]:
    """Give the figures of a release as published; a release from before a field has nothing in it."""
    empty = dict.fromkeys((*_BEFORE, *_SAID), "")
    for resource in figure_resources(package):
        for row in resource.rows:
            yield {**empty, **row.cells, "release": version, "resource": resource.name}


def _withheld(row: Mapping[str, str]) -> Mapping[str, str]:
    """Blank what a release said of a figure that is withheld now, so that no number and no word about one can pass."""
    return {**row, **dict.fromkeys(_SAID, ""), "status": Status.SUPPRESSED.value}


def _fields(package: Package) -> Iterator[Declared]:
    yield own_field(
        "release",
        "Release",
        "The release that says it. Read it as a text: release 2026.10 is not release 2026.1.",
        VERSION,
    )
    yield own_field("resource", "Table", "The table that holds the figure.", FILLED)
    yield from (_in_many_releases(shared_field(name, package)) for name in (*_BEFORE, *_SAID))


def _in_many_releases(declared: Declared) -> Declared:
    """Declare a column for rows of many releases, of which the earlier ones may lack it or have codes of their own.

    Only what identifies the row and its status must be filled.
    """
    filled = declared["name"] in ("figure", "status")
    rest = {key: value for key, value in declared.items() if key != "constraints"}
    return {**rest, **FILLED} if filled else rest
