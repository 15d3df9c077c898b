"""The sections of a page as its readers know them: each heading with the words below it."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# An entry of a list that has an address of its own is found like a heading.
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "dt": 4}
_BREAKING = ("p", "li", "dt", "dd", "div", "section", "summary")
# Tables and programs are read by eye and not by words; drawings repeat their tables.
_SKIPPED = ("table", "pre", "svg", "figure", "form", "script", "nav", "details", "-comment")
_TEXT = "-text"


@dataclass
class PageSection:
    """A heading with its level and the name of its anchor, and the text below it."""

    level: int
    anchor: str
    title: str = ""
    text: str = ""


def sections_of(html: str) -> list[PageSection]:
    """Read the sections of a page's content, in order; words before the first heading are left out.

    An element marked `data-search="skip"` and the permalink of a heading are not read.
    """
    sections: list[PageSection] = []
    body = LexborHTMLParser(html).body
    if body is not None:
        _read(body, sections, is_title=False)
    for section in sections:
        section.title = " ".join(section.title.split())
        section.text = " ".join(section.text.split())
    return sections


def _read(node: LexborNode, sections: list[PageSection], is_title: bool) -> None:
    for child in node.iter(include_text=True):
        if child.tag == _TEXT:
            _append(child.text(deep=False), sections, is_title)
        elif not _is_skipped(child):
            is_heading = child.tag in _HEADINGS and (child.tag != "dt" or "id" in child.attributes)
            if is_heading:
                sections.append(PageSection(_HEADINGS[str(child.tag)], child.attributes.get("id") or ""))
            elif child.tag in _BREAKING:
                _append(" ", sections, is_title)
            _read(child, sections, is_title or is_heading)


def _is_skipped(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        node.tag in _SKIPPED
        or attributes.get("data-search") == "skip"
        or (node.tag == "a" and "headerlink" in (attributes.get("class") or "").split())
    )


def _append(words: str, sections: list[PageSection], is_title: bool) -> None:
    if sections and is_title:
        sections[-1].title += words
    elif sections:
        sections[-1].text += words
