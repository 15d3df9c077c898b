"""Invented names by the hundred, in the forms in which lists print them; each is made anew from a fixed seed."""

from collections.abc import Iterator
from dataclasses import dataclass

from faker import Faker

_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыэюя"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y e iu ia"
_RUSSIAN = dict(zip(_CYRILLIC, _LATIN.split(" "), strict=True))
# Passports (ICAO Doc 9303), maps (BGN/PCGN 1947, without marks) and the Ukrainian resolution No. 55 of 2010.
_SYSTEMS = {
    "Russian, as in passports": _RUSSIAN,
    "Russian, as on maps": {**_RUSSIAN, "й": "y", "ё": "yo", "ъ": "", "ю": "yu", "я": "ya"},
    "Ukrainian, as in passports": {**_RUSSIAN, "г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i"},
}


@dataclass(frozen=True)
class Invented:
    """The parts of one invented name."""

    surname: str
    given: str
    patronymic: str

    def forms(self) -> dict[str, str]:
        """The name in every form that is measured."""
        a, b = self.given[0], self.patronymic[0]
        full = f"{self.surname} {self.given} {self.patronymic}"
        return {
            "full": full,
            "given, patronymic, surname": f"{self.given} {self.patronymic} {self.surname}",
            "given, patronymic": f"{self.given} {self.patronymic}",
            "upper case": full.upper(),
            "Surname I.I.": f"{self.surname} {a}.{b}.",
            "Surname I. I.": f"{self.surname} {a}. {b}.",
            "Surname I I": f"{self.surname} {a} {b}",
            "I.I. Surname": f"{a}.{b}. {self.surname}",
            "I. I. Surname": f"{a}. {b}. {self.surname}",
            "SURNAME I.I.": f"{self.surname.upper()} {a}.{b}.",
            **self.bare_forms(),
        }

    def bare_forms(self) -> dict[str, str]:
        """The forms with nothing but two words, or letters that could be an abbreviation."""
        return {
            "Surname II": f"{self.surname} {self.given[0]}{self.patronymic[0]}",
            "Surname I.": f"{self.surname} {self.given[0]}.",
            "surname, given": f"{self.surname} {self.given}",
            "given, surname": f"{self.given} {self.surname}",
        }


def invented_names(number: int) -> dict[str, list[Invented]]:
    """So many names for each script and language, half of men and half of women."""
    cyrillic = {"Russian": _generated("ru_RU", number), "Ukrainian": _generated("uk_UA", number)}
    latin = {
        system: [_in_latin(name, letters) for name in cyrillic[system.split(",")[0]]]
        for system, letters in _SYSTEMS.items()
    }
    return cyrillic | latin


def _generated(locale: str, number: int) -> list[Invented]:
    fake = Faker(locale)
    fake.seed_instance(2000)
    return list(_drawn(fake, number))


def _drawn(fake: Faker, number: int) -> Iterator[Invented]:
    for _ in range(number // 2):
        yield Invented(fake.last_name_male(), fake.first_name_male(), fake.middle_name_male())
        yield Invented(fake.last_name_female(), fake.first_name_female(), fake.middle_name_female())


def _in_latin(name: Invented, letters: dict[str, str]) -> Invented:
    parts = (name.surname, name.given, name.patronymic)
    return Invented(*("".join(letters.get(letter, "") for letter in part.lower()).capitalize() for part in parts))
