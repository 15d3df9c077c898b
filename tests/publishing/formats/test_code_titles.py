"""The titles of codes in every language, as one table to be joined to any other."""

import csv
import io
import json
from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.publishing.archive.publication import Publication, current_publication
from scripts.publishing.formats.code_titles import PATH, code_title_files
from tests.publishing.formats.invented import DAY


@pytest.fixture(scope="module")
def titles(checkout: Cleared, published: Publication) -> dict[str, bytes]:
    return code_title_files(checkout, published)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_every_code_of_every_list_has_its_title(checkout: Cleared, titles: dict[str, bytes]) -> None:
    told = {(row["code_list"], row["code"]): row["title_en"] for row in rows(titles[PATH])}
    lists = checkout.registers.code_lists
    assert told == {(name, code): entry.title for name, codes in lists.items() for code, entry in codes.items()}


def test_titles_in_other_languages_are_those_of_the_catalogues(titles: dict[str, bytes]) -> None:
    (row,) = [row for row in rows(titles[PATH]) if row["code"] == "moscow-oblast"]
    assert (row["title_ru"], row["title_uk"]) == ("Московская область", "Московська область")


def test_a_title_without_a_translation_is_empty_and_not_english(editable: Path) -> None:
    (editable / "labels/ru.yaml").write_text((editable / "labels/en.yaml").read_text())
    catalogue = editable / "translations/ru.po"
    catalogue.parent.mkdir()
    catalogue.write_text('msgctxt "codes.title"\nmsgid "Fog"\nmsgstr "Туман"\n', encoding="utf-8")
    release = clear(editable)
    files = code_title_files(release, current_publication(release, DAY))
    told = {row["code"]: row["title_ru"] for row in rows(files[PATH])}
    assert (told["fog"], told["hills"]) == ("Туман", "")


def test_the_description_has_every_column_and_the_key(titles: dict[str, bytes]) -> None:
    schema = json.loads(titles[f"{PATH}-metadata.json"])["tableSchema"]
    assert [column["name"] for column in schema["columns"]] == [*rows(titles[PATH])[0]]
    assert schema["primaryKey"] == ["code_list", "code"]
