"""The one style sheet of the site: the theme's styles, without those for parts that no page has, then our own.

More than half of the theme's is left out; a second sheet would cost a slow line another journey there and back.
A rule stays if one of its selectors can match: each class that it names stands in a page, or a script may set it.
"""

import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_ATTRIBUTE = re.compile(r'\bclass="([^"]*)"')
_SELECTED = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_NEGATED = re.compile(r":not\([^()]*\)")
# A name of the theme in one of its scripts, and states that any script sets.
_SET_BY_SCRIPTS = re.compile(r"\bmd-[\w-]+")
_STATES = frozenset(("js", "no-js", "focus-visible"))
# Parts of the theme that this site does not use, though its scripts know them.
_UNUSED = ("md-search", "md-source", "md-annotation", "md-tag", "md-consent", "md-status", "md-post")
_GROUPS = ("media", "supports")


def slimmed(styles: str, pages: Iterable[str], scripts: Iterable[str]) -> str:
    """The styles that these pages and scripts can need (CSS Syntax Module Level 3)."""
    set_by_scripts = {name for script in scripts for name in _SET_BY_SCRIPTS.findall(script)}
    classes = {name for page in pages for names in _ATTRIBUTE.findall(page) for name in names.split()}
    known = classes | _STATES | {name for name in set_by_scripts if not name.startswith(_UNUSED)}
    return "".join(_kept(tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True), known))


def write_stylesheet(folder: Path, pages: Iterable[str], words: str) -> None:
    """Lay the theme's styles, slimmed for the pages of the site, and words into the one sheet that pages ask for."""
    scripts = [file.read_text(encoding="utf-8") for file in folder.rglob("*.js") if file.name != "vega.js"]
    own = folder / "site.css"
    themes = [file.read_text(encoding="utf-8") for file in sorted((folder / "stylesheets").glob("*.css"))]
    parts = (*(slimmed(theme, pages, scripts) for theme in themes), own.read_text(encoding="utf-8"), words)
    own.write_text("".join(parts), encoding="utf-8")
    shutil.rmtree(folder / "stylesheets", ignore_errors=True)


def _kept(rules: Sequence[Node], known: Collection[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            yield from _rule(rule, known)
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS:
            inside = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            kept = "".join(_kept(inside, known))
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}" if kept else ""
        else:
            yield rule.serialize()


def _rule(rule: QualifiedRule, known: Collection[str]) -> Iterator[str]:
    selectors = [text for text in _split(rule.prelude) if _can_match(text, known)]
    if selectors:
        yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"


def _split(prelude: Sequence[Node]) -> Iterator[str]:
    """The selectors of a list; a comma inside of a function is part of a selector."""
    selector: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield tinycss2.serialize(selector).strip()
            selector = []
        else:
            selector.append(node)
    yield tinycss2.serialize(selector).strip()


def _can_match(selector: str, known: Collection[str]) -> bool:
    return all(name in known for name in _SELECTED.findall(_NEGATED.sub("", selector)))
