"""The other formats, read back with other programs than wrote them, and compared with the CSV cell by cell."""

import csv
import io
import time
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from scripts.files import sha256
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats import registry
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.frames import TooManyDigitsError
from tests.conftest import ROOT
from tests.publishing.formats.invented import ODD, TYPES, invented
from tests.publishing.formats.readers import READERS, Table


def in_csv(resource: Resource, package: Package) -> list[dict[str, str]]:
    """The table as another program reads it from its file."""
    text = (package.root / str(resource.path)).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def differences(table: Table, expected: list[dict[str, str]], types: Mapping[str, str]) -> list[tuple[int, str]]:
    """Each cell that is not what the CSV says, or not of its type, by row and field."""
    assert len(table) == len(expected)
    assert [[*row] for row in table] == [[*types]] * len(table)
    return [
        (number, name)
        for number, (row, texts) in enumerate(zip(table, expected, strict=True), start=2)
        for name, kind in types.items()
        if not agrees(row[name], texts[name], kind)
    ]


def agrees(cell: object, text: str, kind: str) -> bool:
    if not text:
        return cell is None
    if kind in ("number", "integer", "year"):
        return isinstance(cell, int | float | Decimal) and Decimal(str(cell)) == Decimal(text)
    if kind == "boolean":
        return cell in (0, 1) and bool(cell) == (text == "true")
    if kind == "date" and not isinstance(cell, str):
        return str(cell)[:10] == text
    return isinstance(cell, str) and cell == text


@pytest.mark.parametrize("reader", READERS)
def test_every_cell_is_that_of_the_csv(reader: str, published: Publication, folder: Path) -> None:
    for name, resource in published.package.resources.items():
        types = {field.name: field.type for field in resource.fields}
        expected = in_csv(resource, Package(ROOT / "datapackage", {}, {}))
        table = READERS[reader](folder, name)
        assert differences(table, expected, types) == [], name


@pytest.mark.parametrize("reader", READERS)
def test_every_cell_of_the_flat_table_is_that_of_its_csv(reader: str, flat: Publication, folder: Path) -> None:
    types = {field.name: field.type for field in flat.package.resources["figures"].fields}
    expected = list(csv.DictReader(io.StringIO((folder / "formats/csv/figures.csv").read_text(encoding="utf-8"))))
    assert differences(READERS[reader](folder, "figures"), expected, types) == []


@pytest.mark.parametrize("reader", READERS)
def test_what_programs_misread_survives(reader: str, odd: Path) -> None:
    expected = [dict(zip(TYPES, row, strict=True)) for row in ODD]
    table = READERS[reader](odd, "odd")
    if reader.startswith("stata"):
        names = dict(zip([*table[0]], TYPES, strict=True))
        assert [new for new, old in names.items() if new != old] == ["if_", "a_name_longer_than_stata_takes_w"]
        table = [{names[name]: cell for name, cell in row.items()} for row in table]
    assert differences(table, expected, TYPES) == []


@pytest.mark.parametrize("reader", READERS)
def test_a_cell_that_differs_is_found(reader: str, odd: Path) -> None:
    expected = [dict(zip(TYPES, row, strict=True)) for row in ODD]
    table = [dict(zip(TYPES, row.values(), strict=True)) for row in READERS[reader](odd, "odd")]
    expected[0]["value"], expected[1]["class"] = "0.2", ""
    assert differences(table, expected, TYPES) == [(2, "value"), (3, "class")]


def test_a_table_without_rows_has_its_columns_in_every_format(published: Publication, folder: Path) -> None:
    names = [field.name for field in published.package.resources["decisions"].fields]
    assert published.package.resources["decisions"].rows == ()
    assert pq.read_schema(folder / "formats/parquet/decisions.parquet").names == names
    assert [*pd.read_stata(folder / "formats/stata/decisions.dta").columns] == names


def test_a_number_that_no_binary_number_tells_is_refused() -> None:
    publication = invented([("a", "", "", "", "0.12345678901234567891", "published", "", "", "", "")])
    for form in (registry.SQLITE, registry.XLSX, registry.STATA, registry.PARQUET):
        with pytest.raises(TooManyDigitsError):
            registry.format_files(form, publication)


def test_a_whole_number_that_no_binary_number_tells_is_refused_where_numbers_are_binary() -> None:
    publication = invented([("a", "", "", "", "", "published", "9007199254740993", "", "", "")])
    with pytest.raises(TooManyDigitsError):
        registry.format_files(registry.STATA, publication)
    (table,) = registry.format_files(registry.PARQUET, publication).values()
    assert pq.read_table(io.BytesIO(table))["whole"].to_pylist() == [9007199254740993]


def test_all_formats_are_equal_to_the_byte_when_made_again(flat: Publication, files: dict[str, bytes]) -> None:
    assert registry.all_format_files(flat) == files


def test_all_formats_are_made_in_fifteen_seconds(flat: Publication) -> None:
    start = time.monotonic()
    registry.all_format_files(flat)
    assert time.monotonic() - start < 15


def test_the_checksums_are_those_of_the_files(files: dict[str, bytes]) -> None:
    listed = dict(line.split("  ")[::-1] for line in files["formats/SHA256SUMS"].decode().splitlines())
    made = {path.removeprefix("formats/"): content for path, content in files.items() if "SHA256SUMS" not in path}
    assert listed == {path: sha256(content) for path, content in made.items()}
