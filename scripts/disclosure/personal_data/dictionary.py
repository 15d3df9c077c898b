"""Looks words up in the dictionaries of pymorphy3, which mark surnames, given names and patronymics.

Korobov 2015, “Morphological Analyzer and Generator for Russian and Ukrainian Languages”. A word in Latin script is
written back into Cyrillic first, so that no list of names has to be kept.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from pymorphy3 import MorphAnalyzer

from scripts.disclosure.personal_data.endings import CYRILLIC_SURNAME, LATIN_SURNAME
from scripts.disclosure.personal_data.transliteration import cyrillic_spellings


class NamePart(StrEnum):
    """A part of a name, as the dictionaries mark it."""

    SURNAME = "Surn"
    GIVEN = "Name"
    PATRONYMIC = "Patr"


PLACE, ADJECTIVE, BEING = "Geox", "ADJF", "anim"
_SHORTEST = {NamePart.SURNAME: 5, NamePart.GIVEN: 3, NamePart.PATRONYMIC: 3}
"""Shorter words in Latin script are too often a name somewhere: what the dictionaries say of them does not count."""


@dataclass(frozen=True)
class Reading:
    """A word as it is written, with everything that the dictionaries say of it."""

    word: str

    @cached_property
    def grammemes(self) -> tuple[frozenset[str], ...]:
        """The grammemes of each reading of the word, or of the last part of a hyphenated one."""
        last = self.word.lower().rsplit("-", 1)[-1]
        spellings = cyrillic_spellings(last) if last[0].isascii() else (last,)
        return tuple(found for spelling in spellings for found in grammemes(spelling))

    @property
    def is_known(self) -> bool:
        """Whether a dictionary has the word."""
        return bool(self.grammemes)

    @property
    def is_latin(self) -> bool:
        """Whether the word is in Latin script."""
        return self.word[0].isascii()

    @property
    def is_place(self) -> bool:
        """Whether the word may be the name of a place."""
        return self._is_any({PLACE})

    @property
    def has_surname_ending(self) -> bool:
        """Whether the word ends like a surname, in its own script."""
        ending = LATIN_SURNAME if self.is_latin else CYRILLIC_SURNAME
        return bool(ending.fullmatch(self.word.lower()))

    @property
    def may_be_surname(self) -> bool:
        """Whether the word may be a surname: by the dictionaries, by its ending, or because it is unknown Cyrillic."""
        if not self._counts_as(NamePart.SURNAME):
            return self.has_surname_ending
        if self._is_any({NamePart.SURNAME}) or (not self.is_latin and not self.is_known):
            return True
        return self.has_surname_ending and not self._is_any({ADJECTIVE, PLACE})

    def may_be(self, part: NamePart) -> bool:
        """Whether the word may be a part of a name."""
        if part is NamePart.SURNAME:
            return self.may_be_surname
        return self._counts_as(part) and self._is_any({part})

    def _counts_as(self, part: NamePart) -> bool:
        return not self.is_latin or len(self.word) >= _SHORTEST[part]

    def _is_any(self, marks: set[str]) -> bool:
        return any(found & marks for found in self.grammemes)


@cache
def read_word(word: str) -> Reading:
    """The reading of a word; each word is looked up once."""
    return Reading(word)


@cache
def grammemes(word: str) -> tuple[frozenset[str], ...]:
    """The grammemes of each reading in the dictionaries of a word in small Cyrillic letters; none of an unknown one."""
    return tuple(
        frozenset(reading.tag.grammemes)
        for analyser in _analysers()
        if analyser.word_is_known(word)
        for reading in analyser.parse(word)
    )


def is_ordinary(word: str) -> bool:
    """Whether the dictionaries know a word, and neither as a part of a name nor as a being."""
    readings = grammemes(word)
    return bool(readings) and not any(found & {*NamePart, BEING} for found in readings)


@cache
def _analysers() -> tuple[MorphAnalyzer, ...]:
    return MorphAnalyzer(lang="ru"), MorphAnalyzer(lang="uk")
