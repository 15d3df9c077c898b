"""Signs that a text points to a person or hides one: numbers, names, hidden characters, codes; as findings."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.disclosure.personal_data.names import names_in
from scripts.disclosure.personal_data.patterns import CODES, NUMBERS, found_in, without
from scripts.findings import Finding, Place, Rule

_TAKE_OUT = (
    "Take it out, also from every commit, and where it is public already close the proposal and tell us in private;"
)
NUMBER = Rule(
    "personal-number",
    "A text has the form of a number, account or place that belongs to one person, such as a telephone or passport.",
    f"{_TAKE_OUT} if it is none, write it differently.",
)
NAME = Rule(
    "personal-name",
    "A text has the form of a person’s name: a patronymic, a surname with initials, or a surname beside a given name.",
    f"{_TAKE_OUT} name an office instead. Not every name is recognised: look yourself.",
)
HIDDEN = Rule(
    "text-hidden",
    "A text does not show what it says: an invisible character, or a word that mixes Latin and Cyrillic letters.",
    "Type the word again, in one alphabet and with visible letters only.",
)
CODED = Rule(
    "text-coded",
    "A text holds a digest or encoded bytes; a name can be found again from its digest.",
    f"{_TAKE_OUT} files that need digests are declared.",
)

FILE = Rule(
    "file-not-allowed",
    "A file is an image, an archive, a table of no resource, or of another kind that nobody declared.",
    f"{_TAKE_OUT} pictures and archives come from the build alone.",
)
STALE = Rule(
    "exception-stale",
    "An exception from these rules fits nothing any more.",
    "Take it out of the register; a later text would slip through it.",
)

RULES = (NUMBER, NAME, HIDDEN, CODED, FILE, STALE)

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_MIXED = re.compile(r"[A-Za-z][а-яёіїєґА-ЯЁІЇЄҐ]|[а-яёіїєґА-ЯЁІЇЄҐ][A-Za-z]")
_ESCAPED = re.compile(r"\\u(0[45][0-9A-Fa-f]{2})|&#(?:x(0?4[0-9A-Fa-f]{2})|(1[01]\d\d));")


@dataclass(frozen=True)
class Match:
    """One sign in a text: the rule that it breaks, the form that it has, and its line, counted from 1."""

    rule: Rule
    form: str
    line: int

    def at(self, where: Place) -> Finding:
        """The finding that says so; never what the text is."""
        return self.rule.broken(where, f"It has the form of: {self.form}.")


def find_matches(text: str) -> list[Match]:
    """Every sign in a text, once for each form and line.

    Numbers and names are sought in the text as a reader sees it: compatible characters alike (NFKC, but for the sign
    of a number), no marks of stress, escapes resolved. That keeps the lines as they are.
    """
    shown = _ESCAPED.sub(_letter, text).replace("\u0301", "")
    plain = "№".join(unicodedata.normalize("NFKC", part) for part in shown.split("№"))
    bare = without(plain, CODES)
    found = (
        *(Match(HIDDEN, "invisible character", _line(text, match)) for match in _INVISIBLE.finditer(text)),
        *(Match(HIDDEN, "word of two alphabets", _line(plain, match)) for match in _MIXED.finditer(plain)),
        *(Match(CODED, form, line) for form, line in found_in(plain, CODES)),
        *(Match(NUMBER, form, line) for form, line in found_in(bare, NUMBERS)),
        *(Match(NAME, form, line) for form, line in names_in(bare)),
    )
    return list(dict.fromkeys(found))


def find_matches_in_rows(rows: Sequence[Mapping[str, str]]) -> Iterator[tuple[int, str | None, Match]]:
    """Every sign in a table, with its row, counted from 0, and its field; none where it spans neighbouring cells."""
    lines = ("\t".join(" ".join(cell.splitlines()) for cell in row.values()) for row in rows)
    for sign in find_matches("\n".join(lines)):
        row = rows[sign.line - 1]
        alone = (sign.rule, sign.form)
        fields: list[str | None] = [
            name for name, cell in row.items() if alone in {(own.rule, own.form) for own in find_matches(cell)}
        ]
        yield from ((sign.line - 1, field, sign) for field in fields or [None])


def find_matches_in_name(path: str) -> list[Match]:
    """Every sign in the name of a file, a folder or a branch, whose words are joined and often begin small."""
    bare = re.sub(r"\.(?:[a-z0-9]{2,3}|json|yaml|html|jpeg|webp)$", "", path)
    parts = (re.split(r"[^\w’'ʼ.@+]+|_|\.(?=\w{2})", part) for part in bare.split("/"))
    texts = (" ".join(word[:1].upper() + word[1:] for word in words if word) for words in parts)
    return list(dict.fromkeys(Match(sign.rule, sign.form, 1) for text in (path, *texts) for sign in find_matches(text)))


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1


def _letter(match: re.Match[str]) -> str:
    unicode, hexadecimal, decimal = match.groups()
    return chr(int(decimal) if decimal else int(unicode or hexadecimal, 16))
