"""The one style sheet of the site: the theme's styles, without those for parts that no page has, then our own.

More than half of the theme's is left out; a second sheet would cost a slow line another journey there and back.
A rule stays if one of its selectors can match: each class that it names stands in a page, or a script may set it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import tinycss2
from selectolax.lexbor import LexborHTMLParser
from tinycss2.ast import AtRule, Node, QualifiedRule

_SELECTED = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_NEGATED = re.compile(r":not\([^()]*\)")
# A name of the theme in one of its scripts, and states that any script sets.
_SET_BY_SCRIPTS = re.compile(r"\bmd-[\w-]+")
_STATES = frozenset(("js", "no-js", "focus-visible"))
# Parts of the theme that this site does not use, though its scripts know them.
_UNUSED = ("md-search", "md-source", "md-annotation", "md-tag", "md-consent", "md-status", "md-post")
_GROUPS = ("media", "supports")


def stylesheet(theme: str, own: str, pages: Iterable[bytes], scripts: Iterable[str]) -> str:
    """Write the one sheet that pages ask for: the theme's styles that pages and scripts can need, then our own."""
    return slim_styles(theme, classes_of(pages), scripts) + own


def classes_of(pages: Iterable[bytes]) -> frozenset[str]:
    """Collect every class that an element of these pages has."""
    attributes = {node.attributes["class"] or "" for page in pages for node in LexborHTMLParser(page).css("[class]")}
    return frozenset(name for names in attributes for name in names.split())


def slim_styles(styles: str, classes: Collection[str], scripts: Iterable[str]) -> str:
    """Keep the styles that pages with these classes, and these scripts, can need (CSS Syntax Module Level 3)."""
    set_by_scripts = {name for script in scripts for name in _SET_BY_SCRIPTS.findall(script)}
    known = {*classes, *_STATES, *(name for name in set_by_scripts if not name.startswith(_UNUSED))}
    return "".join(_keep(tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True), known))


def _keep(rules: Sequence[Node], known: Collection[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            yield from _rule(rule, known)
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS:
            inside = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            matching = "".join(_keep(inside, known))
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{matching}}}" if matching else ""
        else:
            yield rule.serialize()


def _rule(rule: QualifiedRule, known: Collection[str]) -> Iterator[str]:
    selectors = [text for text in _split(rule.prelude) if _can_match(text, known)]
    if selectors:
        yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"


def _split(prelude: Sequence[Node]) -> Iterator[str]:
    """Divide a list into its selectors; a comma inside of a function is part of a selector."""
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
