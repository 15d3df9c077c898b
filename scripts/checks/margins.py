"""Checks that cells add up to their margins where the code lists say so."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.disclosure.audit.margins import Margin, margins
from scripts.findings import Finding, Place, Rule
from scripts.reading.package.registers import CodeList
from scripts.reading.release.release import Release

QUESTION = "Do cells add up to their margins, where the code lists say that they must?"

SUM = Rule(
    "margin-broken",
    "The parts of a whole do not add up to it, though all of them are exact.",
    "Check each part against its source; if the source itself does not add up, say so in a note.",
)
EXCEEDED = Rule(
    "margin-exceeded",
    "Some parts of a whole are together larger than the whole.",
    "Check whether parts and whole were counted on the same day and in the same way.",
)
TREE = Rule(
    "codes-not-a-tree",
    "A code list is not a tree: a parent does not exist, or a code is its own ancestor.",
    "Correct the parent.",
)

RULES = (SUM, EXCEEDED, TREE)


def check(release: Release) -> Iterator[Finding]:
    """Yield margins that do not hold."""
    broken = [finding for codes in release.registers.code_lists.values() for finding in _tree_faults(codes)]
    yield from broken
    for margin in () if broken else margins(release):
        yield from _margin_faults(margin)


def _tree_faults(codes: CodeList) -> Iterator[Finding]:
    for code in codes.values():
        seen, parent = {code.code}, code.parent
        while parent and parent in codes and parent not in seen:
            seen.add(parent)
            parent = codes[parent].parent
        if parent:
            where = Place(code.where.file, code.where.row, "parent")
            yield TREE.broken(where, "The code's parents do not end at a root.")


def _margin_faults(margin: Margin) -> Iterator[Finding]:
    total, parts = _exact(margin)
    if total is None or len(parts) == 0:
        return
    if margin.complete and len(parts) == len(margin.parts):
        if sum(parts) != total:
            yield SUM.broken(margin.total.where, f"Its {len(parts)} parts by {margin.dimension} do not add up to it.")
    elif sum(parts) > total:
        yield EXCEEDED.broken(margin.total.where, f"Some of its parts by {margin.dimension} exceed it.")


def _exact(margin: Margin) -> tuple[Decimal | None, list[Decimal]]:
    exact = [f.value for f in (margin.total, *margin.parts) if f.qualifier == "exact" and f.value is not None]
    total = margin.total.value if margin.total.qualifier == "exact" else None
    return total, exact[1:]
