"""Reads the other formats as readers do, with other programs than those that wrote them: each table as rows of cells.

An empty cell is None in each of them.
"""

import sqlite3
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import pyreadstat

Table = list[dict[str, Any]]


def in_parquet(folder: Path, name: str) -> Table:
    told = duckdb.read_parquet(f"{folder}/formats/parquet/{name}.parquet")
    return [dict(zip(told.columns, row, strict=True)) for row in told.fetchall()]


def in_sqlite(folder: Path, name: str) -> Table:
    (file,) = folder.glob("formats/*.sqlite")
    with sqlite3.connect(file) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]


def in_workbook(folder: Path, name: str) -> Table:
    (file,) = folder.glob("formats/*.xlsx")
    header, *rows = opened(file)[name].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


@cache
def opened(file: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(file)


def in_stata(folder: Path, name: str) -> Table:
    """Read with ReadStat; Stata has one empty text, so that none is told from an empty one."""
    table, _ = pyreadstat.read_dta(folder / f"formats/stata/{name}.dta", apply_value_formats=True)
    return emptied(table)


def in_stata_by_pandas(folder: Path, name: str) -> Table:
    return emptied(pd.read_stata(folder / f"formats/stata/{name}.dta"))


def emptied(table: pd.DataFrame) -> Table:
    kept = table.notna() & (table.astype(object) != "")
    return [
        {str(name): cell for name, cell in row.items()}
        for row in table.astype(object).where(kept, None).to_dict("records")
    ]


READERS: Mapping[str, Callable[[Path, str], Table]] = {
    "parquet": in_parquet,
    "sqlite": in_sqlite,
    "workbook": in_workbook,
    "stata": in_stata,
    "stata by pandas": in_stata_by_pandas,
}
