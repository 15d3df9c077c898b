"""A program for loading is written for one table and one place, and becomes that of any other."""

from pathlib import Path

import pytest

from scripts.errors import NotReadableError
from scripts.reading.declarations.code_samples import fill_sample, read_code_samples

WRITTEN = "x = read('package/data/deaths.csv')\ny = ask(\"select * from deaths_labelled\")"


def test_the_table_and_its_place_are_put_in() -> None:
    told = fill_sample(WRITTEN, "missing", "https://site.invalid/2000.1/")
    assert told == (
        "x = read('https://site.invalid/2000.1/package/data/missing.csv')\ny = ask(\"select * from missing_labelled\")"
    )


def test_without_an_address_the_paths_are_those_of_a_copy() -> None:
    assert fill_sample(WRITTEN, "deaths", "") == WRITTEN


def test_what_reads_a_copy_alone_gets_no_address(tmp_path: Path) -> None:
    (tmp_path / "loading").mkdir()
    (tmp_path / "loading.yaml").write_text("- {loader: invented, title: Invented, language: sql, on_disk: true}\n")
    for size in ("1", "5"):
        (tmp_path / f"loading/invented-{size}.sql").write_text("select 'package/data/deaths.csv'\n")
    (program,) = read_code_samples(tmp_path)
    assert program.of("bodies", "https://site.invalid/").short == "select 'package/data/bodies.csv'"


def test_a_program_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "loading.yaml").write_text("- {loader: invented, title: Invented, language: python}\n")
    with pytest.raises(NotReadableError, match=r"invented-1\.py – The declaration names it, and it is missing"):
        read_code_samples(tmp_path)
