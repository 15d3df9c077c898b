"""What people write: the Markdown pages beside the package, with the figures and derivations that they bind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BINDING = re.compile(r"\[\[\s*(?!slot:)([^\]\n]+?)\s*\]\]")

# What scripts write into a language's folder.
_COMPUTED = (("data",), ("search.md",))


@dataclass(frozen=True)
class Page:
    """A Markdown page: its file, its path below the folder of the docs, and its lines."""

    file: str
    path: str
    lines: tuple[str, ...]

    @property
    def is_english_only(self) -> bool:
        """Whether its head says that it is not to be translated."""
        return "translate: false" in self.lines

    @property
    def bindings(self) -> Iterator[tuple[int, str]]:
        """Each binding with its line: a figure's id or a derivation."""
        for number, line in enumerate(self.lines, start=1):
            for match in BINDING.finditer(line):
                yield number, match[1]


def read_pages(docs: Path | None) -> tuple[Page, ...]:
    """Every page that people wrote; what scripts compute is none."""
    if docs is None:
        return ()
    files = sorted(file for file in docs.rglob("*.md") if file.relative_to(docs).parts[1:2] not in _COMPUTED)
    return tuple(_page(file, docs) for file in files)


def _page(file: Path, docs: Path) -> Page:
    lines = tuple(file.read_text(encoding="utf-8").splitlines())
    return Page(file.as_posix(), file.relative_to(docs).as_posix(), lines)
