"""Defines the flat table of all figures in SQLite: a view over the tables, and beside it only what was computed.

The view has the columns of the flat table in their order, so that a query for either gives the same rows.
"""

from collections.abc import Iterator, Mapping

from scripts.publishing.archive.flat_table import FIGURES
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import figure_resources

COMPUTED = "_figures_computed"
"""The table of what no other table has: the days of each figure, and since when it is known."""

_KEY = "figure"
_COLUMNS = (_KEY, "first_day", "last_day", "counted_last_day", "release_first_seen", "known_on", "known_on_basis")
# Where the columns stand that come from a register.
_JOINED: Mapping[str, str] = {
    "indicator_title": "i.title",
    "unit": "i.unit",
    "kind": "i.kind",
    "measure": "i.measure",
    "date_basis": "i.date_basis",
    "status_family": "i.status_family",
    "originator_title": "o.title",
    "source_title": "s.title",
    "url": "s.url",
}


def figure_definitions(package: Package) -> Iterator[str]:
    """Define the table of computed columns and the view that joins them; nothing without the flat table."""
    flat = package.resources.get(FIGURES.name)
    if flat is None:
        return
    columns = ", ".join(f"{name} TEXT" for name in _COLUMNS[1:])
    yield f"CREATE TABLE {COMPUTED} ({_KEY} TEXT PRIMARY KEY, {columns}) WITHOUT ROWID"
    names = [field.name for field in flat.fields]
    own = [name for name in names if name not in _JOINED and name not in _COLUMNS[1:]]
    tables = "\nUNION ALL ".join(_select(table, own) for table in figure_resources(package) if table is not flat)
    shown = ", ".join(f"{_place(name)} AS {name}" for name in names)
    yield (
        f"CREATE VIEW {FIGURES.name} AS\nWITH f AS ({tables})\nSELECT {shown}\nFROM f\n"
        f"JOIN {COMPUTED} c USING ({_KEY})\nJOIN indicators i USING (indicator)\n"
        "JOIN originators o USING (originator)\nJOIN sources s USING (source)\n"
        "ORDER BY f.indicator, f.period_start, f.period_end, f.figure"
    )


def computed_rows(flat: Resource) -> Iterator[tuple[str | None, ...]]:
    """Give the computed columns of the flat table, row by row."""
    return (tuple(row.cells[name] or None for name in _COLUMNS) for row in flat.rows)


def insertion() -> str:
    """Give the statement that inserts a row of computed columns."""
    return f"INSERT INTO {COMPUTED} VALUES ({', '.join('?' * len(_COLUMNS))})"


def _select(table: Resource, names: list[str]) -> str:
    has = {field.name for field in table.fields}
    cells = (f"'{table.name}'" if name == "resource" else f'"{name}"' if name in has else "NULL" for name in names)
    return f"SELECT {', '.join(f'{cell} AS {name}' for cell, name in zip(cells, names, strict=True))} FROM {table.name}"


def _place(name: str) -> str:
    if name in _COLUMNS[1:]:
        return f"c.{name}"
    return _JOINED.get(name, f"f.{name}")
