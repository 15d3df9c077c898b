"""A count of a part of a period is held against the same counter's counts of the whole."""

from pathlib import Path

import pytest

from scripts.checks import read_sound
from scripts.checks.nested_counts import check

YEAR = (
    "invented-year,invented-asked,moonland,1990,1990,1991-01-10,100,,,,{},published,{},invented-letter,own-page,high,"
)
SPRING = (
    "invented-spring,invented-asked,moonland,1990-03,1990-05,{},{},,,,exact,published,invented-helper,"
    "invented-letter,own-page,high,"
)


def exceeded(package: Path, year: str, spring: str) -> list[str]:
    """The messages of the check, with two rows more."""
    with (package / "data" / "invented_requests.csv").open("a", encoding="utf-8") as table:
        table.write(f"{year}\n{spring}\n")
    return [finding.message for finding in check(read_sound(package))]


def test_a_spring_with_more_than_its_year_is_found(editable: Path) -> None:
    found = exceeded(editable, YEAR.format("exact", "invented-helper"), SPRING.format("1990-06-01", 101))
    assert found == ["It is larger than invented-year, whose period holds its own."]


@pytest.mark.parametrize(
    ("year", "spring"),
    [
        pytest.param(YEAR.format("exact", "invented-helper"), SPRING.format("1990-06-01", 100), id="it is not larger"),
        pytest.param(YEAR.format("at-least", "invented-helper"), SPRING.format("1990-06-01", 101), id="a floor"),
        pytest.param(YEAR.format("about", "invented-helper"), SPRING.format("1990-06-01", 101), id="a rounded whole"),
        pytest.param(YEAR.format("exact", "invented-counter"), SPRING.format("1990-06-01", 101), id="another counter"),
        pytest.param(YEAR.format("exact", "invented-helper"), SPRING.format("1991-06-01", 101), id="counted later"),
    ],
)
def test_what_does_not_contradict_passes(year: str, spring: str, editable: Path) -> None:
    assert exceeded(editable, year, spring) == []


def test_a_conflict_that_names_both_explains_them(editable: Path) -> None:
    with (editable / "conflict_figures.csv").open("a", encoding="utf-8") as table:
        table.write(
            "invented-conflict,invented-year,the year,year,no\ninvented-conflict,invented-spring,the spring,spring,no\n"
        )
    year, spring = YEAR.format("exact", "invented-helper"), SPRING.format("1990-06-01", 101)
    assert exceeded(editable, year, spring) == []


def test_a_series_that_is_part_of_another_is_held_against_it(editable: Path) -> None:
    with (editable / "overlaps.csv").open("a", encoding="utf-8") as table:
        table.write("invented-part,invented-lost,invented-found,part-of,Invented.,no,Invented.\n")
    with (editable / "data" / "invented_counts.csv").open("a", encoding="utf-8") as table:
        table.write(
            "invented-lost-spring,invented-lost,moonland,all,1999-03,1999-05,1999-12-30,51,,,,exact,published,"
            "invented-counter,invented-page,own-page,high,\n"
        )
    found = [finding.message for finding in check(read_sound(editable))]
    assert "It is larger than invented-found, whose period holds its own." in found
