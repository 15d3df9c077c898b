"""The search: it knows the forms of words, reads what stands outside of tables, and lists all pages."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scripts.website.assembly.page_sections import sections_of
from scripts.website.assembly.search_index import SearchablePage, search_index, words_of
from scripts.website.assembly.word_forms import stems_of

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


def searchable(address: str, is_translated: bool = True) -> SearchablePage:
    return SearchablePage(address, tuple(sections_of(PAGE)), is_translated)


def read(script: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(script.removeprefix("unaccounted.search(").rstrip("\n").removesuffix(");"))
    return content


def test_what_is_marked_is_not_read() -> None:
    (section,) = sections_of('<h1>One</h1><p>Read <b data-search="skip">and <i>not</i></b> on.</p><p>So</p>')
    assert section.text == "Read on. So"


def test_an_entry_with_an_address_is_found_like_a_heading() -> None:
    page = '<h1 id="a">A</h1><dl><dt id="b">B</dt><dd>b</dd><dt>C</dt><dd>c</dd></dl>'
    assert [(s.level, s.anchor, s.title, s.text) for s in sections_of(page)] == [
        (1, "a", "A", ""),
        (4, "b", "B", "b C c"),
    ]


def test_the_index_names_for_each_word_the_sections_that_have_it() -> None:
    script, contents = search_index([searchable("topics/invented.html")], "en")
    index = read(script)
    assert index["pages"] == [["topics/invented.html", "An invented page"]]
    assert index["stems"]["count"] == [0, 1]
    assert "17" not in index["stems"]
    assert '<a href="topics/invented.html#the-lost">The lost</a>' in contents


def test_a_page_in_another_language_is_listed_and_not_searched() -> None:
    script, contents = search_index([searchable("invented.html", is_translated=False), searchable("index.html")], "ru")
    assert "invented.html" in contents
    assert "invented.html" not in script
    assert "index.html" in script


def test_the_script_can_divide_a_text_as_the_index_was_divided() -> None:
    index = read(search_index([searchable("index.html")], "en")[0])
    text = "49,000 о’кэй об'єкт ВСЁ nᵒ".lower()
    for pattern, replacement in index["normal"]:
        text = re.sub(pattern, replacement, text)
    assert re.findall(index["word"], text) == ["49000", "о’кэй", "об’єкт", "все", "nᵒ"]


def test_what_the_dictionary_said_is_kept(tmp_path: Path) -> None:
    words = {"солдаты", "учёт"}
    first = stems_of(words, "ru", tmp_path)
    assert stems_of(words, "ru", tmp_path) == first == stems_of(words, "ru")
    assert len(list(tmp_path.iterdir())) == 1
    assert stems_of({*words, "армия"}, "ru", tmp_path) == stems_of({*words, "армия"}, "ru")
