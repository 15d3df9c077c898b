"""Resolves references to figures for files that are plain text, such as the README of a package."""

from collections.abc import Callable

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.expressions import evaluate, is_expression
from scripts.reading.release.release import Release
from scripts.website.text.expressions import format_result
from scripts.website.text.figure_references import UnknownFigureError
from scripts.website.text.formatting import amount


def plain_references(release: Release, labels: Labels) -> Callable[[str], str]:
    """Give the function that makes plain text of a reference: the number of a figure, or one derived from two.

    The function raises UnknownFigureError or NotComputableError.
    """

    def resolve(reference: str) -> str:
        if is_expression(reference):
            return format_result(evaluate(reference, release.by_id), labels)
        if reference not in release.by_id:
            raise UnknownFigureError(reference)
        return amount(release.by_id[reference], release, labels)

    return resolve
