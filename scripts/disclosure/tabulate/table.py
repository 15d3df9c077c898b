"""A table as it is before protection: true counts by at most a few code lists, with all totals and their margins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from scripts.disclosure.audit.system import Equation, margin_equation

Codes = tuple[str, ...]
Parents = Mapping[str, tuple[str, str]]
"""For each code of a dimension its parent and its partition, both empty for the whole."""


@dataclass(frozen=True)
class Table:
    """True counts, confidential; a cell is named by its codes joined with `|`, in the order of the dimensions."""

    dimensions: tuple[str, ...]
    counts: Mapping[str, int]
    margins: tuple[Equation, ...]

    def codes_of(self, cell: str) -> Codes:
        """The codes of a cell, in the order of the dimensions."""
        return tuple(cell.split("|"))

    def codes(self, place: int) -> tuple[str, ...]:
        """All codes of one dimension, by its place."""
        return tuple(dict.fromkeys(self.codes_of(cell)[place] for cell in self.counts))


class NotATableError(Exception):
    """Counts and code lists do not make a table; the message says where and what to do."""


def table_of(lists: Mapping[str, Parents], counted: Mapping[Codes, int]) -> Table:
    """Every combination of codes with its count, zeros included; `counted` has the finest codes only.

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
    for place, (name, parents) in enumerate(lists.items()):
        counts = _summed(counts, place, {code: list(_leaves(code, trees[name])) for code in parents})
    every = list(product(*lists.values()))
    margins = tuple(_margins(list(lists), every, trees))
    return Table(tuple(lists), {"|".join(codes): counts.get(codes, 0) for codes in every}, margins)


def _children(parents: Parents) -> dict[str, dict[str, list[str]]]:
    """For each code its parts, by partition."""
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


def _summed(counts: Mapping[Codes, int], place: int, leaves: Mapping[str, list[str]]) -> dict[Codes, int]:
    totals = defaultdict(list)
    for code, parts in leaves.items():
        for part in parts:
            totals[part].append(code)
    summed: dict[Codes, int] = defaultdict(int)
    for codes, count in counts.items():
        for code in totals[codes[place]]:
            summed[(*codes[:place], code, *codes[place + 1 :])] += count
    return summed


def _margins(
    names: list[str], every: list[Codes], trees: Mapping[str, Mapping[str, Mapping[str, list[str]]]]
) -> Iterator[Equation]:
    for place, name in enumerate(names):
        for codes in every:
            for partition, parts in trees[name].get(codes[place], {}).items():
                members = tuple("|".join((*codes[:place], part, *codes[place + 1 :])) for part in parts)
                yield margin_equation(f"{'|'.join(codes)} by {name} ({partition})", "|".join(codes), members)
