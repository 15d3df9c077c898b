"""The sections of a built page as its readers know them: each heading with the words below it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

# An entry of a list that has an address of its own is found like a heading.
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "dt": 4}
_BREAKING = ("p", "li", "dt", "dd", "div", "section", "summary")
_ASIDES = ("a.headerlink", "span.cited", "span.cite", "p.facts", "div.citation")
# Tables and programs are read by eye and not by words; drawings repeat their tables; a permalink is no word.
_LISTS = ("ul.downloads", "ul.contents", "ul.questions", "ul.overlaps", "dl.standard")
_PASSED = ("table", "pre", "svg", "figure", "form", "script", "nav", "details", *_LISTS, *_ASIDES)
_VOID = ("br", "img", "input", "hr", "meta", "link", "wbr")


@dataclass
class PageSection:
    """A heading with its level and the name of its anchor, and the text below it."""

    level: int
    anchor: str
    title: str = ""
    text: str = ""


@dataclass
class _Reader(HTMLParser):
    """Collects the sections of an article."""

    sections: list[PageSection] = field(default_factory=list)
    inside: bool = False
    passing: list[str] = field(default_factory=list)
    heading: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section at a heading, and pass over what is not read by words."""
        named = {name: value or "" for name, value in attrs}
        self.inside = self.inside or tag == "article"
        if self.passing or tag in _PASSED or any(f"{tag}.{c}" in _PASSED for c in named.get("class", "").split()):
            self.passing += [tag] if tag not in _VOID else []
        elif self.inside and tag in _HEADINGS and (tag != "dt" or "id" in named):
            self.sections.append(PageSection(_HEADINGS[tag], named.get("id", "")))
            self.heading = True
        elif tag in _BREAKING:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if self.passing:
            if tag == self.passing[-1]:
                self.passing.pop()
        elif tag in _HEADINGS:
            self.heading = False
        elif tag == "article":
            self.inside = False

    def handle_data(self, data: str) -> None:
        """Add words to the heading or to the text below it."""
        if self.inside and not self.passing:
            self._add(data)

    def _add(self, words: str) -> None:
        if self.sections and self.heading:
            self.sections[-1].title += words
        elif self.sections:
            self.sections[-1].text += words


def sections_of(page: str) -> list[PageSection]:
    """The sections of a page's article, in order; words before the first heading are passed over."""
    reader = _Reader()
    reader.feed(page)
    for section in reader.sections:
        section.title = " ".join(section.title.split())
        section.text = " ".join(section.text.split())
    return reader.sections
