"""Finds numbers, accounts and places that belong to one person, and codes that could hide one.

Detection alone is never the control: the allow-list of fields and code lists comes first, and people read proposals.
Check digits are those of the Russian pension fund (SNILS) and tax service (INN), and Luhn's of bank and health
insurance cards (ISO/IEC 7812-1, annex B), so that few other numbers match.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

_ACCOUNTS = r"(?:t\.me|vk\.com|wa\.me|ok\.ru/profile|facebook\.com/profile)/"
_WEB = re.compile(rf"https?://(?!(?:www\.)?{_ACCOUNTS})\S+")
_PLATE = "[АВЕКМНОРСТУХ" + "ABEKMHOPCTYX]"
_UKRAINIAN_PLATE = "[АВЕІКМНОРСТХ" + "ABEIKMHOPCTX]{2}"


@dataclass(frozen=True)
class Pattern:
    """A form that points to a person; `holds` confirms a match, for example by its checksum."""

    name: str
    form: re.Pattern[str]
    holds: Callable[[str], bool] = bool


class LineNumbers:
    """The lines of a text by position; a text without matches is never searched for them."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self._text)]

    def line_of(self, match: re.Match[str]) -> int:
        """The line where a match begins, counted from 1."""
        return bisect_left(self._ends, match.start()) + 1


def found_in(text: str, patterns: tuple[Pattern, ...]) -> Iterator[tuple[str, int]]:
    """Yield the names of the patterns that a text contains, each with its line; addresses of pages are passed over."""
    numbers = LineNumbers(text)
    bare = _WEB.sub(_blank, text) if "://" in text else text
    for pattern in patterns:
        for match in pattern.form.finditer(bare):
            if pattern.holds(match[0]):
                yield pattern.name, numbers.line_of(match)


def without(text: str, patterns: tuple[Pattern, ...]) -> str:
    """Replace every match of the patterns by blanks."""
    for pattern in patterns:
        text = pattern.form.sub(lambda match: _blank(match) if pattern.holds(match[0]) else match[0], text)  # noqa: B023
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def is_snils(text: str) -> bool:
    """Whether eleven digits have the check number of a pension insurance number."""
    digits = _digits(text)
    check = sum(digit * weight for digit, weight in zip(digits[:9], range(9, 0, -1), strict=True)) % 101 % 100
    return check == digits[9] * 10 + digits[10]


def is_inn(text: str) -> bool:
    """Whether twelve digits have both check digits of a person's tax number."""
    digits = _digits(text)
    weights = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    first = sum(d * w for d, w in zip(digits[:10], weights, strict=True)) % 11 % 10
    second = sum(d * w for d, w in zip(digits[:11], (3, *weights), strict=True)) % 11 % 10
    return digits[10:] == [first, second]


def is_luhn(text: str) -> bool:
    """Whether digits have the check digit of a bank or health insurance card; a run of one digit has not."""
    digits = _digits(text)
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def is_near(text: str) -> bool:
    """Whether two decimals are a latitude and a longitude, in either order, between the Danube and the Pacific."""
    first, second = (abs(float(number)) for number in re.findall(r"\d+\.\d+", text))
    return any(40 <= north <= 82 and 19 <= east <= 180 for north, east in ((first, second), (second, first)))


def is_varied(text: str) -> bool:
    """Whether a run of characters mixes small letters, capitals and digits, as encoded bytes do and words do not."""
    return all(any(map(test, text)) for test in (str.islower, str.isupper, str.isdigit))


def _digits(text: str) -> list[int]:
    return [int(character) for character in text if character.isdigit()]


NUMBERS = (
    Pattern("pension number", re.compile(r"(?<!\d)\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{2}(?!\d)", re.ASCII), is_snils),
    Pattern("tax number", re.compile(r"(?<!\d)\d{12}(?!\d)", re.ASCII), is_inn),
    Pattern("tax number", re.compile(r"(?:РНОКПП|[ІИ]ПН|ИНН|INN)\W{1,3}\d{10}(?!\d)")),
    Pattern("card number", re.compile(r"(?<![\d.,])\d{4}([- ]?)\d{4}\1\d{4}\1\d{4}(?![\d.])", re.ASCII), is_luhn),
    Pattern("passport", re.compile(r"(?<!\d)\d{2}\s?\d{2}\s(?:№\s?)?\d{6}(?!\d)|(?<!\d)\d{2}\s?№\s?\d{7}(?!\d)")),
    Pattern(
        "passport", re.compile(r"(?<!\w)(?:паспорт|passport)\w*\W{1,3}(?:\w+\W{1,3})?\d{9,10}(?!\d)", re.IGNORECASE)
    ),
    Pattern("military number", re.compile(r"\b[А-ЯЁІЇЄҐ]{1,2}[- ]?\d{6}\b|\b[А-ЯЁ]{2}\s?№?\s?\d{7}\b")),
    Pattern("military unit number", re.compile(r"(?<!\w)в/?ч\s*№?\s*[А-Я]?\d{4,5}\b", re.IGNORECASE)),
    Pattern("number plate", re.compile(rf"\b{_PLATE}\s?\d{{3}}\s?{_PLATE}{{2}}\s?\d{{2,3}}\b")),
    Pattern("number plate", re.compile(rf"\b{_UKRAINIAN_PLATE}\s?\d{{4}}\s?{_UKRAINIAN_PLATE}\b")),
    Pattern("number plate", re.compile(rf"\b\d{{4}}{_PLATE}{{2}}\s?\d{{2,3}}\b")),
    Pattern(
        "telephone",
        re.compile(r"(?<!\d)(?:(?:\+7|8)[\s(-]*\d{3}|\+380[\s(-]*\d{2})[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)"),
    ),
    Pattern("telephone", re.compile(r"(?<!\w)\+\d{1,3}[ (-]{0,2}\d{2,4}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2,3}(?!\d)")),
    Pattern(
        "date of birth",
        re.compile(
            r"\b\d{1,2}\.\d{1,2}\.\d{4},?\s*(?:г\.?\s?р\b|г(?:од|\.)а?\s+рожд|р\.?\s?н\b|року\s+нар)", re.IGNORECASE
        ),
    ),
    Pattern("date of birth", re.compile(r"\b(?:born|d\.o\.b\.|date of birth):? (?:on )?\d", re.IGNORECASE)),
    Pattern("e-mail", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b")),
    Pattern("account", re.compile(rf"\b{_ACCOUNTS}\w+|(?<![\w@/.])@[A-Za-z]\w{{4,}}\b")),
    Pattern("coordinates", re.compile(r"(?<![\d.])\d{1,3}\.\d{3,}°?\s?[NS]?[,;\s]\s?\d{1,3}\.\d{3,}"), is_near),
)
CODES = (
    Pattern(
        "digest", re.compile(r"(?<![0-9A-Za-z])(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})(?![0-9A-Za-z])")
    ),
    Pattern("encoded bytes", re.compile(r"[A-Za-z0-9+/]{41,}={0,2}|[A-Za-z0-9_-]{41,}"), is_varied),
)
