"""The two parts of which computed pages consist: a short Markdown file with a slot, and the HTML that fills it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from scripts import layout
from scripts.website.pages.context import PageContext


@dataclass(frozen=True)
class Slot:
    """A slot of a page, by its name, with the template that fills it and the content that the template shows."""

    name: str
    template: str
    content: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class GeneratedPage:
    """A page that consists of one slot.

    path: below the language's folder, without its ending; description: a sentence or two for readers who see a link.
    """

    path: str
    title: str
    description: str
    slot: Slot

    @property
    def markdown(self) -> str:
        """The page as MkDocs reads it: front matter, a heading and the slot."""
        front_matter = {"title": self.title, "description": self.description, "hide": ["toc"]}
        lines = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in front_matter.items())
        anchor = PurePosixPath(self.path).name
        return f"---\n{lines}---\n\n# {self.title} {{#{anchor}}}\n\n[[slot: {self.slot.name}]]\n"


def slot_path(name: str, context: PageContext) -> str:
    """Give the path of a slot's HTML from the project's root; it stays there until the site is finished."""
    return layout.slot_file(context.folder, name)


def page_path(page: GeneratedPage, context: PageContext) -> str:
    """Give the path of a page's Markdown file from the project's root."""
    return f"docs/{context.folder}/{page.path}.md"
