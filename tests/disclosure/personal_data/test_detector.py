"""Signs are found however a text is written, with their line. All names are invented."""

import pytest

from scripts.disclosure.personal_data.detector import find_matches, find_matches_in_name, find_matches_in_rows


def codes(text: str) -> list[tuple[str, int]]:
    return [(sign.rule.code, sign.line) for sign in find_matches(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Луна́тикович",
        "\\u041b\\u0443\\u043dатикович",
        "&#1051;унатикович",
        "&#x41b;унатикович",
        "Ｌｕｎａｔｉｋｏｖｉｃｈ",
        "Лунатиков\u00a0Л.\u00a0М.",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert codes(f"one\n{text}") == [("personal-name", 2)]


@pytest.mark.parametrize("text", ["Лунa", "Lunа", "lun\u200ba", "лу\u00adна", "\u202elanul", "\ufeffluna"])
def test_a_text_that_does_not_show_what_it_says_is_found(text: str) -> None:
    assert codes(f"one\ntwo\n{text}") == [("text-hidden", 3)]


@pytest.mark.parametrize("text", ["IT-отдел", "по-русски (in Russian)", "№ 5", "Ростов-на-Дону, Q4", "й и ё"])
def test_compounds_and_signs_hide_nothing(text: str) -> None:
    assert codes(text) == []


def test_the_digits_of_a_digest_are_no_number() -> None:
    assert codes("sha256:" + "80398060584abcdef" + "0" * 47) == [("text-coded", 1)]


def test_a_sign_in_a_table_has_its_row_and_field_and_none_where_it_spans_two() -> None:
    rows = [{"one": "a", "two": "b"}, {"one": "Иван Лунатиков", "two": ""}, {"one": "Иван", "two": "Лунатиков"}]
    assert [(row, field) for row, field, _ in find_matches_in_rows(rows)] == [(1, "one"), (2, None)]


@pytest.mark.parametrize(
    "path",
    [
        "lists/ivan_lunatikov.csv",
        "Лунатиков-Л.М.txt",
        "lunatik-mesyatsevich",
        "пропавший_иван_лунатиков.pdf",
        "79000000000@example.org",
    ],
)
def test_names_of_files_and_branches_are_read_as_words(path: str) -> None:
    assert find_matches_in_name(path)


@pytest.mark.parametrize(
    "path", ["docs/assets/home.png", "data/absences.csv", "refs/heads/missing-2024", "0001-two.md"]
)
def test_ordinary_names_of_files_are_left_alone(path: str) -> None:
    assert find_matches_in_name(path) == []
