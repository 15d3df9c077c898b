"""Numbers, days and qualifiers in the words of a language, never more precise than their source."""

from collections.abc import Sequence, Sized
from datetime import date, timedelta
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure
from scripts.reading.package.periods import first_day, last_day
from scripts.reading.release.release import Release

_DAY_FORMS = {4: "y", 7: "LLLL y", 10: "d MMMM y"}
_SHORT_FORMS = {4: "y", 7: "LLL y", 10: "d MMM y"}


def number(value: Decimal, labels: Labels) -> str:
    """A number with the language's separators."""
    return str(format_decimal(value, locale=labels.language))


def thousands(labels: Labels) -> str:
    """What the language writes between thousands."""
    return number(Decimal(10000), labels)[2:-3]


def count(items: Sized, labels: Labels) -> str:
    """How many there are."""
    return number(Decimal(len(items)), labels)


def kilobytes(size: int, labels: Labels) -> str:
    """A size in bytes as whole kilobytes, at least one."""
    return number(Decimal(max(1, round(size / 1000))), labels)


def day(text: str, labels: Labels, short: bool = False) -> str:
    """A day, month or year as people write it; empty stays empty."""
    forms = _SHORT_FORMS if short else _DAY_FORMS
    return format_date(first_day(text), forms[len(text)], locale=labels.language) if text else ""


def months(labels: Labels) -> tuple[str, ...]:
    """The twelve months, short, as they stand alone."""
    return tuple(format_date(date(2000, month, 1), "LLL", locale=labels.language) for month in range(1, 13))


def day_of_year(text: str, labels: Labels) -> str:
    """A day of any year (`03-01`) as a person writes it."""
    return format_skeleton("MMMMd", date.fromisoformat(f"2000-{text}"), locale=labels.language)


def amount(figure: Figure, release: Release, labels: Labels) -> str:
    """A figure's number with its qualifier and, for shares and the like, its unit: "at least 49,000", "about 60%"."""
    if not figure.is_published:
        return labels.of("status", figure.status)
    forms = labels.units[release.indicator_of(figure).unit].split("|")
    # After "at least" and the like a language that has several forms takes the last one.
    is_plain = figure.qualifier in ("exact", "range")
    unit = _form(forms, figure.highest, labels) if is_plain else forms[-1]
    return labels.qualifiers[figure.qualifier].format(unit.format(_digits(figure, labels)))


def quantity(value: Decimal, unit: str, labels: Labels) -> str:
    """A number with its unit, where the unit is said at all."""
    return _form(labels.units[unit].split("|"), value, labels).format(number(value, labels))


def interval(figure: Figure, labels: Labels) -> str:
    """The ends of a figure's interval beside its central value, or nothing."""
    if figure.value is None or figure.value_low is None or figure.value_high is None:
        return ""
    return f"{number(figure.value_low, labels)}–{number(figure.value_high, labels)}"


def period(figure: Figure, labels: Labels, short: bool = False) -> str:
    """What the figure covers: one day, month or year, or from one to another."""
    start, end = day(figure.period_start, labels, short), day(figure.period_end, labels, short)
    if start == end or not end:
        return labels["since"].format(start) if start and not end else start
    if not start:
        return labels["until"].format(end)
    are_years = len(figure.period_start) == len(figure.period_end) == len("2000")
    return f"{start}–{end}" if are_years else labels["from_to"].format(start, end)


def is_stale(figure: Figure, today: date) -> bool:
    """Whether the count was taken more than a year before a day."""
    return last_day(figure.counted_on) < today - timedelta(days=365)


def breakdown(figure: Figure, release: Release) -> str:
    """The codes by which the figure is a part, or differs from the others of its indicator."""
    titles = [
        code.title
        for dimension in figure.dimensions
        if (code := release.code_of(figure, dimension)).parent or not is_neutral(code.code)
    ]
    return "; ".join(titles)


def is_neutral(code: str) -> bool:
    """Whether a code says only that nothing is singled out."""
    return code in ("all", "russia", "any", "both")


def attribution(figure: Figure, release: Release, labels: Labels) -> str:
    """One line that says who counted, as of when, and what kind of number it is."""
    originator = release.registers.originators[figure.originator].title
    kind = labels.of("kind", release.indicator_of(figure).kind)
    return labels["told"].format(originator=originator, day=day(figure.counted_on, labels), kind=kind)


def full_attribution(figure: Figure, release: Release, labels: Labels) -> str:
    """Who counted, when and how, and whether sources disagree."""
    disputed = f"; {labels['disputed']}" if release.relations.conflicts_of(figure.id) else ""
    return f"{attribution(figure, release, labels)}{disputed}"


def _form(forms: Sequence[str], value: Decimal | None, labels: Labels) -> str:
    """The form that a number asks for: the forms stand in the order of CLDR's plural categories one, few, many."""
    category = Locale(labels.language).plural_form(value) if value is not None else ""
    place = {"one": 0, "few": 1}.get(category, len(forms) - 1)
    return forms[min(place, len(forms) - 1)]


def _digits(figure: Figure, labels: Labels) -> str:
    if figure.value is not None:
        return number(figure.value, labels)
    if figure.value_low is None or figure.value_high is None:
        return ""
    return f"{number(figure.value_low, labels)}–{number(figure.value_high, labels)}"
