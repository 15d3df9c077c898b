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
    return replace_references(text, lambda figure: figure_text(figure, formatter))


def figure_text(figure: str, formatter: Formatter) -> str:
    """Give a figure, by a reference to it, as plain text. Raises UnknownFigureError."""
    named = formatter.release.figure_named(figure)
    if named is None:
        raise UnknownFigureError(figure)
    return formatter.amount(named)
