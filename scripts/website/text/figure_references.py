"""Numbers in prose are figures: `[[figure-id]]` in any text of ours becomes the figure's number."""

from collections.abc import Callable

from scripts.reading.declarations.markdown import BINDING
from scripts.website.text.formatting import Formatter


class UnknownFigureError(Exception):
    """Prose names a figure that the package does not have."""

    def __init__(self, figure: str) -> None:
        super().__init__(f"[[{figure}]] – there is no such figure – use an id from the data pages.")


def replace_references(text: str, show: Callable[[str], str]) -> str:
    """Replace each reference by what `show` returns for its figure's id."""
    return BINDING.sub(lambda match: show(match[1]), text)


def resolve_references(text: str, formatter: Formatter) -> str:
    """Replace each reference by its figure as plain text, for charts and titles. Raises UnknownFigureError."""
    by_id = formatter.release.by_id

    def show(figure: str) -> str:
        if figure not in by_id:
            raise UnknownFigureError(figure)
        return formatter.amount(by_id[figure])

    return replace_references(text, show)
