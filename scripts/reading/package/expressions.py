"""Evaluates expressions of figures: `[[a / b as share]]`, `… as times`, `[[a - b as difference]]`, `[[a + b as sum]]`.

`[[a as interval]]` gives both ends of the interval of one figure.

A result is no more precise than its figures: shares to whole percent (one decimal below ten), times to one
decimal, differences and sums as they are; it is "about" unless every figure in it is exact.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from scripts.reading.package.figures import Figure, Qualifier

INTERVAL = "interval"
_FORM = re.compile(r"([a-z0-9-]+)\s+([/+-])\s+([a-z0-9-]+)\s+as\s+(share|times|difference|sum)")
_INTERVAL = re.compile(r"([a-z0-9-]+)\s+as\s+interval")
_NEWEST = re.compile(r"newest:\s*([a-z0-9-]+)")
_SIGNS = {"share": "/", "times": "/", "difference": "-", "sum": "+"}


class NotComputableError(Exception):
    """An expression does not give a number; the message says why."""


@dataclass(frozen=True)
class Expression:
    """A number computed from two figures."""

    left: Figure
    sign: str
    right: Figure
    kind: str
    value: Decimal
    exact: bool


def is_expression(expression: str) -> bool:
    """Whether a binding is an expression and not a single figure."""
    return " " in expression and not referred_indicator(expression)


def referred_indicator(reference: str) -> str:
    """The indicator of whose figures a reference names the newest (`newest: named-list`); empty where it names one."""
    match = _NEWEST.fullmatch(reference)
    return match[1] if match else ""


def evaluate(expression: str, figures: Mapping[str, Figure]) -> Expression:
    """Evaluate an expression. Raises NotComputableError for a wrong form, an unknown or withheld figure, or zero."""
    if alone := _INTERVAL.fullmatch(expression):
        return _interval(figures.get(alone[1]))
    match = _FORM.fullmatch(expression)
    if not match or _SIGNS[match[4]] != match[2]:
        raise NotComputableError("it has not the form [[figure / figure as share]] or the like")
    left, right = figures.get(match[1]), figures.get(match[3])
    if left is None or right is None:
        raise NotComputableError("it names a figure that does not exist")
    if left.value is None or right.value is None:
        raise NotComputableError("one of its figures has no single number")
    exact = left.qualifier == right.qualifier == Qualifier.EXACT
    return Expression(left, match[2], right, match[4], _value(left.value, right.value, match[4]), exact)


def _interval(figure: Figure | None) -> Expression:
    """The interval of a figure, as an expression of it alone."""
    if figure is None:
        raise NotComputableError("it names a figure that does not exist")
    if figure.value is None or figure.value_low is None or figure.value_high is None:
        raise NotComputableError("its figure has no interval beside its number")
    return Expression(figure, "", figure, INTERVAL, figure.value, True)


def _value(left: Decimal, right: Decimal, kind: str) -> Decimal:
    if kind == "difference":
        return left - right
    if kind == "sum":
        return left + right
    if right == 0:
        raise NotComputableError("it divides by zero")
    if kind == "times":
        return (left / right).quantize(Decimal("0.1"), ROUND_HALF_UP)
    share = 100 * left / right
    return share.quantize(Decimal("0.1") if share < 10 else Decimal(1), ROUND_HALF_UP)
