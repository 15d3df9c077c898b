"""Numbers in prose are figures: `[[figure-id]]` in any words of ours stands for the figure's number."""

from collections.abc import Callable

from scripts.reading.declarations.labels import Labels
from scripts.reading.declarations.markdown import BINDING
from scripts.reading.release.release import Release
from scripts.website.text.formatting import amount


class UnknownFigureError(Exception):
    """Prose names a figure that the package does not have."""

    def __init__(self, figure: str) -> None:
        super().__init__(f"[[{figure}]] – there is no such figure – use an id from the data pages.")


def replace_references(words: str, show: Callable[[str], str]) -> str:
    """Put what `show` says of each figure in place of its binding."""
    return BINDING.sub(lambda match: show(match[1]), words)


def resolve_references(words: str, release: Release, labels: Labels) -> str:
    """Words with each figure as plain text, for charts and titles. Raises UnknownFigureError."""

    def show(figure: str) -> str:
        if figure not in release.by_id:
            raise UnknownFigureError(figure)
        return amount(release.by_id[figure], release, labels)

    return replace_references(words, show)
