"""Checks that cells add up to their margins, as far as the code lists are complete."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.disclosure.audit.margins import Margin, margins
from scripts.findings import Finding, Place, Rule
from scripts.reading.package.figures import Figure, Qualifier
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
    """Yield the code lists that are no trees and the margins that do not add up."""
    faults = [finding for codes in release.registers.code_lists.values() for finding in _tree_faults(codes)]
    yield from faults
    for margin in () if faults else margins(release):
        yield from _margin_faults(margin)


def _tree_faults(codes: CodeList) -> Iterator[Finding]:
    """Yield the codes whose ancestors do not end at a root; each ancestor is visited once."""
    is_sound: dict[str, bool] = {}
    for code in codes.values():
        path, current = [], code.code
        while current in codes and current not in is_sound:
            # Unsound until a root is reached, so that a cycle ends here.
            is_sound[current] = False
            path.append(current)
            current = codes[current].parent
        ends_at_root = not current or is_sound.get(current, False)
        is_sound.update(dict.fromkeys(path, ends_at_root))
        if not ends_at_root:
            where = Place(code.where.file, code.where.row, "parent")
            yield TREE.broken(where, "The code's parents do not end at a root.")


def _margin_faults(margin: Margin) -> Iterator[Finding]:
    total, parts = _exact_value(margin.total), [_exact_value(part) for part in margin.parts]
    exact = [part for part in parts if part is not None]
    if total is None or not exact:
        return
    if margin.complete and len(exact) == len(parts):
        if sum(exact) != total:
            yield SUM.broken(margin.total.where, f"Its {len(exact)} parts by {margin.dimension} do not add up to it.")
    elif sum(exact) > total:
        yield EXCEEDED.broken(margin.total.where, f"Some of its parts by {margin.dimension} exceed it.")


def _exact_value(figure: Figure) -> Decimal | None:
    return figure.value if figure.qualifier == Qualifier.EXACT else None
