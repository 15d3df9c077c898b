"""Makes the table `figures`: every figure of every table in one row, with its unit, titles, days and source.

It is made from the package and the releases before it, and holds no number that stands in no other table.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

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
from scripts.reading.package.figures import dimensions_of, figure_resources
from scripts.reading.package.periods import first_day, last_day
from scripts.reading.package.registers import Registers
from scripts.reading.release.archives import ReleaseArchives, version_key

FIGURES = Words(
    "figures",
    "All figures in one table",
    "Every figure of every table in one row each, with its unit and kind, the titles of its codes, its days and its "
    "source, sorted by indicator, period and identifier. Computed from the package; a dimension is empty where the "
    "figure's table does not have it. Figures of different kinds, units or status families must not be added.",
)
FOLDER = "formats/csv"
BOTH, COUNTED_ONLY = "both", "counted-on-only"

_INDICATOR = ("unit", "kind", "measure", "date_basis", "status_family")
# The columns that tables of figures share, in parts between which stand the columns that others give.
_PERIOD = ("period_start", "period_end")
_NUMBERS = ("value", "value_low", "value_high", "interval_kind", "qualifier", "status")
_JUDGED = ("via", "locator", "confidence", "note")

_TITLE = {"prose": True, **FILLED}
_DAY = {"type": "date"}
_FILLED_DAY = {**_DAY, **FILLED}


def with_flat_table(publication: Publication, archives: ReleaseArchives) -> Publication:
    """Give a publication whose package has the flat table before all others; `archives` hold the earlier releases."""
    table = flat_table(publication, archives)
    resources = {FIGURES.name: table, **publication.package.resources}
    return replace(publication, package=replace(publication.package, resources=resources))


def flat_table(publication: Publication, archives: ReleaseArchives) -> Resource:
    """Make the flat table of a publication."""
    package = publication.package
    rows = sorted(_rows(package, publication.registers, _first_seen(publication.version, archives)), key=_order)
    return computed_table(FIGURES, tuple(_fields(package)), ("figure",), rows)


def flat_table_files(publication: Publication) -> dict[str, bytes]:
    """Write the flat table of a publication as CSV with its descriptor, by path on the site; nothing without it."""
    table = publication.package.resources.get(FIGURES.name)
    if table is None:
        return {}
    content = table_csv(table)
    return {
        f"{FOLDER}/{table.path}": content,
        f"{FOLDER}/datapackage.json": table_descriptor(table, publication, content),
    }


def known_on(counted_on: str, published: str) -> tuple[date, str]:
    """Give the day from which a figure could be known, and what that rests on.

    It is the last day of the count or that of the source's publication, whichever is later: of a month or a year its
    last day. A source that shows no date leaves the day of the count alone.
    """
    counted = last_day(counted_on)
    return (max(counted, last_day(published)), BOTH) if published else (counted, COUNTED_ONLY)


def _order(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in ("indicator", *_PERIOD, "figure"))


def _first_seen(version: str, archives: ReleaseArchives) -> Mapping[str, str]:
    """Give for each figure of an earlier release the version of the first that has it."""
    earlier = sorted((old for old in archives.sealed if version_key(old) < version_key(version)), key=version_key)
    return {figure: old for old in reversed(earlier) for figure in archives.sealed[old].by_id}


def _rows(package: Package, registers: Registers, first_seen: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    empty = dict.fromkeys((*_dimensions(package), *_shared(package)), "")
    for resource in figure_resources(package):
        for row in resource.rows:
            cells = {**empty, **row.cells, "resource": resource.name}
            first = first_seen.get(cells["figure"], package.version)
            yield {**cells, **_joined(cells, registers), **_days(cells, registers), "release_first_seen": first}


def _joined(cells: Mapping[str, str], registers: Registers) -> Mapping[str, str]:
    indicator, source = registers.indicators[cells["indicator"]], registers.sources[cells["source"]]
    return {
        "indicator_title": indicator.title,
        **{name: getattr(indicator, name) for name in _INDICATOR},
        "originator_title": registers.originators[cells["originator"]].title,
        "source_title": source.title,
        "url": source.url,
    }


def _days(cells: Mapping[str, str], registers: Registers) -> Mapping[str, str]:
    known, basis = known_on(cells["counted_on"], registers.sources[cells["source"]].published)
    return {
        "first_day": _day(cells["period_start"], first_day),
        "last_day": _day(cells["period_end"], last_day),
        "counted_last_day": _day(cells["counted_on"], last_day),
        "known_on": known.isoformat(),
        "known_on_basis": basis,
    }


def _day(period: str, of: Callable[[str], date]) -> str:
    return of(period).isoformat() if period else ""


def _dimensions(package: Package) -> tuple[str, ...]:
    """List the dimensions of all tables, each once, in the order in which tables bring them."""
    return tuple(dict.fromkeys(name for table in figure_resources(package) for name in dimensions_of(table, package)))


def _shared(package: Package) -> tuple[str, ...]:
    """List the columns of tables that are no dimensions; a release from before a column does not have it."""
    names = {field.name for table in figure_resources(package) for field in table.fields}
    return tuple(name for name in (*_PERIOD, *_NUMBERS, *_JUDGED) if name in names)


def _fields(package: Package) -> Iterator[Declared]:
    """Declare every column in its order."""
    shared = {name: shared_field(name, package) for name in _shared(package)}
    tables = [table.name for table in figure_resources(package)]
    yield shared_field("figure", package)
    yield own_field(
        "resource", "Table", "The table that holds the figure.", {"constraints": {"required": True, "enum": tables}}
    )
    yield shared_field("indicator", package)
    yield own_field("indicator_title", "Title of the indicator", "What is counted, in words.", _TITLE)
    yield from (package.resources["indicators"].declared(name) for name in _INDICATOR)
    yield from (shared_field(name, package) for name in _dimensions(package))
    yield from (shared[name] for name in _PERIOD if name in shared)
    yield own_field("first_day", "First day", "First day of period_start.", _DAY)
    yield own_field("last_day", "Last day", "Last day of period_end.", _DAY)
    yield shared_field("counted_on", package)
    yield own_field("counted_last_day", "Last day of the count", "Last day of counted_on.", _FILLED_DAY)
    yield from (shared[name] for name in _NUMBERS if name in shared)
    yield from _who_and_where(package)
    yield from (shared[name] for name in _JUDGED if name in shared)
    yield from _when_known()


def _who_and_where(package: Package) -> Iterator[Declared]:
    yield shared_field("originator", package)
    yield own_field("originator_title", "Title of the originator", "Who counted, by name.", _TITLE)
    yield shared_field("source", package)
    yield own_field("source_title", "Title of the source", "Title of the page, as published.", _TITLE)
    yield package.resources["sources"].declared("url")


def _when_known() -> Iterator[Declared]:
    yield own_field(
        "release_first_seen",
        "First release",
        "The first release that has the figure. Read it as a text: release 2026.10 is not release 2026.1.",
        VERSION,
    )
    yield own_field(
        "known_on",
        "Known on",
        "The day from which the figure could be known: the last day of counted_on or of the day, month or year in "
        "which its source was published, whichever is later.",
        _FILLED_DAY,
    )
    yield own_field(
        "known_on_basis",
        "Basis of the day",
        "Whether known_on rests on the count and the date of the source (both) or, where the source shows no date, on "
        "the count alone (counted-on-only); such a source may have been published later.",
        {"constraints": {"required": True, "enum": [BOTH, COUNTED_ONLY]}},
    )
