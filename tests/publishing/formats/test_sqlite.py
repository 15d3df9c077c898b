"""The database: its references hold, it refuses what the schema forbids, and its views join titles."""

import sqlite3
from pathlib import Path

import pytest

from scripts.publishing.archive.publication import Publication


@pytest.fixture
def database(folder: Path) -> sqlite3.Connection:
    (file,) = folder.glob("formats/*.sqlite")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(file.read_bytes())
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def test_the_database_is_whole_and_its_references_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT count(*) FROM pragma_foreign_key_list('prosecutions')").fetchone() == (9,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE deaths SET source = 'nowhere'",
        "UPDATE deaths SET value = 'many'",
        "UPDATE deaths SET status = 'perhaps'",
        "UPDATE deaths SET counted_on = NULL",
        "INSERT INTO deaths SELECT * FROM deaths",
    ],
)
def test_the_database_refuses_what_the_schema_forbids(change: str, database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(change)


def test_views_join_the_titles_and_units(database: sqlite3.Connection, published: Publication) -> None:
    resources = published.package.resources
    for name in resources:
        views = database.execute("SELECT count(*) FROM sqlite_master WHERE name = ?", [f"{name}_labelled"]).fetchone()
        assert views == (1 if resources[name].references else 0,)
        if resources[name].references:
            (rows,) = database.execute(f"SELECT count(*) FROM {name}_labelled").fetchone()
            assert rows == len(resources[name].rows)
    told = "SELECT article_title, indicator_unit, source_url FROM prosecutions_labelled WHERE article = 'art-337'"
    title, unit, url = database.execute(told).fetchone()
    assert (title, unit) == ("Article 337: absence without leave", "cases")
    assert url.startswith("https://")


def test_one_table_holds_every_figure_with_its_unit_and_titles(
    database: sqlite3.Connection, published: Publication
) -> None:
    (rows,) = database.execute("SELECT count(*) FROM figures").fetchone()
    assert rows == sum(len(r.rows) for r in published.package.resources.values() if r.key == ("figure",))
    told = "SELECT f.unit, f.indicator_title, l.indicator_unit, l.indicator_title FROM figures f JOIN deaths_labelled l"
    for unit, title, *labelled in database.execute(f"{told} USING (figure)"):
        assert [unit, title] == labelled


def test_its_view_of_all_figures_is_the_flat_table_cell_by_cell(
    database: sqlite3.Connection, flat: Publication
) -> None:
    table = flat.package.resources["figures"]
    told = database.execute("SELECT * FROM figures ORDER BY figure")
    assert [name for name, *_ in told.description] == [field.name for field in table.fields]
    numbers = [field.type == "number" for field in table.fields]
    for row, cells in zip(sorted(table.rows, key=lambda row: row.cells["figure"]), told, strict=True):
        expected = [
            float(text) if text and is_number else text or None
            for text, is_number in zip(row.cells.values(), numbers, strict=True)
        ]
        assert list(cells) == expected


def test_the_database_names_its_release(database: sqlite3.Connection, flat: Publication) -> None:
    told = dict(database.execute("SELECT * FROM _release").fetchall())
    assert told["version"] == flat.version
    fields = sum(len(resource.fields) for resource in flat.package.resources.values())
    assert database.execute("SELECT count(*) FROM _fields").fetchone() == (fields,)
