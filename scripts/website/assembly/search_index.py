"""The search of a language: an index that knows every form of a word, and a page of contents for all who lack scripts.

A reader's word fits a stem when the rest of it is an ending of the language, so that a script needs no dictionary. The
index holds the patterns by which a text is divided into words; theme/assets/search.js divides by them, too.
"""

import json
import os.path
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

import jinja2

from scripts.website.assembly.page_sections import PageSection
from scripts.website.assembly.word_forms import stems_of

INDEX = "search.json.js"

# Latin and Cyrillic, as both Python and JavaScript read it.
_LETTERS = "A-Za-zªºÀ-ÖØ-öø-ɏЀ-ԯᴀ-ᶿ"
_THOUSANDS = r"(?<=[0-9])[,\u00a0\u202f ](?=[0-9]{3}(?![0-9]))"
# In small letters: a number without what stands between its thousands, one apostrophe, no ё. Then words are cut out.
_NORMAL = ((_THOUSANDS, ""), ("['ʼ]", "’"), ("ё", "е"))
_WORD = f"[{_LETTERS}]+(?:[’-][{_LETTERS}]+)*|[0-9]+"
# A word or a number as it is printed, before any of that; what is marked where it was found.
_PRINTED = rf"[{_LETTERS}’'ʼ-]+|[0-9]+(?:[,\u00a0\u202f ][0-9]{{3}}(?![0-9]))*"
# The search itself, and pages on which single numbers are corrected, which readers reach from the number.
_LEFT_OUT = ("search.", "correct-")
# Each indicator stands with its words on the page of its table too.
_REPEATED = "data/indicators.html"
_TEMPLATE = Path(__file__).parent / "templates" / "contents.html.j2"


@dataclass(frozen=True)
class SearchablePage:
    """A page with its sections, its address below the language's folder, and whether it is in that language."""

    address: str
    sections: tuple[PageSection, ...]
    is_translated: bool

    @property
    def title(self) -> str:
        """Give its first heading."""
        return self.sections[0].title


def search_index(pages: Sequence[SearchablePage], language: str, cache: Path | None = None) -> tuple[str, str]:
    """Write the index of a language's pages as a script, and the list of their contents as HTML."""
    listed = [_with_titles(page) for page in sorted(pages, key=_order) if not _is_left_out(page)]
    listed = [page for page in listed if page.sections]
    read = [page for page in listed if page.address != _REPEATED and page.is_translated]
    texts = [f"{section.title} {section.text}" for page in read for section in page.sections]
    index = {
        "pages": [[page.address, page.title] for page in read],
        "sections": [[i, s.anchor, s.title, s.text] for i, page in enumerate(read) for s in page.sections],
        **_stems(texts, language, cache),
        "normal": _NORMAL,
        "word": _WORD,
        "printed": _PRINTED,
    }
    script = f"unaccounted.search({json.dumps(index, ensure_ascii=False, separators=(',', ':'))});\n"
    return script, _contents(listed)


def words_of(text: str) -> list[str]:
    """Divide a text into words as they are looked up: small letters, one apostrophe, numbers without gaps."""
    text = text.lower()
    for pattern, replacement in _NORMAL:
        text = re.sub(pattern, replacement, text)
    return re.findall(_WORD, text)


def _stems(texts: Sequence[str], language: str, cache: Path | None) -> dict[str, object]:
    """Map each stem to the sections that have it, and list the endings of the language.

    Sections are given as the steps from one index to the next, which keeps the file small.
    """
    words = [words_of(text) for text in texts]
    stems = stems_of({word for text in words for word in text}, language, cache)
    sections: dict[str, list[int]] = {}
    for section, text in enumerate(words):
        for stem in {stems.of[word] for word in text}:
            sections.setdefault(stem, []).append(section)
    steps = {stem: [index - before for before, index in pairwise((0, *found))] for stem, found in sections.items()}
    return {"stems": dict(sorted(steps.items())), "endings": sorted(stems.endings)}


def _is_left_out(page: SearchablePage) -> bool:
    return os.path.basename(page.address).startswith(_LEFT_OUT)


def _with_titles(page: SearchablePage) -> SearchablePage:
    sections = tuple(section for section in page.sections if section.title)
    return SearchablePage(page.address, sections, page.is_translated)


def _order(page: SearchablePage) -> PurePosixPath:
    return PurePosixPath(page.address)


def _natural(title: str) -> list[tuple[int, str]]:
    """Sort a title as people do: "9. …" before "10. …"."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", title)]


def _contents(listed: Sequence[SearchablePage]) -> str:
    """List all pages with their headings, those of one folder together under its first page."""
    folders: dict[str, list[SearchablePage]] = {}
    for page in sorted(listed, key=lambda page: (not page.address.endswith("index.html"), _natural(page.title))):
        folders.setdefault(os.path.dirname(page.address), []).append(page)
    template = jinja2.Template(
        _TEMPLATE.read_text(encoding="utf-8"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return str(template.render(folders=sorted(folders.items())))
