"""The search of a language: an index that knows every form of a word, and a page of contents for all who lack scripts.

A word is found by its stem, the beginning that all its forms share; Russian and Ukrainian forms come from a dictionary
(pymorphy3), English ones from the few endings that English has. A reader's word fits a stem when the rest of it is an
ending of the language, so that a script needs no dictionary.
"""

import json
import os.path
import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import jinja2
import pymorphy3

from scripts.website.assembly.page_sections import PageSection, sections_of

INDEX = "search.json.js"

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*|\d+")
# What stands between the thousands of a number, in any of the languages.
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f ](?=\d{3}(?!\d))")
_ENGLISH = ("", "s", "es", "e", "ed", "d", "er", "ers", "ing", "ings", "ly", "’s", "'s")
_SHORTEST = 3
_DIGITS = string.digits + string.ascii_lowercase
# The search itself, and pages on which single numbers are corrected, which readers reach from the number.
_PASSED = ("search.", "correct-")
# Each indicator stands with its words on the page of its table too.
_REPEATED = "data/indicators.html"
# How theme/main.html begins a page that is shown in English because it has no translation.
_ELSEWHERE = '<div lang="'
_TEMPLATE = Path(__file__).parent / "templates" / "contents.html.j2"


@dataclass(frozen=True)
class Listed:
    """A page with its sections, its address below the language's folder, and whether it is in that language."""

    address: str
    title: str
    sections: tuple[PageSection, ...]
    is_translated: bool


@dataclass(frozen=True)
class Stems:
    """The stem of each word, and every ending that a form of a word can have."""

    of: Mapping[str, str]
    endings: frozenset[str]


def indexed(pages: Mapping[Path, str], language: str) -> tuple[str, str]:
    """The index of a language's pages as a script, and their contents as a list."""
    listed = [_listed(place, page) for place, page in pages.items() if not place.name.startswith(_PASSED)]
    listed = [page for page in listed if page.sections]
    read = [page for page in listed if page.address != _REPEATED and page.is_translated]
    texts = [f"{section.title} {section.text}" for page in read for section in page.sections]
    words = {word for text in texts for word in words_of(text)}
    stems = stems_of(words, language)
    found: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for stem in sorted({stems.of[word] for word in words_of(text)}):
            found.setdefault(stem, []).append(place)
    index = {
        "pages": [[page.address, page.title] for page in read],
        "sections": [[i, s.anchor, s.title, s.text] for i, page in enumerate(read) for s in page.sections],
        "stems": {stem: _packed(places) for stem, places in sorted(found.items())},
        "endings": sorted(stems.endings),
    }
    script = f"unaccounted.search({json.dumps(index, ensure_ascii=False, separators=(',', ':'))});\n"
    return script, _contents(listed)


def _packed(places: list[int]) -> str:
    """Places in rising order as the steps from one to the next, to the base of thirty-six, which the script unpacks."""
    return ".".join(_spelled(place - before) for before, place in pairwise((0, *places)))


def _spelled(number: int) -> str:
    rest, digit = divmod(number, len(_DIGITS))
    return (_spelled(rest) if rest else "") + _DIGITS[digit]


def words_of(text: str) -> list[str]:
    """The words of a text as they are looked up: small letters, no stress, one apostrophe, numbers without gaps."""
    joined = _THOUSANDS.sub("", text.lower())
    return [word.replace("'", "’").replace("ʼ", "’").replace("ё", "е") for word in _WORD.findall(joined)]


def stems_of(words: Iterable[str], language: str) -> Stems:
    """The stems of words in a language; a word without a stem of three letters is its own."""
    if language not in ("ru", "uk"):
        return Stems({word: _shortened(word) for word in words}, frozenset(_ENGLISH))
    analyzer = pymorphy3.MorphAnalyzer(lang=language)
    stems, endings = {}, {""}
    for word in words:
        forms = [form.word.replace("ё", "е") for form in analyzer.parse(word)[0].lexeme]
        stem = _beginning([word, *forms])
        stems[word] = stem if len(stem) >= _SHORTEST else word
        endings |= {form[len(stem) :] for form in forms} if len(stem) >= _SHORTEST else set()
    return Stems(stems, frozenset(endings))


def _beginning(words: list[str]) -> str:
    """The letters with which all words begin: where the first and the last in order part, all do."""
    first, last = min(words), max(words)
    same = (place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1])
    return first[: next(same, min(len(first), len(last)))]


def _shortened(word: str) -> str:
    fitting = [e for e in _ENGLISH if e and word.endswith(e) and len(word) - len(e) >= _SHORTEST]
    return word.removesuffix(max(fitting, key=len)) if fitting else word


def _natural(title: str) -> list[tuple[int, str]]:
    """A title as people sort it: "9. …" before "10. …"."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", title)]


def _listed(place: Path, page: str) -> Listed:
    sections = tuple(section for section in sections_of(page) if section.title)
    title = sections[0].title if sections else ""
    return Listed(Path(*place.parts[1:]).as_posix(), title, sections, _ELSEWHERE not in page)


def _contents(listed: list[Listed]) -> str:
    """All pages with their headings, those of one folder together under its first page."""
    folders: dict[str, list[Listed]] = {}
    for page in sorted(listed, key=lambda page: (not page.address.endswith("index.html"), _natural(page.title))):
        folders.setdefault(os.path.dirname(page.address), []).append(page)
    template = jinja2.Template(
        _TEMPLATE.read_text(encoding="utf-8"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return str(template.render(folders=sorted(folders.items())))
