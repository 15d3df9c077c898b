"""A code sample has placeholders for the table and the address of the site, and is filled in for each page."""

from pathlib import Path

import pytest

from scripts.errors import NotReadableError
from scripts.reading.declarations.code_samples import (
    CodeSample,
    read_code_samples,
    read_flat_samples,
    read_vintage_samples,
)

WRITTEN = "x = read('{{ root }}package/data/{{ table }}.csv')\ny = ask(\"select * from {{ table }}_labelled\")"


def declare(docs: Path, program: str, options: str = "") -> Path:
    """Declare a loader whose two samples are the same program."""
    (docs / "loading").mkdir()
    (docs / "loading.yaml").write_text(f"- {{loader: invented, title: Invented, language: sql{options}}}\n")
    for size in ("1", "5"):
        (docs / f"loading/invented-{size}.sql").write_text(f"{program}\n")
    return docs


def sample(docs: Path) -> CodeSample:
    (only,) = read_code_samples(docs)
    return only


def test_the_table_and_the_address_of_the_site_are_put_in(tmp_path: Path) -> None:
    filled = sample(declare(tmp_path, WRITTEN)).of("missing", "https://site.invalid/2000.1/")
    assert filled.short == filled.long
    assert filled.short == (
        "x = read('https://site.invalid/2000.1/package/data/missing.csv')\ny = ask(\"select * from missing_labelled\")"
    )


def test_without_an_address_the_paths_are_those_of_a_copy(tmp_path: Path) -> None:
    filled = sample(declare(tmp_path, WRITTEN)).of("deaths", "")
    assert filled.short == "x = read('package/data/deaths.csv')\ny = ask(\"select * from deaths_labelled\")"


def test_what_reads_a_copy_alone_gets_no_address(tmp_path: Path) -> None:
    program = sample(declare(tmp_path, "select '{{ root }}package/data/{{ table }}.csv'", ", on_disk: true"))
    assert program.of("bodies", "https://site.invalid/").short == "select 'package/data/bodies.csv'"


def test_samples_of_vintages_load_the_deaths(tmp_path: Path) -> None:
    (declare(tmp_path, "") / "loading/vintages-1.py").write_text("read('{{ root }}releases', '{{ table }}')\n")
    assert read_vintage_samples(tmp_path) == {"1": "read('releases', 'deaths')"}
    assert read_vintage_samples(tmp_path, "../") == {"1": "read('../releases', 'deaths')"}


def test_a_loader_may_have_a_sample_for_the_table_of_all_figures(tmp_path: Path) -> None:
    docs = declare(tmp_path, WRITTEN, ", on_disk: true")
    assert read_flat_samples(docs) == ()
    (docs / "loading/invented-figures.sql").write_text("select * from '{{ root }}{{ table }}'\n")
    (only,) = (sample.of("figures", "https://site.invalid/") for sample in read_flat_samples(docs))
    assert (only.loader.loader, only.short, only.long) == ("invented", "select * from 'figures'", "")


def test_a_program_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "loading.yaml").write_text("- {loader: invented, title: Invented, language: python}\n")
    with pytest.raises(NotReadableError, match=r"invented-1\.py – The declaration names it, and it is missing"):
        read_code_samples(tmp_path)


def test_a_placeholder_that_is_not_known_is_refused_without_repeating_it(tmp_path: Path) -> None:
    with pytest.raises(
        NotReadableError, match=r"invented-1\.sql – It may have these placeholders alone: root, table\."
    ):
        read_code_samples(declare(tmp_path, "select {{ secret }}"))


def test_a_placeholder_that_is_not_closed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotReadableError, match=r"not closed"):
        read_code_samples(declare(tmp_path, "select {{ table"))


def test_a_placeholder_runs_nothing(tmp_path: Path) -> None:
    program = sample(declare(tmp_path, "{{ table.__class__.__mro__[1].__subclasses__() }}"))
    with pytest.raises(Exception, match="unsafe"):
        program.of("deaths")
