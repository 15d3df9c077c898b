"""Writes a word in Latin script back into Cyrillic, in every spelling that a usual transliteration may have had.

The table unites passports (ICAO Doc 9303), maps (BGN/PCGN 1947), the Ukrainian resolution No. 55 of 2010, and the
spellings of newspapers.
"""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice, product
from typing import NamedTuple

MOST = 500
"""How many spellings of one word are tried at most."""


class Position(Enum):
    """Where in a word letters stand, as a regular expression around them."""

    ANYWHERE = "{}"
    START = "^{}"
    END = "{}$"
    END_AFTER_CONSONANT = "(?<![aeiouy]){}$"
    AFTER_VOWEL = "(?<=[aeiouy]){}"


class Letters(NamedTuple):
    """Latin letters, the Cyrillic ones that they may stand for, likeliest first, and a word with one of them."""

    latin: str
    cyrillic: str
    example: tuple[str, str]
    position: Position = Position.ANYWHERE


TABLE = (
    Letters("ii", "ий ії", ("sinii", "синий"), Position.END),
    Letters("iy", "ий ій", ("siniy", "синій"), Position.END),
    Letters("y", "ий и", ("novy", "новий"), Position.END_AFTER_CONSONANT),
    Letters("n", "н нь", ("den", "день"), Position.END),
    Letters("r", "р рь", ("tsar", "царь"), Position.END),
    Letters("l", "л ль", ("sol", "соль"), Position.END),
    Letters("iia", "ия ія йя", ("liniia", "линия")),
    Letters("iya", "ия ія йя", ("liniya", "лінія")),
    Letters("shch", "щ", ("shchit", "щит")),
    Letters("zh", "ж", ("zhuk", "жук")),
    Letters("kh", "х", ("khor", "хор")),
    Letters("ch", "ч", ("chas", "час")),
    Letters("sh", "ш", ("shum", "шум")),
    Letters("ts", "ц", ("tsirk", "цирк")),
    Letters("yu", "ю ью", ("yug", "юг")),
    Letters("ya", "я ья", ("yama", "яма")),
    Letters("yo", "ё ьё йо", ("yog", "йог")),
    Letters("ye", "е є ье", ("yel", "ель")),
    Letters("iu", "ю", ("kliuch", "ключ")),
    Letters("ia", "я ья ия иа", ("miata", "мята")),
    Letters("ie", "е є ье", ("siedi", "сєді")),
    Letters("ks", "кс", ("taksi", "такси")),
    Letters("e", "е э є", ("eto", "это"), Position.START),
    Letters("i", "й и ї", ("moi", "мой"), Position.AFTER_VOWEL),
    Letters("y", "й", ("may", "май"), Position.AFTER_VOWEL),
    Letters("a", "а", ("vada", "вада")),
    Letters("b", "б", ("boba", "боба")),
    Letters("c", "к", ("coma", "кома")),
    Letters("d", "д", ("doma", "дома")),
    Letters("e", "е", ("reka", "река")),
    Letters("f", "ф", ("foto", "фото")),
    Letters("g", "г", ("gora", "гора")),
    Letters("h", "г х", ("hata", "хата")),
    Letters("i", "и і", ("lito", "літо")),
    Letters("j", "й", ("joga", "йога")),
    Letters("k", "к", ("koza", "коза")),
    Letters("l", "л ль", ("polka", "полька")),
    Letters("m", "м", ("mama", "мама")),
    Letters("n", "н", ("noga", "нога")),
    Letters("o", "о", ("okno", "окно")),
    Letters("p", "п", ("pole", "поле")),
    Letters("q", "к", ("quba", "куба")),
    Letters("r", "р", ("roza", "роза")),
    Letters("s", "с", ("sova", "сова")),
    Letters("t", "т", ("tema", "тема")),
    Letters("u", "у", ("ulitka", "улитка")),
    Letters("v", "в", ("voda", "вода")),
    Letters("w", "в", ("wata", "вата")),
    Letters("x", "кс", ("taxi", "такси")),
    Letters("y", "и ы", ("ryba", "рыба")),
    Letters("z", "з", ("zima", "зима")),
)
"""The first row that fits counts, so longer letters precede shorter ones and positions precede anywhere."""

_ROWS = re.compile("|".join(f"({row.position.value.format(row.latin)})" for row in TABLE))


def cyrillic_spellings(word: str) -> Iterator[str]:
    """Yield the spellings in Cyrillic of a word in small Latin letters."""
    rows = (TABLE[match.lastindex - 1] for match in _ROWS.finditer(word) if match.lastindex)
    spellings = product(*(row.cyrillic.split() for row in rows))
    yield from ("".join(letters) for letters in islice(spellings, MOST))
