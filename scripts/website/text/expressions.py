"""Numbers that prose derives from figures, in words, with their arithmetic."""

from scripts.reading.package.expressions import INTERVAL, Expression
from scripts.reading.package.figures import Qualifier
from scripts.website.text.formatting import Formatter

_SIGNS = {"/": "÷", "-": "−", "+": "+"}


def format_result(expression: Expression, formatter: Formatter) -> str:
    """Format the derived number: "1.6%", "about 2 times"."""
    if expression.kind == INTERVAL:
        return formatter.interval(expression.left)
    labels, digits = formatter.labels, formatter.number(expression.value.normalize())
    result = labels.derived[expression.kind].format(digits)
    return result if expression.exact else labels.qualifiers[Qualifier.ABOUT].format(result)


def format_arithmetic(expression: Expression, formatter: Formatter) -> str:
    """Format how the number follows: "22 ÷ 1,348 = 1.6%"."""
    if expression.kind == INTERVAL:
        return formatter.full_attribution(expression.left)
    left, right = (formatter.amount(figure) for figure in (expression.left, expression.right))
    return f"{left} {_SIGNS[expression.sign]} {right} = {format_result(expression, formatter)}"
