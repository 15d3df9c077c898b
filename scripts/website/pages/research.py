"""The computed parts of the pages for researchers: loaders, worked examples, what overlaps with what, and standards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.reading.package.registers import Indicator
from scripts.reading.package.relations import Overlap
from scripts.reading.release.release import Release
from scripts.website.pages.context import PageContext

# How a relation reads from its other side; the others are the same from both.
_INVERSE = {"part-of": "whole-of"}
_SIGNS = {"same-people": "∩", "part-of": "⊂", "whole-of": "⊃", "not-independent": "≈"}


@dataclass(frozen=True)
class OverlapCell:
    """Where the row and the column of the matrix meet: the relation, its sign, and how it is explained."""

    relation: str
    sign: str
    explanation: str


@dataclass(frozen=True)
class OverlapMatrix:
    """Every series that overlaps with another, in the order of the register, and where any two of them meet."""

    series: tuple[Indicator, ...]
    cells: Mapping[tuple[str, str], OverlapCell]


def overlap_matrix(release: Release) -> OverlapMatrix:
    """The overlaps of a release as a matrix that is read along its rows: the row is … the column."""
    overlaps = release.relations.overlaps
    met = {code for overlap in overlaps for code in (overlap.indicator, overlap.other)}
    series = tuple(one for code, one in release.registers.indicators.items() if code in met)
    return OverlapMatrix(series, dict(cell for overlap in overlaps for cell in _cells(overlap)))


def slots(site: PageContext) -> Iterator[tuple[str, str]]:
    """Each slot of the pages for researchers with its HTML, by its path."""
    research, release = site.research, site.release
    loaders = [program.of("deaths", site.address) for program in research.loaders]
    yield site.slot("loading"), site.fill("loading", loaders=loaders)
    yield site.slot("vintages"), site.fill("vintages", programs=research.vintages or {})
    yield site.slot("overlap-matrix"), site.fill("matrix", matrix=overlap_matrix(release), signs=_SIGNS)
    yield site.slot("machines"), site.fill("machines")
    for example in research.worked:
        yield site.slot(f"example-{example.name}"), site.fill("example", example=example)
    clauses = release.pages.conformance.clauses
    for standard in dict.fromkeys(clause.standard for clause in clauses):
        chosen = [clause for clause in clauses if clause.standard == standard]
        yield site.slot(f"standard-{standard.lower()}"), site.fill("standard", standard=standard, clauses=chosen)


def _cells(overlap: Overlap) -> Iterator[tuple[tuple[str, str], OverlapCell]]:
    """Where an overlap stands in the matrix: once from either side."""
    one, other, relation = overlap.indicator, overlap.other, overlap.relation
    for row, column, told in ((one, other, relation), (other, one, _INVERSE.get(relation, relation))):
        yield (row, column), OverlapCell(told, _SIGNS[told], overlap.explanation)
