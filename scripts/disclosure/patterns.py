"""Patterns by which a text may point to a person: numbers that states and services give to people, and forms of names.

Detection alone is never the control: the allow-list of fields and code lists comes first, and people read proposals.
Checksums are those of the Russian pension fund (SNILS) and tax service (INN), so that few other numbers match.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_WEB = re.compile(r"https?://(?!t\.me/|vk\.com/)\S+")
_ORDINARY = r"(?!Верховн|Основн|Уголовн|Духовн|Церковн|ВЕРХОВН|ОСНОВН|УГОЛОВН)"
_CYRILLIC_PATRONYMIC = (
    rf"\b{_ORDINARY}[А-ЯЁ][а-яё]{{2,}}(?:(?:ович|евич|ьич)(?:а|у|ем|ом|е)?|(?:овн|евн|иничн|ичн)[ауеы])\b"
    rf"|\b{_ORDINARY}[А-ЯЁ]{{3,}}(?:(?:ОВИЧ|ЕВИЧ|ЬИЧ)(?:А|У|ЕМ|ОМ|Е)?|(?:ОВН|ЕВН|ИЧН)[АУЕЫ])\b"
    r"|\bИльич(?:а|у|ом|е|ем|ны|на|не|ной)?\b"
)
_UKRAINIAN_PATRONYMIC = r"\b[А-ЯІЇЄҐ][а-яіїєґ’']{2,}(?:ович|йович|івна|ївна)(?:а|у|ем|ом|і|и|ою|єю)?\b"
_LATIN_PATRONYMIC = r"\b[A-Z][a-z]{2,}(?:ovich|evich|yevich|ovych|yovych|ovna|evna|yevna|ivna)\b"
_INITIALS = r"\b[А-ЯЁ][а-яё]{2,}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.|\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}"
_LATIN_INITIALS = r"\b[A-Z][a-z]{3,}\s[A-Z]\.\s?[A-Z]\.(?=\s|$|,)"


@dataclass(frozen=True)
class Pattern:
    """A form that points to a person; `holds` confirms a match, for example by its checksum."""

    name: str
    form: re.Pattern[str]
    holds: Callable[[str], bool] = bool


def found_in(text: str, patterns: tuple[Pattern, ...]) -> Iterator[str]:
    """The names of the patterns that a text contains; addresses of pages are passed over, those of accounts are not."""
    bare = _WEB.sub(" ", text)
    for pattern in patterns:
        if any(pattern.holds(match[0]) for match in pattern.form.finditer(bare)):
            yield pattern.name


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


def _digits(text: str) -> list[int]:
    return [int(character) for character in text if character.isdigit()]


NUMBERS = (
    Pattern("pension number", re.compile(r"(?<!\d)\d{3}[- ]?\d{3}[- ]?\d{3}[- ]?\d{2}(?!\d)"), is_snils),
    Pattern("tax number", re.compile(r"(?<!\d)\d{12}(?!\d)"), is_inn),
    Pattern("passport", re.compile(r"(?<!\d)\d{2}\s?\d{2}\s\d{6}(?!\d)")),
    Pattern("military number", re.compile(r"\b[А-ЯЁ]{1,2}-\d{6}\b|\b[А-ЯЁ]{2}\s?№\s?\d{7}\b")),
    Pattern("military unit number", re.compile(r"\bв/?ч\s*№?\s*\d{5}\b", re.IGNORECASE)),
    Pattern(
        "telephone",
        re.compile(r"(?<!\d)(?:(?:\+7|8)[\s(-]*\d{3}|\+380[\s(-]*\d{2})[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)"),
    ),
    Pattern("e-mail", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b")),
    Pattern("account", re.compile(r"(?:t\.me|vk\.com|ok\.ru/profile)/\w+|(?<![\w@])@[A-Za-z]\w{4,}\b")),
)
NAMES = (
    Pattern("patronymic", re.compile("|".join((_CYRILLIC_PATRONYMIC, _UKRAINIAN_PATRONYMIC, _LATIN_PATRONYMIC)))),
    Pattern("surname with initials", re.compile(f"{_INITIALS}|{_LATIN_INITIALS}")),
)
