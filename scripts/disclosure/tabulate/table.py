"""Builds a table as it is before protection: true counts by a few code lists, with all totals and their margins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from scripts.disclosure.audit.identifiers import EquationKind, EquationPlace
from scripts.disclosure.audit.system import Equation, margin_equation
from scripts.findings import Place

Codes = tuple[str, ...]
"""The codes of a cell, in the order of the dimensions; they identify it."""
Parents = Mapping[str, tuple[str, str]]
"""For each code of a dimension its parent and its partition, both empty for the whole."""


@dataclass(frozen=True)
class Table:
    """True counts by cell, confidential, and the margins between them."""

    dimensions: tuple[str, ...]
    counts: Mapping[Codes, int]
    margins: tuple[Equation[Codes], ...]

    def codes(self, position: int) -> tuple[str, ...]:
        """All codes of one dimension, by its position."""
        return tuple(dict.fromkeys(codes[position] for codes in self.counts))


class NotATableError(Exception):
    """Counts and code lists do not make a table; the message says where and what to do."""


def table_of(lists: Mapping[str, Parents], counted: Mapping[Codes, int]) -> Table:
    """Count every combination of codes, zeros included; `counted` has the finest codes only.

    A code that other codes have as parent is a total: the sum of the first of its partitions.
    Raises NotATableError where a count has a code that is unknown or a total.
    """
    trees = {name: _children(parents) for name, parents in lists.items()}
    for codes in counted:
        for (name, parents), code in zip(lists.items(), codes, strict=True):
            if code not in parents or trees[name].get(code):
                raise NotATableError(
                    f"{name} – a counted code is unknown or is a total – map values to the finest codes."
                )
    counts: dict[Codes, int] = dict(counted)
    for position, (name, parents) in enumerate(lists.items()):
        counts = _add_totals(counts, position, {code: list(_leaves(code, trees[name])) for code in parents})
    every = list(product(*lists.values()))
    margins = tuple(_margins(list(lists), every, trees))
    return Table(tuple(lists), {codes: counts.get(codes, 0) for codes in every}, margins)


def _children(parents: Parents) -> dict[str, dict[str, list[str]]]:
    """The parts of each code, by partition."""
    tree: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for code, (parent, partition) in parents.items():
        if parent and partition:
            tree[parent][partition].append(code)
    return tree


def _leaves(code: str, tree: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    partitions = tree.get(code)
    if not partitions:
        yield code
        return
    for part in next(iter(partitions.values())):
        yield from _leaves(part, tree)


def _add_totals(counts: dict[Codes, int], position: int, leaves: Mapping[str, list[str]]) -> dict[Codes, int]:
    """Count each code of one dimension by the leaves below it."""
    totals = defaultdict(list)
    for code, parts in leaves.items():
        for part in parts:
            totals[part].append(code)
    summed: dict[Codes, int] = defaultdict(int)
    for codes, count in counts.items():
        for code in totals[codes[position]]:
            summed[_with_code(codes, position, code)] += count
    return summed


def _margins(
    names: list[str], every: list[Codes], trees: Mapping[str, Mapping[str, Mapping[str, list[str]]]]
) -> Iterator[Equation[Codes]]:
    for position, name in enumerate(names):
        for codes in every:
            for partition, parts in trees[name].get(codes[position], {}).items():
                place = EquationPlace(Place(", ".join(codes)), EquationKind.MARGIN, name, partition)
                yield margin_equation(place, codes, tuple(_with_code(codes, position, part) for part in parts))


def _with_code(codes: Codes, position: int, code: str) -> Codes:
    return (*codes[:position], code, *codes[position + 1 :])
