"""A column that several tables have is described as they describe it."""

from pathlib import Path
from typing import Any

import pytest

from scripts.publishing.archive.computed_tables import shared_field
from scripts.reading.package.descriptor import Package, Resource


def table(table_name: str, **field: Any) -> Resource:
    """An invented table of figures with one column of its own."""
    own = {"name": "place", "type": "string", "title": "Place", **field}
    schema = {"fields": [{"name": "figure", "type": "string"}, own], "primaryKey": ["figure"]}
    return Resource({"name": table_name, "path": f"data/{table_name}.csv"}, schema, f"{table_name}.csv", (), ())


def package(*tables: Resource) -> Package:
    return Package(Path(), {}, {table.name: table for table in tables})


def test_words_that_all_tables_share_stand_once() -> None:
    one, two = (table(name, description="Where it was.") for name in ("one", "two"))
    assert shared_field("place", package(one, two))["description"] == "Where it was."


def test_words_that_differ_say_which_table_means_what() -> None:
    one, two = table("one", description="Where it was."), table("two", description="Where they came from.")
    described = shared_field("place", package(one, two))["description"]
    assert described == "In one: Where it was. In two: Where they came from."


def test_a_code_of_any_table_is_allowed() -> None:
    one, two = (table(n, constraints={"required": True, "enum": codes}) for n, codes in (("a", ["x"]), ("b", ["y"])))
    assert shared_field("place", package(one, two))["constraints"] == {"required": True, "enum": ["x", "y"]}


@pytest.mark.parametrize("other", [{}, {"constraints": {"required": False}}])
def test_a_cell_may_be_empty_where_one_table_leaves_it_empty(other: dict[str, Any]) -> None:
    one, two = table("one", constraints={"required": True}), table("two", **other)
    assert "required" not in shared_field("place", package(one, two))["constraints"]


def test_a_cell_may_be_empty_where_a_table_does_not_have_the_column() -> None:
    lacking = table("two", name="other")
    described = shared_field("place", package(table("one", constraints={"required": True}), lacking))
    assert "required" not in described["constraints"]


def test_a_column_of_two_types_is_a_text() -> None:
    assert shared_field("place", package(table("one", type="number"), table("two")))["type"] == "string"
