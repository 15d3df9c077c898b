"""Counts a confidential list by its columns, CSV or Parquet, with DuckDB: a million records in bounded memory.

DuckDB and not Polars, because its memory can be limited, because it reads every value as text, and because it spills to
disk instead of failing. No value of the list leaves this module but through the map.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import duckdb

from scripts.disclosure.tabulate.specification import Dimension, Period
from scripts.disclosure.tabulate.table import Codes
from scripts.errors import RefusedError

MEMORY = "300MB"
_MONTH = r"[0-9]{4}-[0-9]{2}(-[0-9]{2}.*)?"


def count_records(
    file: Path, dimensions: Sequence[Dimension], period: Period | None, until: date
) -> Mapping[Codes, int]:
    """Count the records before the day `until` by the code of each dimension and, where there is one, by period.

    Raises RefusedError for a missing column, a value that the map lacks, or a text that is no day.
    """
    columns = [dimension.column for dimension in dimensions]
    with duckdb.connect(":memory:", config={"memory_limit": MEMORY, "threads": 2}) as connection:
        records = _records(connection, file, [*columns, *([period.column] if period else [])])
        if period:
            _refuse_malformed_days(connection, records, period.column)
        month = f", substr({_quoted(period.column)}, 1, 7)" if period else ""
        names = ", ".join(_quoted(column) for column in columns)
        rows = connection.execute(f"SELECT count(*), {names}{month} FROM {records} GROUP BY ALL").fetchall()
        totals: dict[Codes, int] = defaultdict(int)
        for number, *values in rows:
            if period and str(values[-1]) >= until.isoformat()[:7]:
                continue
            codes = tuple(
                _code_of(value or "", dimension) or _refuse_unmapped(connection, records, dimension)
                for value, dimension in zip(values, dimensions, strict=False)
            )
            totals[(*codes, *([_period(values[-1], period.by)] if period else []))] += number
        return totals


def _code_of(value: str, dimension: Dimension) -> str:
    return dimension.map.get(value.strip(), "")


def _period(month: str, by: str) -> str:
    quarter = (int(month[5:7]) + 2) // 3
    return {"year": month[:4], "quarter": f"{month[:4]}-Q{quarter}", "month": month}[by]


def _records(connection: duckdb.DuckDBPyConnection, file: Path, columns: Sequence[str]) -> str:
    """The subquery that reads every column as text. Raises RefusedError where a column is missing."""
    path = str(file).replace("'", "''")
    csv = f"read_csv('{path}', all_varchar = true, header = true, null_padding = false)"
    source = f"read_parquet('{path}')" if file.suffix == ".parquet" else csv
    try:
        found = [column[0] for column in connection.execute(f"SELECT * FROM {source} LIMIT 0").description or ()]
    except duckdb.Error:
        raise RefusedError("The list – cannot be read as CSV or Parquet – save it as UTF-8 with a header.") from None
    missing = [column for column in columns if column not in found]
    if missing:
        raise RefusedError(f"The list – lacks the column {', '.join(missing)} – correct the specification.")
    cast = ", ".join(f"CAST({_quoted(column)} AS VARCHAR) AS {_quoted(column)}" for column in columns)
    return f"(SELECT {cast} FROM {source})"


def _refuse_malformed_days(connection: duckdb.DuckDBPyConnection, records: str, column: str) -> None:
    where = f"NOT coalesce(regexp_full_match({_quoted(column)}, '{_MONTH}'), false)"
    _refuse_first(connection, records, where, f"{column} – is no ISO day or month")


def _refuse_unmapped(connection: duckdb.DuckDBPyConnection, records: str, dimension: Dimension) -> NoReturn:
    known = ", ".join(f"'{value.replace(chr(39), chr(39) * 2)}'" for value in dimension.map)
    where = f"trim(coalesce({_quoted(dimension.column)}, '')) NOT IN ({known})"
    _refuse_first(connection, records, where, f"{dimension.column} – has a value that the map lacks")
    raise RefusedError(f"{dimension.column} – has a value that the map lacks – complete the map.")


def _refuse_first(connection: duckdb.DuckDBPyConnection, records: str, where: str, fault: str) -> None:
    """Raise RefusedError with the number of the first record for which the condition holds, never with its content."""
    numbered = f"(SELECT *, row_number() OVER () AS record FROM {records})"
    row = connection.execute(f"SELECT min(record), count(*) FROM {numbered} WHERE {where}").fetchone()
    if row and row[1]:
        raise RefusedError(
            f"The list – {fault}, first in record {row[0]}, in {row[1]} of them – correct it or the map."
        )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
