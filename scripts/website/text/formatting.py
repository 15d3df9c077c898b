"""Numbers, days and qualifiers in the words of a language, never more precise than their source."""

from collections.abc import Sized
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from scripts.checks import Cleared
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure, Qualifier
from scripts.reading.package.periods import first_day, last_day

_LONG_DAYS = {4: "y", 7: "LLLL y", 10: "d MMMM y"}
_SHORT_DAYS = {4: "y", 7: "LLL y", 10: "d MMM y"}
_NEUTRAL_CODES = frozenset({"all", "russia", "any", "both"})
"""Codes that single nothing out."""


@dataclass(frozen=True)
class Formatter:
    """Formats the numbers, days and figures of a release in one language."""

    release: Cleared
    labels: Labels

    def number(self, value: Decimal | int) -> str:
        """Format a number with the language's separators."""
        return format_number(value, self.labels.language)

    def count(self, items: Sized) -> str:
        """Format how many items there are."""
        return self.number(len(items))

    def kilobytes(self, size: int) -> str:
        """Format a size in bytes as whole kilobytes, at least one."""
        return self.number(max(1, round(size / 1000)))

    def day(self, text: str, short: bool = False) -> str:
        """Format a day, month or year as people write it; empty stays empty."""
        return format_day(text, self.labels.language, short)

    def day_of_year(self, text: str) -> str:
        """Format a day of any year (`03-01`)."""
        return format_skeleton("MMMMd", date.fromisoformat(f"2000-{text}"), locale=self.labels.language)

    def amount(self, figure: Figure) -> str:
        """Format a figure's number with its qualifier and, for shares, its unit: "at least 49,000", "about 60%"."""
        if not figure.is_published:
            return self.labels.of("status", figure.status)
        forms = self._unit_forms(self.release.indicator_of(figure).unit)
        # After "at least" and the like a language that has several forms takes the last one.
        is_plain = figure.qualifier in (Qualifier.EXACT, Qualifier.RANGE)
        unit = _plural_form(forms, figure.highest, self.labels.language) if is_plain else forms[-1]
        return self.labels.qualifiers[figure.qualifier].format(unit.format(self._digits(figure)))

    def quantity(self, value: Decimal, unit: str) -> str:
        """Format a number with its unit, where the language writes the unit at all."""
        return _plural_form(self._unit_forms(unit), value, self.labels.language).format(self.number(value))

    def interval(self, figure: Figure) -> str:
        """Format the ends of the interval around a figure's central value; empty where it lacks one of the three."""
        return "" if figure.value is None else self._ends(figure)

    def interval_kind(self, figure: Figure) -> str:
        """Name what the ends of a figure's interval are; empty where it has none."""
        kind = self.release.registers.interval_kinds.get(figure.interval_kind)
        return kind.title if kind else figure.interval_kind

    def period(self, figure: Figure, short: bool = False) -> str:
        """Format what the figure covers: one day, month or year, or from one to another."""
        start, end = self.day(figure.period_start, short), self.day(figure.period_end, short)
        if start == end or not end:
            return self.labels["since"].format(start) if start and not end else start
        if not start:
            return self.labels["until"].format(end)
        are_years = len(figure.period_start) == len(figure.period_end) == len("2000")
        return f"{start}–{end}" if are_years else self.labels["from_to"].format(start, end)

    def breakdown(self, figure: Figure) -> str:
        """Name the codes by which the figure is a part, or differs from the others of its indicator."""
        codes = (self.release.code_of(figure, dimension) for dimension in figure.dimensions)
        return "; ".join(code.title for code in codes if code.parent or code.code not in _NEUTRAL_CODES)

    def scope(self, figure: Figure) -> str:
        """Name the figure's breakdown and its period."""
        return "; ".join(filter(None, (self.breakdown(figure), self.period(figure))))

    def attribution(self, figure: Figure) -> str:
        """Give the originator, the day of the count and the kind of the number in one line."""
        originator = self.release.registers.originators[figure.originator].title
        kind = self.labels.of("kind", self.release.indicator_of(figure).kind)
        return self.labels["told"].format(originator=originator, day=self.day(figure.counted_on), kind=kind)

    def full_attribution(self, figure: Figure) -> str:
        """Give the attribution, and add where sources disagree."""
        disputed = f"; {self.labels['disputed']}" if self.release.relations.conflicts_of(figure.id) else ""
        return f"{self.attribution(figure)}{disputed}"

    def _unit_forms(self, unit: str) -> tuple[str, ...]:
        return tuple(self.labels.units[unit].split("|"))

    def _digits(self, figure: Figure) -> str:
        return self._ends(figure) if figure.value is None else self.number(figure.value)

    def _ends(self, figure: Figure) -> str:
        if figure.value_low is None or figure.value_high is None:
            return ""
        return f"{self.number(figure.value_low)}–{self.number(figure.value_high)}"


@cache
def format_number(value: Decimal | int, language: str) -> str:
    """Format a number with the separators of a language."""
    return str(format_decimal(value, locale=language))


@cache
def format_day(text: str, language: str, short: bool = False) -> str:
    """Format a day, month or year (ISO 8601) as people write it in a language; empty stays empty."""
    forms = _SHORT_DAYS if short else _LONG_DAYS
    return format_date(first_day(text), forms[len(text)], locale=language) if text else ""


def thousands(labels: Labels) -> str:
    """Give the separator that the language writes between thousands."""
    return format_number(10000, labels.language)[2:-3]


def months(labels: Labels) -> tuple[str, ...]:
    """Name the twelve months, short, in the form in which they stand alone."""
    return tuple(format_date(date(2000, month, 1), "LLL", locale=labels.language) for month in range(1, 13))


def is_stale(figure: Figure, today: date) -> bool:
    """Whether the count was taken more than a year before a day."""
    return last_day(figure.counted_on) < today - timedelta(days=365)


@cache
def _plural_form(forms: tuple[str, ...], value: Decimal | None, language: str) -> str:
    """Choose the form that a number needs; forms are in the order of CLDR's plural categories one, few, many."""
    category = Locale(language).plural_form(value) if value is not None else ""
    index = {"one": 0, "few": 1}.get(category, len(forms) - 1)
    return forms[min(index, len(forms) - 1)]
