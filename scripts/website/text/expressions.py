"""Numbers that prose derives from figures, in words, with their arithmetic."""

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.expressions import INTERVAL, Expression
from scripts.reading.release.release import Release
from scripts.website.text.formatting import amount, full_attribution, interval, number

_SIGNS = {"/": "÷", "-": "−", "+": "+"}


def format_result(derivation: Expression, labels: Labels) -> str:
    """The derived number: "1.6%", "about 2 times"."""
    if derivation.kind == INTERVAL:
        return interval(derivation.left, labels)
    digits = number(derivation.value.normalize(), labels)
    words = labels.derived[derivation.kind].format(digits)
    return words if derivation.exact else labels.qualifiers["about"].format(words)


def format_arithmetic(derivation: Expression, release: Release, labels: Labels) -> str:
    """How the number follows: "22 ÷ 1,348 = 1.6%"."""
    if derivation.kind == INTERVAL:
        return full_attribution(derivation.left, release, labels)
    left, right = (amount(figure, release, labels) for figure in (derivation.left, derivation.right))
    return f"{left} {_SIGNS[derivation.sign]} {right} = {format_result(derivation, labels)}"
