"""Finds which periods lie one after the other inside a longer one, such as the months of a year."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

Span = tuple[date, date]
"""The first and the last day of a period."""


class Tiling(NamedTuple):
    """A period and the longest periods inside it, by their indices; `complete` where no day of it is missing."""

    whole: int
    parts: tuple[int, ...]
    complete: bool


def tilings(spans: Sequence[Span]) -> Iterator[Tiling]:
    """Yield each period that has others inside it, of which the longest do not overlap.

    Takes n log n steps, and one for each later start inside a period. A period that ends before it starts is ignored.
    """
    index = _SpanIndex.of(spans)
    for whole, span in enumerate(spans):
        parts = index.longest_inside(span)
        if parts:
            tight = all(later[0] == earlier[1] + timedelta(days=1) for earlier, later in pairwise(parts))
            complete = tight and (parts[0][0], parts[-1][1]) == span
            yield Tiling(whole, tuple(index.first[part] for part in parts), complete)


@dataclass(frozen=True)
class _SpanIndex:
    """Periods by their first day; `first`: for each the index at which it occurs first."""

    starts: Sequence[date]
    ends: Mapping[date, Sequence[date]]
    first: Mapping[Span, int]
    repeated: frozenset[Span]

    @classmethod
    def of(cls, spans: Sequence[Span]) -> "_SpanIndex":
        """Sort the periods."""
        counts = Counter(span for span in spans if span[0] <= span[1])
        ends: dict[date, list[date]] = defaultdict(list)
        for start, end in sorted(counts):
            ends[start].append(end)
        first = {span: index for index, span in reversed(list(enumerate(spans)))}
        return cls(list(ends), ends, first, frozenset(span for span, count in counts.items() if count > 1))

    def longest_inside(self, span: Span) -> list[Span]:
        """The periods inside another that lie in no longer one of those; none where they overlap."""
        parts: list[Span] = []
        for position in range(bisect_left(self.starts, span[0]), bisect_right(self.starts, span[1])):
            reached = parts[-1][1] if parts else None
            if reached == span[1]:
                break
            part = self._longest(self.starts[position], span)
            # In the order of their first days, a period lies in one before it unless it ends after all of them.
            if part and (reached is None or part[1] > reached):
                if part in self.repeated or (reached is not None and part[0] <= reached):
                    return []
                parts.append(part)
        return parts

    def _longest(self, start: date, span: Span) -> Span | None:
        """The longest period from a day on that is inside another and not the same."""
        ends = self.ends[start]
        position = bisect_left(ends, span[1]) if start == span[0] else bisect_right(ends, span[1])
        return (start, ends[position - 1]) if position else None
