"""Two-way tables as systems of cells, for tests."""

from typing import Any


def two_way(values: list[list[int]], withheld: set[tuple[int, int]], floor: int = 0) -> dict[str, Any]:
    """A table with all its margins published and some inner cells withheld."""
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
