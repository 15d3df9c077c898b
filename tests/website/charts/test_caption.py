"""The caption of a picture: symbols that are drawn, and text that fits the picture's width."""

from xml.etree.ElementTree import Element

from scripts.website.charts.caption import LINE, caption_elements
from scripts.website.charts.svg import svg_text
from scripts.website.charts.text_metrics import text_width

LEGEND = ("Marks:", "● documented count,", "❘ and shading: estimate with its interval,", "○ claim,", "→ at least")


def rows(elements: list[Element]) -> list[tuple[float, float, str]]:
    texts = [element for element in elements if element.tag == "text"]
    return [(float(text.attrib["x"]), float(text.attrib["y"]), text.text or "") for text in texts]


def written(elements: list[Element]) -> str:
    return "".join(map(svg_text, elements))


def test_symbols_are_drawn_and_not_left_to_a_font() -> None:
    drawn = written(caption_elements(LEGEND, (), 640, 0)[0])
    assert not set("●❘○◆■") & set(drawn)
    assert drawn.count("<circle") == 2


def test_words_stay_inside_the_picture_on_a_phone() -> None:
    drawn, height = caption_elements(LEGEND, ("Sources: " + "an originator; " * 9, "Release, licence"), 318, 100)
    placed = rows(drawn)
    assert all(x + text_width(words, 11.5) <= 318 for x, _, words in placed)
    assert 100 + height >= max(y for _, y, _ in placed) + LINE / 2
    assert [words for _, _, words in placed][-1] == "Release, licence"


def test_words_of_others_cannot_become_markup() -> None:
    drawn = written(caption_elements(("Marks:",), ("<script>",), 318, 0)[0])
    assert "&lt;script>" in drawn or "&lt;script&gt;" in drawn
