"""The stem of a word, the beginning that all its forms share, and the endings of its forms.

Russian and Ukrainian forms come from a dictionary (pymorphy3), English ones from the few endings that English has.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pymorphy3

from scripts.files import write

ENGLISH_ENDINGS = ("", "s", "es", "e", "ed", "d", "er", "ers", "ing", "ings", "ly", "’s", "'s")
_WITH_DICTIONARY = ("ru", "uk")
_SHORTEST = 3


@dataclass(frozen=True)
class Stems:
    """The stem of each word, and every ending that a form of a word can have."""

    of: Mapping[str, str]
    endings: frozenset[str]


def stems_of(words: Collection[str], language: str, cache: Path | None = None) -> Stems:
    """Find the stems of words in a language; a word without a stem of three letters is its own.

    What the dictionary said is kept in the folder `cache`, where one is given.
    """
    if language not in _WITH_DICTIONARY:
        return Stems({word: _english_stem(word) for word in words}, frozenset(ENGLISH_ENDINGS))
    entries = _read_cached(words, language, cache) if cache else _look_up(words, language)
    endings = {ending for word in words for ending in entries[word][1:]}
    return Stems({word: entries[word][0] for word in words}, frozenset({"", *endings}))


def _read_cached(words: Collection[str], language: str, cache: Path) -> dict[str, list[str]]:
    """Look up the words that were not looked up before; another version of the dictionary has a file of its own."""
    file = cache / f"stems-{language}-{version(f'pymorphy3-dicts-{language}')}.json"
    known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    new = set(words) - known.keys()
    if not new:
        return dict(known)
    entries = {word: entry for word, entry in known.items() if word in words} | _look_up(new, language)
    write({file.name: json.dumps(entries, ensure_ascii=False, sort_keys=True)}, cache)
    return entries


def _look_up(words: Iterable[str], language: str) -> dict[str, list[str]]:
    """Give for each word its stem, and then the endings of its forms, sorted; none for a word that is its own stem."""
    analyzer = pymorphy3.MorphAnalyzer(lang=language)
    entries = {}
    for word in words:
        forms = [form.word.replace("ё", "е") for form in analyzer.parse(word)[0].lexeme]
        stem = _common_beginning([word, *forms])
        is_long = len(stem) >= _SHORTEST
        entries[word] = [stem, *sorted({form[len(stem) :] for form in forms})] if is_long else [word]
    return entries


def _common_beginning(words: list[str]) -> str:
    """Give the letters with which all words begin: where the first and the last in order part, all do."""
    first, last = min(words), max(words)
    parting = (index for index, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1])
    return first[: next(parting, min(len(first), len(last)))]


def _english_stem(word: str) -> str:
    fitting = [e for e in ENGLISH_ENDINGS if e and word.endswith(e) and len(word) - len(e) >= _SHORTEST]
    return word.removesuffix(max(fitting, key=len)) if fitting else word
