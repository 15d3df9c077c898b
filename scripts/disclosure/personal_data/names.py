"""Finds the forms of names: patronymics, surnames with initials, and two neighbouring parts of a name.

A name that no dictionary knows, such as most given names of Tuva or Buryatia without a patronymic, is missed: detection
is never the only control.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from itertools import pairwise

from scripts.disclosure.personal_data.dictionary import NamePart, Reading, is_ordinary, read_word
from scripts.disclosure.personal_data.endings import (
    LATIN_PATRONYMICS,
    PATRONYMICS,
    SHORT_LATIN_PATRONYMIC,
    SHORT_PATRONYMIC,
    STEMS_OF_SHORT_LATIN_PATRONYMICS,
    STEMS_OF_SHORT_PATRONYMICS,
    TURKIC_PARTICLES,
    any_ending,
)
from scripts.disclosure.personal_data.patterns import LineNumbers

_WORD = (
    "(?:[А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ]+(?:-[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+)*(?<=..)[а-яёіїєґ]|[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ’'ʼ-]*[А-ЯЁІЇЄҐ]{2})"
)
_LATIN_WORD = "(?:[A-Z][a-z’'ʼʹ]+(?:-[A-Z]?[a-z]+)*(?<=..)[a-z]|[A-Z][A-Z’'ʼʹ-]+[A-Z]{2})"
_INITIAL = "[А-ЯЁІЇЄҐ]"
_LATIN_INITIAL = "(?:Shch|Zh|Kh|Ts|Ch|Sh|Y[aeoui]|I[aeou]|[A-Z])"

_PATRONYMIC = re.compile(
    rf"\b[а-яёіїєґ’'ʼ]{{2,}}{any_ending(PATRONYMICS)}\b"
    rf"|\b(?:{'|'.join(STEMS_OF_SHORT_PATRONYMICS)}){SHORT_PATRONYMIC.pattern}\b",
    re.IGNORECASE,
)
_LATIN_PATRONYMIC = re.compile(
    rf"(?<=[a-z’'ʼʹ]{{2}}){any_ending(LATIN_PATRONYMICS)}(?![a-z])"
    rf"|\b(?:{'|'.join(STEMS_OF_SHORT_LATIN_PATRONYMICS)}){SHORT_LATIN_PATRONYMIC.pattern}\b",
    re.IGNORECASE,
)
_TURKIC_PATRONYMIC = re.compile(rf"\b(?:{_WORD}|{_LATIN_WORD})[\s-](?i:{'|'.join(TURKIC_PARTICLES)})\b")

_CAPITALISED = re.compile(rf"(?<!\w)(?:{_WORD}|{_LATIN_WORD})(?!\w)")
_ADJACENT = re.compile(r"[ \t*_]*\n?[ \t*_>#-]*")
_LISTED = re.compile(r"[ \t]?[,;|\t\"]{1,3}[ \t]?")
_SINGLE_INITIAL = re.compile(f"{_INITIAL}|{_LATIN_INITIAL}")

_STATES = frozenset({"US", "UK", "UN", "EU", "DC", "NY"})
_ABBREVIATIONS = frozenset({"AI", "II", "IV", "VI", "IX", "XI", "XX", "РФ", "МО", "ВС", "СБ", "ЕС", "ФЗ", "УК", "ІІ"})
_PAIRS = (
    (NamePart.SURNAME, NamePart.GIVEN),
    (NamePart.SURNAME, NamePart.PATRONYMIC),
    (NamePart.GIVEN, NamePart.PATRONYMIC),
)


class InitialsForm(Enum):
    """How initials are written, as far as it decides which words may be a surname beside them."""

    SINGLE = auto()
    SEPARATED = auto()
    SEPARATED_STATE = auto()
    JOINED = auto()
    JOINED_ABBREVIATION = auto()
    JOINED_LATIN_ABBREVIATION = auto()


IS_SURNAME: Mapping[InitialsForm, Callable[[Reading], bool]] = {
    InitialsForm.SINGLE: lambda reading: reading.may_be_surname,
    InitialsForm.SEPARATED: lambda _: True,
    InitialsForm.SEPARATED_STATE: lambda reading: reading.has_surname_ending,
    InitialsForm.JOINED: lambda reading: reading.may_be_surname,
    InitialsForm.JOINED_ABBREVIATION: lambda reading: reading.is_known and reading.may_be_surname,
    InitialsForm.JOINED_LATIN_ABBREVIATION: lambda _: False,
}
"""For each form of initials, whether the word beside them is a surname."""


def names_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield each form of a name that a text contains, with its line; never the name."""
    numbers = LineNumbers(text)
    for form, match in (*_patronymics(text), *_with_initials(text), *_pairs(text)):
        yield form, numbers.line_of(match)


def initials_form(initials: str) -> InitialsForm:
    """Classify initials: one or two, with a full stop, space or underscore between them or not."""
    letters = "".join(filter(str.isalpha, initials))
    if _SINGLE_INITIAL.fullmatch(letters):
        return InitialsForm.SINGLE
    if initials != letters:
        return InitialsForm.SEPARATED_STATE if letters in _STATES else InitialsForm.SEPARATED
    if letters not in _STATES | _ABBREVIATIONS:
        return InitialsForm.JOINED
    return InitialsForm.JOINED_LATIN_ABBREVIATION if letters.isascii() else InitialsForm.JOINED_ABBREVIATION


def _patronymics(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _PATRONYMIC.finditer(text):
        if not is_ordinary(match[0].lower()):
            yield "patronymic", match
    for form in (_LATIN_PATRONYMIC, _TURKIC_PATRONYMIC):
        yield from (("patronymic", match) for match in form.finditer(text))


def _with_initials(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for form in _SURNAME_WITH_INITIALS:
        for match in form.finditer(text):
            if IS_SURNAME[initials_form(match["initials"])](read_word(match["word"])):
                yield "surname with initials", match


def _surname_with_initials(word: str, initial: str) -> tuple[re.Pattern[str], ...]:
    """The forms of a surname before initials and after them, with full stops, spaces, both or neither."""
    initials = rf"{initial}(?:\.[ _]?{initial}\b\.?|\.|[ _]?{initial}(?!\w))"
    return (
        re.compile(rf"(?<!\w)(?P<word>{word}),?\s?[\s_](?P<initials>{initials})(?!\w)"),
        re.compile(rf"(?<![\w.])(?P<initials>{initials})[\s_]?(?P<word>{word})(?!\w)"),
    )


_SURNAME_WITH_INITIALS = (
    *_surname_with_initials(_WORD, _INITIAL),
    *_surname_with_initials(_LATIN_WORD, _LATIN_INITIAL),
)


def _pairs(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Neighbours of which one is a surname and the other a given name, or either next to a patronymic."""
    words = list(_CAPITALISED.finditer(text))
    for first, second in pairwise(words):
        between = text[first.end() : second.start()]
        is_listed = bool(_LISTED.fullmatch(between))
        if is_listed or _ADJACENT.fullmatch(between):
            readings = read_word(first[0]), read_word(second[0])
            if not (is_listed and any(reading.is_place for reading in readings)) and _is_pair(*readings):
                yield "parts of a name", first


def _is_pair(first: Reading, second: Reading) -> bool:
    """Whether two words may be two different parts of one name, in either order."""
    return any(
        (first.may_be(part) and second.may_be(other)) or (second.may_be(part) and first.may_be(other))
        for part, other in _PAIRS
    )
