"""Detects what points to a person in a text, or hides one: numbers, names, invisible characters, codes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.disclosure.personal_data.names import names_in
from scripts.disclosure.personal_data.patterns import CODES, NUMBERS, LineNumbers, found_in, without
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
    """One match in a text: the rule that it breaks, the form that it has, and its line, counted from 1."""

    rule: Rule
    form: str
    line: int

    def at(self, where: Place) -> Finding:
        """Report the match at a place; the finding never contains the text."""
        return self.rule.broken(where, f"It has the form of: {self.form}.")


def find_matches(text: str) -> list[Match]:
    """Find every match in a text, once for each form and line.

    Numbers and names are sought in the text as a reader sees it: in compatibility form (NFKC, but for the numero sign),
    without stress marks, with escapes resolved. All that keeps the lines.
    """
    shown = _ESCAPED.sub(_unescape, text).replace("\u0301", "")
    plain = "№".join(unicodedata.normalize("NFKC", part) for part in shown.split("№"))
    bare = without(plain, CODES)
    raw_lines, plain_lines = LineNumbers(text), LineNumbers(plain)
    found = (
        *(Match(HIDDEN, "invisible character", raw_lines.line_of(match)) for match in _INVISIBLE.finditer(text)),
        *(Match(HIDDEN, "word of two alphabets", plain_lines.line_of(match)) for match in _MIXED.finditer(plain)),
        *(Match(CODED, form, line) for form, line in found_in(plain, CODES)),
        *(Match(NUMBER, form, line) for form, line in found_in(bare, NUMBERS)),
        *(Match(NAME, form, line) for form, line in names_in(bare)),
    )
    return list(dict.fromkeys(found))


def find_matches_in_rows(rows: Sequence[Mapping[str, str]]) -> Iterator[tuple[int, str | None, Match]]:
    """Yield every match in a table with its row, counted from 0, and its field; None where it spans several cells."""
    lines = ("\t".join(" ".join(cell.splitlines()) for cell in row.values()) for row in rows)
    for match in find_matches("\n".join(lines)):
        row = rows[match.line - 1]
        kind = (match.rule, match.form)
        fields: list[str | None] = [
            name for name, cell in row.items() if kind in {(own.rule, own.form) for own in find_matches(cell)}
        ]
        yield from ((match.line - 1, field, match) for field in fields or [None])


def find_matches_in_name(path: str) -> list[Match]:
    """Find every match in the name of a file, folder or branch, whose words are joined and often in small letters."""
    bare = re.sub(r"\.(?:[a-z0-9]{2,3}|json|yaml|html|jpeg|webp)$", "", path)
    parts = (re.split(r"[^\w’'ʼ.@+]+|_|\.(?=\w{2})", part) for part in bare.split("/"))
    texts = (" ".join(word[:1].upper() + word[1:] for word in words if word) for words in parts)
    found = (match for text in (path, *texts) for match in find_matches(text))
    return list(dict.fromkeys(Match(match.rule, match.form, 1) for match in found))


def _unescape(match: re.Match[str]) -> str:
    unicode, hexadecimal, decimal = match.groups()
    return chr(int(decimal) if decimal else int(unicode or hexadecimal, 16))
