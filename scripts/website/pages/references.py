"""The data with which prose shows a figure or an expression: its number, its page, and who counted it when."""

import json
from collections.abc import Iterator

from scripts import layout
from scripts.website.pages.context import PageContext
from scripts.website.text.expressions import format_arithmetic, format_result
from scripts.website.text.formatting import is_stale

Reference = dict[str, str]


def reference_file(context: PageContext) -> tuple[str, str]:
    """Give every reference as JSON, by its path from the project's root."""
    references = {**dict(_figures(context)), **dict(_expressions(context))}
    return layout.figures_file(context.folder), json.dumps(references, ensure_ascii=False, indent=0)


def _figures(context: PageContext) -> Iterator[tuple[str, Reference]]:
    for figure in context.release.figures:
        yield (
            figure.id,
            {
                "text": context.formatter.amount(figure),
                "page": _page(figure.resource, figure.id),
                "told": context.attribution(figure),
                "look": "figure stale" if is_stale(figure, context.day) else "figure",
            },
        )


def _expressions(context: PageContext) -> Iterator[tuple[str, Reference]]:
    for text, expression in context.release.derivations.items():
        yield (
            text,
            {
                "text": format_result(expression, context.formatter),
                "page": _page(expression.left.resource, expression.left.id),
                "told": format_arithmetic(expression, context.formatter),
                "look": "figure derived",
            },
        )


def _page(resource: str, figure: str) -> str:
    return f"/data/{resource}.md#{figure}"
