"""The figures of each chart as readers take them: CSV, JSON, and what describes both."""

import csv
import io
import json
from decimal import Decimal

import pytest
from rdflib import CSVW, DCTERMS, SDO

from scripts.checks import Cleared
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats import chart_csv


@pytest.fixture(scope="module")
def described(checkout: Cleared, published: Publication) -> dict[str, dict[str, object]]:
    words = {
        language: {chart.chart: (chart.title, chart.subtitle, f"{chart.chart} {language}") for chart in checkout.charts}
        for language in ("en", "ru")
    }
    return {chart: json.loads(content) for chart, content in chart_csv.chart_descriptions(checkout, published, words)}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_chart_data_are_the_published_cells(checkout: Cleared) -> None:
    files = chart_csv.chart_csv_files(chart_csv.chart_tables(checkout))
    assert set(files) == {chart.chart for chart in checkout.charts}
    shown = rows(files["contested-labels"])
    assert [(row["value"], row["qualifier"]) for row in shown] == [
        ("1348", "exact"),
        ("22", "exact"),
        ("1000", "about"),
    ]


def test_the_list_says_the_same_as_the_table_and_its_numbers_are_numbers(checkout: Cleared) -> None:
    tables = chart_csv.chart_tables(checkout)
    files, lists = chart_csv.chart_csv_files(tables), chart_csv.chart_json_files(tables)
    assert [*lists] == [*files]
    for chart, content in lists.items():
        for row, texts in zip(json.loads(content), rows(files[chart]), strict=True):
            assert [*row] == [*texts]
            for name, text in texts.items():
                cell = row[name]
                if name in chart_csv.NUMBERS and text:
                    assert type(cell) in (int, float)
                    assert Decimal(str(cell)) == Decimal(text)
                else:
                    assert (cell or "") == text


def test_a_published_number_keeps_its_spelling(published: Publication, checkout: Cleared) -> None:
    tables = chart_csv.chart_tables(checkout)
    texts = published.frames.published_figures["value"]
    for chart, content in chart_csv.chart_csv_files(tables).items():
        assert all(row["value"] == texts.fillna("")[row["figure"]] for row in rows(content)), chart


def test_each_description_names_every_column_of_its_table(
    checkout: Cleared, described: dict[str, dict[str, object]]
) -> None:
    files = chart_csv.chart_csv_files(chart_csv.chart_tables(checkout))
    assert [*described] == [*files]
    for chart, content in described.items():
        columns = content["tableSchema"]["columns"]  # type: ignore[index]
        assert content["url"] == f"{chart}.csv"
        assert [column["name"] for column in columns] == [*rows(files[chart])[0]]
        assert all(column["dc:title"] and column["dc:description"] for column in columns)
        numbers = [column["name"] for column in columns if column["datatype"] == "decimal"]
        assert tuple(numbers) == chart_csv.NUMBERS


def test_each_description_has_title_unit_sources_release_and_licence(
    checkout: Cleared, published: Publication, described: dict[str, dict[str, object]]
) -> None:
    content = described["contested-labels"]
    texts = {text["@language"]: text["@value"] for text in content["dc:description"]}  # type: ignore[attr-defined]
    assert texts == {"en": "contested-labels en", "ru": "contested-labels ru"}
    assert "[[labels-reviewed-sverdlovsk-2025]]" in str(content["dc:title"])
    assert content["schema:unitText"] == ["persons"]
    assert content["schema:version"] == published.version
    assert content["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    cited = set(chart_csv.chart_tables(checkout)["contested-labels"].published["source_url"])
    assert {source["@id"] for source in content["dc:source"]} == cited  # type: ignore[attr-defined]


def test_descriptions_use_words_that_the_standards_have(described: dict[str, dict[str, object]]) -> None:
    known = {"dc": {*names(DCTERMS)}, "schema": {*names(SDO)}, "": {*names(CSVW), "titles", "datatype"}}
    for content in described.values():
        columns = content["tableSchema"]["columns"]  # type: ignore[index]
        for key in {*content, *(key for column in columns for key in column)} - {"@context"}:
            prefix, _, word = key.rpartition(":")
            assert word in known[prefix], key


def names(vocabulary: object) -> list[str]:
    return [str(term).removeprefix(str(vocabulary._NS)) for term in dir(vocabulary)]  # type: ignore[attr-defined]
