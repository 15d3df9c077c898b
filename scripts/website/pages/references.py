"""The data with which prose shows a figure or an expression: its number, its page, and who counted it when.

`counted` is the year of a count that is older than a year, `dated` the words that say so; else both are empty.
"""

import json
from collections.abc import Iterator

from scripts import layout
from scripts.reading.package.expressions import referred_indicator
from scripts.reading.package.figures import Figure
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
        yield figure.id, _figure(figure, context)
    for page in context.release.pages.markdown:
        for _, reference in page.bindings:
            newest = context.release.figure_named(reference) if referred_indicator(reference) else None
            if newest:
                yield reference, _figure(newest, context)


def _figure(figure: Figure, context: PageContext) -> Reference:
    return {
        "text": context.formatter.amount(figure),
        "page": _page(figure.resource, figure.id),
        "told": context.attribution(figure),
        "look": "figure stale" if is_stale(figure, context.day) else "figure",
        **_age(figure, context),
    }


def _expressions(context: PageContext) -> Iterator[tuple[str, Reference]]:
    for text, expression in context.release.derivations.items():
        yield (
            text,
            {
                "text": format_result(expression, context.formatter),
                "page": _page(expression.left.resource, expression.left.id),
                "told": format_arithmetic(expression, context.formatter),
                "look": "figure derived",
                **_age(min(expression.left, expression.right, key=lambda figure: figure.counted_on), context),
            },
        )


def _age(figure: Figure, context: PageContext) -> Reference:
    if not is_stale(figure, context.day):
        return {"counted": "", "dated": ""}
    month = figure.counted_on[: len("2000-01")]
    return {"counted": month[: len("2000")], "dated": context.labels["as_of"].format(context.formatter.day(month))}


def _page(resource: str, figure: str) -> str:
    return f"/data/{resource}.md#{figure}"
