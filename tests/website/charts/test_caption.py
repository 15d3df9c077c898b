"""What stands below a picture: signs that are drawn, and words that fit its width."""

import re

from scripts.website.charts.caption import LINE, caption_svg
from scripts.website.charts.text_metrics import text_width

MARKS = ("Marks:", "● documented count,", "❘ and shading: estimate with its interval,", "○ claim,", "→ at least")


def rows(drawn: str) -> list[tuple[float, float, str]]:
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', drawn)
    return [(float(x), float(y), words) for x, y, words in found]


def test_signs_are_drawn_and_not_left_to_a_font() -> None:
    drawn, _ = caption_svg(MARKS, (), 640, 0)
    assert not set("●❘○◆■") & set(drawn)
    assert drawn.count("<circle") == 2


def test_words_stay_inside_the_picture_on_a_phone() -> None:
    drawn, height = caption_svg(MARKS, ("Sources: " + "an originator; " * 9, "Release, licence"), 318, 100)
    placed = rows(drawn)
    assert all(x + text_width(words, 11.5) <= 318 for x, _, words in placed)
    assert 100 + height >= max(y for _, y, _ in placed) + LINE / 2
    assert [words for _, _, words in placed][-1] == "Release, licence"


def test_words_of_others_cannot_become_markup() -> None:
    drawn, _ = caption_svg(("Marks:",), ("<script>",), 318, 0)
    assert "&lt;script>" in drawn or "&lt;script&gt;" in drawn
