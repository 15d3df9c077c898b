"""A Markdown extension: in prose, `[[figure-id]]` is a figure and `[[slot: name]]` a computed part of the page."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from scripts import layout
from scripts.reading.declarations.markdown import BINDING
from scripts.website.text.figure_references import UnknownFigureError

_SIDES = {f"text-align: {side};": side for side in ("left", "right", "center")}
_SLOT = re.compile(r"\[\[\s*slot:\s*([a-z0-9_-]+)\s*\]\]")


class FigureProcessor(InlineProcessor):
    """Shows a figure or expression linked to its source; its tooltip names who counted, or the arithmetic."""

    def __init__(self, figures: dict[str, Any], markdown: Markdown) -> None:
        super().__init__(BINDING.pattern, markdown)
        self.figures = figures

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """Replace the reference by a link, dated where it is old. Raises UnknownFigureError, which stops the build."""
        figure = self.figures.get(match[1])
        if figure is None:
            raise UnknownFigureError(match[1])
        link = ElementTree.Element("a", {"class": figure["look"], "href": figure["page"], "title": figure["told"]})
        link.text = figure["text"]
        # A paragraph that names the year of the count dates it already.
        if figure["dated"] and figure["counted"] not in BINDING.sub("", data):
            return _dated(link, figure["dated"]), match.start(0), match.end(0)
        return link, match.start(0), match.end(0)


def _dated(link: ElementTree.Element, words: str) -> ElementTree.Element:
    """A number with the month of its count behind it."""
    number = ElementTree.Element("span")
    number.append(link)
    link.tail = " "
    ElementTree.SubElement(number, "span", {"class": "as-of"}).text = words
    return number


class SlotProcessor(BlockProcessor):
    """Leaves an empty element, which scripts/website/assembly/slots.py fills."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Whether a block is a slot and nothing else."""
        return bool(_SLOT.fullmatch(block.strip()))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Replace the block by the slot's element."""
        match = _SLOT.fullmatch(blocks.pop(0).strip())
        if match:
            ElementTree.SubElement(parent, "div", {"data-slot": match[1]})


class AlignProcessor(Treeprocessor):
    """Aligns the cells of a table by a class, because the site's policy allows no inline style."""

    def run(self, root: ElementTree.Element) -> None:
        """Put a class in place of the style that Markdown's tables have."""
        for cell in (*root.iter("th"), *root.iter("td")):
            if side := _SIDES.get(cell.attrib.pop("style", "")):
                cell.set("class", f"align-{side}")


class ProseExtension(Extension):
    """Puts the figures of a language into its prose; `figures` is the file that the build wrote for it."""

    def __init__(self, **options: Any) -> None:
        self.config = {"figures": [layout.figures_file("en"), "The figures as prose shows them."]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors; that of figures is ahead of Markdown's own for links."""
        figures = json.loads(Path(str(self.getConfig("figures"))).read_text(encoding="utf-8"))
        md.inlinePatterns.register(FigureProcessor(figures, md), "figure", 175)
        md.parser.blockprocessors.register(SlotProcessor(md.parser), "slot", 95)
        md.treeprocessors.register(AlignProcessor(md), "align", 5)


def makeExtension(**options: Any) -> ProseExtension:  # noqa: N802
    """Make the extension, as Markdown asks."""
    return ProseExtension(**options)
