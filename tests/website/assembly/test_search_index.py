"""The search: it knows the forms of words, reads what stands outside of tables, and lists all pages."""

import json
from pathlib import Path

import pytest

from scripts.website.assembly.page_sections import sections_of
from scripts.website.assembly.search_index import indexed, stems_of, words_of

PAGE = """<html><body><nav>Menu</nav><article>
<h1 id="an-invented-page">An invented page<a class="headerlink" href="#an-invented-page">¶</a></h1>
<p>Inhabitants were <b>counted</b>.</p><table><tr><td>17</td></tr></table>
<h2 id="the-lost">The lost</h2><p>They were not counted twice.</p></article><footer>End</footer></body></html>"""


def fits(word: str, text: str, language: str) -> bool:
    """Whether the search finds a text by a reader's word: its stem, and an ending of the language after it."""
    stems = stems_of(words_of(text), language)
    asked = words_of(word)[0]
    rests = (asked.removeprefix(stem) for stem in stems.of.values() if asked.startswith(stem))
    return any(rest in stems.endings for rest in rests)


def test_a_number_is_one_word_whatever_stands_between_its_thousands() -> None:
    assert words_of("49,000 or 49\u202f000, 1\u00a0348; in 2024, 20 men") == words_of(
        "49000 or 49000 1348 in 2024 20 men"
    )


@pytest.mark.parametrize(
    ("word", "text", "language"),
    [
        ("deserters", "a deserter", "en"),
        ("counting", "it was counted", "en"),
        ("погибших", "погибший солдат", "ru"),
        ("пропавшими", "пропавшие без вести", "ru"),
        ("счёт", "учёт и счета", "ru"),
        ("зниклого", "зниклі безвісти", "uk"),
        ("частину", "самовільне залишення частини", "uk"),
        ("обов'язок", "обов’язку немає", "uk"),
    ],
)
def test_a_word_is_found_in_any_of_its_forms(word: str, text: str, language: str) -> None:
    assert fits(word, text, language)


@pytest.mark.parametrize(
    ("word", "text", "language"), [("суд", "сутки", "ru"), ("рік", "рота", "uk"), ("man", "manual", "en")]
)
def test_another_word_is_not_found(word: str, text: str, language: str) -> None:
    assert not fits(word, text, language)


def test_a_page_is_read_by_its_headings_without_tables_and_menus() -> None:
    sections = sections_of(PAGE)
    assert [(s.level, s.anchor, s.title) for s in sections] == [
        (1, "an-invented-page", "An invented page"),
        (2, "the-lost", "The lost"),
    ]
    assert sections[0].text == "Inhabitants were counted."


def test_the_index_names_for_each_word_the_sections_that_have_it() -> None:
    script, contents = indexed({Path("en/topics/invented.html"): PAGE}, "en")
    index = json.loads(script.removeprefix("unaccounted.search(").rstrip("\n").removesuffix(");"))
    assert index["pages"] == [["topics/invented.html", "An invented page"]]
    assert index["stems"]["count"] == "0.1"
    assert "17" not in index["stems"]
    assert '<a href="topics/invented.html#the-lost">The lost</a>' in contents


def test_a_page_in_another_language_is_listed_and_not_searched() -> None:
    page = PAGE.replace("<article>", '<article><div lang="en">').replace("</article>", "</div></article>")
    script, contents = indexed({Path("ru/invented.html"): page, Path("ru/index.html"): PAGE}, "ru")
    assert "invented.html" in contents
    assert "invented.html" not in script
    assert "index.html" in script
