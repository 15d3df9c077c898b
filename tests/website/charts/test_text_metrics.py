"""Words fit the room that they are given, in Latin and Cyrillic letters."""

import pytest

from scripts.website.charts.text_metrics import text_width, wrap_text

WORDS = "Nearly nine in ten cases are absence without leave"
LONGER = "Почти девять из десяти дел – самовольное оставление части"


@pytest.mark.parametrize("words", [WORDS, LONGER])
@pytest.mark.parametrize("room", [120, 200, 316])
def test_lines_fit_and_no_word_is_lost(words: str, room: float) -> None:
    lines = wrap_text(words, room, 13)
    assert all(text_width(line, 13) <= room for line in lines)
    assert " ".join(lines) == words


def test_a_word_wider_than_the_room_stands_alone() -> None:
    assert wrap_text("a Wehrdienstverweigerung b", 60, 13) == ["a", "Wehrdienstverweigerung", "b"]


def test_cyrillic_words_and_bold_ones_are_wider() -> None:
    assert text_width("Щит", 13) > text_width("Hat", 13) > text_width("ill", 13)
    assert text_width("Hat", 13, True) > text_width("Hat", 13)
    assert text_width("Hat", 26) == 2 * text_width("Hat", 13)


def test_words_that_belong_together_are_not_parted() -> None:
    assert wrap_text("in 49\u00a0000 cases", 60, 13) == ["in", "49\u00a0000", "cases"]
