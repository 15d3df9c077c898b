"""Resolves references to figures for files that are plain text, such as the README of a package."""

from collections.abc import Callable

from scripts.checks import Cleared
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.expressions import evaluate, is_expression
from scripts.website.text.expressions import format_result
from scripts.website.text.figure_references import figure_text
from scripts.website.text.formatting import Formatter


def plain_references(release: Cleared, labels: Labels) -> Callable[[str], str]:
    """Give the function that makes plain text of a reference: the number of a figure, or one derived from two.

    The function raises UnknownFigureError or NotComputableError.
    """
    formatter = Formatter(release, labels)

    def resolve(reference: str) -> str:
        if is_expression(reference):
            return format_result(evaluate(reference, release.by_id), formatter)
        return figure_text(reference, formatter)

    return resolve
