"""Tables as systems of cells, for tests. Every count in them is invented."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

Margin = dict[str, Any]
Parents = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Table:
    """Every count by the id of its cell, and which of them add up to which."""

    counts: Mapping[str, int]
    margins: tuple[Margin, ...]

    def withholding(self, withheld: Container[str], floor: int = 0) -> dict[str, Any]:
        """The system that a reader sees when these cells are withheld, in the format of `audit`."""
        cells = {name: None if name in withheld else count for name, count in self.counts.items()}
        return {"cells": cells, "margins": list(self.margins), "withheld_at_least": floor}


def crossed(leaves: Mapping[tuple[str, ...], int], dimensions: Sequence[Parents]) -> Table:
    """A table with all its margins: counts by codes, and for each dimension its parents with their parts, lowest first.

    The id of a cell is its codes joined by a bar.
    """
    counts = dict(leaves)
    for position, parents in enumerate(dimensions):
        for parent, parts in parents.items():
            for codes in [codes for codes in counts if codes[position] == parts[0]]:
                line = (counts[_with_code(codes, position, part)] for part in parts)
                counts[_with_code(codes, position, parent)] = sum(line)
    margins = (
        {
            "total": _name(codes),
            "parts": [_name(_with_code(codes, position, part)) for part in parents[codes[position]]],
        }
        for position, parents in enumerate(dimensions)
        for codes in counts
        if codes[position] in parents
    )
    return Table({_name(codes): count for codes, count in counts.items()}, tuple(margins))


def invented_regions_by_months(people: int = 50_000, months: int = 48) -> Table:
    """Invented people, skewed over 85 invented regions in 8 districts and over months in years: 4,982 cells of 4 years.

    The same numbers every time.
    """
    chance = Random(20260101)
    regions, columns = [f"r{i:02}" for i in range(85)], [f"m{i:02}" for i in range(months)]
    weights = [[chance.gammavariate(1.0, 1.0) for _ in codes] for codes in (regions, columns)]
    leaves: dict[tuple[str, ...], int] = {(region, month): 0 for region in regions for month in columns}
    drawn = [chance.choices(codes, weight, k=people) for codes, weight in zip((regions, columns), weights, strict=True)]
    for position in zip(*drawn, strict=True):
        leaves[position] += 1
    districts = {f"d{i}": regions[i::8] for i in range(8)}
    years = {f"y{i}": columns[12 * i : 12 * i + 12] for i in range(months // 12)}
    return crossed(leaves, [districts | {"all": list(districts)}, years | {"all": list(years)}])


def small(table: Table, minimum: int = 10) -> set[str]:
    """The cells that are counts of few people."""
    return {name for name, count in table.counts.items() if 0 < count < minimum}


def small_and_a_second(table: Table, minimum: int = 10) -> set[str]:
    """The small cells, and in every line with only one withheld the next larger: the rule of thumb, which may fail."""
    withheld, size = small(table, minimum), -1
    while size < len(withheld):
        size = len(withheld)
        for margin in table.margins:
            line = {margin["total"], *margin["parts"]}
            rest = [name for name in line - withheld if table.counts[name]]
            if len(line & withheld) == 1 and rest:
                withheld.add(min(rest, key=lambda name: (table.counts[name], name)))
    return withheld


def two_way(values: list[list[int]], withheld: set[tuple[int, int]], floor: int = 0) -> dict[str, Any]:
    """A table with the sums of its rows and columns published and some inner cells withheld."""
    cells: dict[str, int | None] = {}
    margins = []
    for i, row in enumerate(values):
        cells |= {f"{i}|{j}": None if (i, j) in withheld else value for j, value in enumerate(row)}
        cells[f"{i}|all"] = sum(row)
        margins.append({"total": f"{i}|all", "parts": [f"{i}|{j}" for j in range(len(row))]})
    for j in range(len(values[0])):
        cells[f"all|{j}"] = sum(row[j] for row in values)
        margins.append({"total": f"all|{j}", "parts": [f"{i}|{j}" for i in range(len(values))]})
    return {"cells": cells, "margins": margins, "withheld_at_least": floor}


def _with_code(codes: tuple[str, ...], position: int, code: str) -> tuple[str, ...]:
    return (*codes[:position], code, *codes[position + 1 :])


def _name(codes: tuple[str, ...]) -> str:
    return "|".join(codes)
