"""Forms of names: patronymics, surnames with initials, and two parts of a name beside each other.

Cyrillic words are looked up in the dictionaries of pymorphy3 (Korobov 2015, "Morphological Analyzer and Generator for
Russian and Ukrainian Languages"), which mark surnames, given names and patronymics. A given name in Latin script is
written back into Cyrillic and looked up there too, so that no list of names has to be kept. What no dictionary knows,
such as most given names of Tuva or Buryatia without a patronymic, is missed: detection is never the only control.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise, product

from pymorphy3 import MorphAnalyzer

_PARTS = frozenset({"Surn", "Name", "Patr"})
_WORD = (
    "(?:[А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ]+(?:-[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+)*(?<=..)[а-яёіїєґ]|[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ’'ʼ-]*[А-ЯЁІЇЄҐ]{2})"
)
_LATIN_WORD = "(?:[A-Z][a-z’'ʼʹ]+(?:-[A-Z]?[a-z]+)*(?<=..)[a-z]|[A-Z][A-Z’'ʼʹ-]+[A-Z]{2})"
_INITIAL = "[А-ЯЁІЇЄҐ]"
_LATIN_INITIAL = "(?:Shch|Zh|Kh|Ts|Ch|Sh|Y[aeoui]|I[aeou]|[A-Z])"

_PATRONYMIC = re.compile(
    r"\b[а-яёіїєґ’'ʼ]{2,}(?:[оеє]вич|йович|ьич)(?:а|у|ем|ом|е|еві|ові|і)?\b"
    r"|\b[а-яёіїєґ’'ʼ]{2,}(?:[оеё]вн|[иі]чн|[іїи]вн)(?:а|ы|е|у|ой|ою|і|и|о|єю)\b"
    r"|\b(?:иль|фом|кузьм|никит|лук|савв|ілл|хом|фок)[иі]ч(?:а|у|ем|ом|е)?\b",
    re.IGNORECASE,
)
_LATIN_PATRONYMIC = re.compile(
    r"(?<=[a-z’'ʼʹ]{2})(?:[oe]vi(?:t?ch|č)|[oe]vych|[oe]wit?sch|[oe]vna|[iy]vna|[iy]nichna)(?![a-z])"
    r"|\b(?:il[’']?|ill|fom|kuz[’']?m|nikit|luk|savv|khom|fok)[iy]ch\b",
    re.IGNORECASE,
)
_TURKIC_PATRONYMIC = re.compile(
    rf"\b(?:{_WORD}|{_LATIN_WORD})[\s-](?i:оглы|оглу|оғлы|кызы|гызы|кизи|қызы|угли|ўғли|уулу|улы|ұлы|"
    r"ogl[yiu]|oghlu|[qkg][iy]z[iy]|ugli|uulu|uly)\b"
)
_STATES = frozenset({"US", "UK", "UN", "EU", "DC", "NY"})
_ABBREVIATIONS = frozenset({"AI", "II", "IV", "VI", "IX", "XI", "XX", "РФ", "МО", "ВС", "СБ", "ЕС", "ФЗ", "УК", "ІІ"})

_CAPITALISED = re.compile(rf"(?<!\w)(?:{_WORD}|{_LATIN_WORD})(?!\w)")
_BESIDE = re.compile(r"[ \t*_]*\n?[ \t*_>#-]*")
_LISTED = re.compile(r"[ \t]?[,;|\t\"]{1,3}[ \t]?")
_SURNAME = re.compile(
    r".+(?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|их|ым)?|[сц]ьк?(?:ий|ого|ому|им|а|ої|ій|у|ою)|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)"
    r"|енко|ейко|(?:чук|[юя]к)(?:а|у|ом|е|ові|ом|і)?|[иы]х|швили|дзе)"
)
_LATIN_SURNAME = re.compile(
    r".+(?:[oe]va?|[iy]na?|[st]sk(?:y|i|iy|ii|yi|yy|oy|oi|a|aya|aia)|[zc]k(?:yi|yy|iy|ii|a|aya|aia)|ko|lo|ak"
    r"|chu?k|[iy]uk|ets|[iy]kh|shvili|dze)"
)
_VOWELS = "aeiouy"
_CYRILLIC = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю ью", "ya": "я ья", "yo": "ё ьё йо",
    "ye": "е є ье", "iu": "ю", "iia": "ия ія йя", "iya": "ия ія йя", "ia": "я ья ия иа", "ie": "е є ье", "ks": "кс",
    "x": "кс", "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "г х", "i": "и і", "j": "й",
    "k": "к", "l": "л ль", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у",
    "v": "в", "w": "в", "y": "и ы", "z": "з", "^e": "е э є", "+i": "й и ї", "+y": "й", "y$": "ий и", "ii$": "ий ії",
    "iy$": "ий ій", "l$": "л ль", "n$": "н нь", "r$": "р рь",
}  # fmt: skip
_LETTERS = re.compile(
    rf"(?P<end>ii|iy|(?<![{_VOWELS}])y|[nrl])$|iia|iya|shch|[zkcs]h|ts|y[aeou]|i[aeu]|ks"
    rf"|(?P<begin>^e)|(?P<after>(?<=[{_VOWELS}])[iy])|[a-z]"
)


def names_in(text: str) -> Iterator[tuple[str, int]]:
    """Each form of a name that a text contains, with its line; never the name."""
    for form, match in (*_patronymics(text), *_with_initials(text), *_pairs(text)):
        yield form, text.count("\n", 0, match.start()) + 1


def _patronymics(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _PATRONYMIC.finditer(text):
        if not _is_ordinary(match[0].lower()):
            yield "patronymic", match
    for form in (_LATIN_PATRONYMIC, _TURKIC_PATRONYMIC):
        yield from (("patronymic", match) for match in form.finditer(text))


def _with_initials(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for form in _SURNAME_WITH_INITIALS:
        for match in form.finditer(text):
            if _are_initials(match["initials"], match["word"]):
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


def _are_initials(initials: str, word: str) -> bool:
    """Two initials apart or with a full stop may stand beside any word; others only beside what may be a surname."""
    letters = "".join(filter(str.isalpha, initials))
    if re.fullmatch(f"{_INITIAL}|{_LATIN_INITIAL}", letters):
        return _may_be(word, "Surn")
    if initials != letters:
        return letters not in _STATES or bool(_LATIN_SURNAME.fullmatch(word.lower()))
    is_abbreviation = letters in _STATES | _ABBREVIATIONS and (letters.isascii() or not _readings(word))
    return not is_abbreviation and _may_be(word, "Surn")


def _pairs(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Neighbours of which one is a surname and the other a given name, or either beside a patronymic."""
    words = list(_CAPITALISED.finditer(text))
    for one, other in pairwise(words):
        between = text[one.end() : other.start()]
        listed = bool(_LISTED.fullmatch(between))
        if (listed or _BESIDE.fullmatch(between)) and _is_pair(one[0], other[0], listed):
            yield "parts of a name", one


def _is_pair(one: str, other: str, listed: bool) -> bool:
    if listed and (_is_place(one) or _is_place(other)):
        return False
    return any(
        _may_be(first, a) and _may_be(second, b)
        for a, b in (("Surn", "Name"), ("Surn", "Patr"), ("Name", "Patr"))
        for first, second in ((one, other), (other, one))
    )


@cache
def _analysers() -> tuple[MorphAnalyzer, ...]:
    return MorphAnalyzer(lang="ru"), MorphAnalyzer(lang="uk")


@cache
def _tags(word: str) -> tuple[frozenset[str], ...]:
    """The grammemes of each reading that a dictionary has of a word; none where no dictionary knows it."""
    return tuple(
        frozenset(reading.tag.grammemes)
        for analyser in _analysers()
        if analyser.word_is_known(word)
        for reading in analyser.parse(word)
    )


def _is_ordinary(word: str) -> bool:
    """Whether the dictionaries know a word, and neither as a part of a name nor as a being."""
    tags = _tags(word)
    return bool(tags) and not any(tag & {*_PARTS, "anim"} for tag in tags)


@cache
def _readings(word: str) -> tuple[frozenset[str], ...]:
    """What the dictionaries say of a word, or of the last part of a hyphenated one, in any Cyrillic spelling."""
    last = word.lower().rsplit("-", 1)[-1]
    return tuple(tag for spelling in _spellings(last) for tag in _tags(spelling))


def _is_place(word: str) -> bool:
    return any("Geox" in tag for tag in _readings(word))


@cache
def _may_be(word: str, part: str) -> bool:
    """Whether a word may be a surname (Surn), given name (Name) or patronymic (Patr).

    A word that no dictionary knows, or knows as a noun such as "forester", may be a surname by its form.
    """
    # Short words in Latin script are too often a name somewhere to be one here.
    is_latin = word[0].isascii()
    readings = () if is_latin and len(word) < (5 if part == "Surn" else 3) else _readings(word)
    if part != "Surn" or any(part in tag for tag in readings):
        return any(part in tag for tag in readings)
    if not readings and not is_latin:
        return True
    form = _LATIN_SURNAME if is_latin else _SURNAME
    return bool(form.fullmatch(word.lower())) and not any(tag & {"ADJF", "Geox"} for tag in readings)


def _spellings(word: str) -> Iterator[str]:
    """A word in Cyrillic; one in Latin script as it may have been before any usual transliteration."""
    if not word[0].isascii():
        yield word
        return
    letters = (_CYRILLIC[_key(match)].split() for match in _LETTERS.finditer(word))
    yield from ("".join(spelling) for spelling in islice(product(*letters), 500))


def _key(match: re.Match[str]) -> str:
    if match["end"]:
        return match[0] + "$"
    return "^" + match[0] if match["begin"] else "+" + match[0] if match["after"] else match[0]
