"""Each row of the table of letters is needed: its example is found again in Cyrillic by that row."""

import pytest

from scripts.disclosure.personal_data.transliteration import MOST, TABLE, Letters, cyrillic_spellings


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.position.name} {row.latin}")
def test_the_example_of_each_row_is_written_back(row: Letters) -> None:
    latin, cyrillic = row.example
    assert row.latin in latin
    assert any(letters in cyrillic for letters in row.cyrillic.split())
    assert cyrillic in cyrillic_spellings(latin)


def test_the_number_of_spellings_is_bounded() -> None:
    assert len(list(cyrillic_spellings("lilililililililililil"))) == MOST


def test_signs_that_are_no_letters_are_left_out() -> None:
    assert "лун" in cyrillic_spellings("lu’n")
