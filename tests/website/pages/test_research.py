"""What overlaps is shown as a matrix that reads the same from both sides, and standards clause by clause."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.reading.declarations.conformance import Clause, Conformance
from scripts.website.pages import research
from scripts.website.pages.context import PageContext
from scripts.website.pages.overlaps import overlap_matrix

CLAUSES = (
    Clause("FAIR", "F1", "Invented identifiers", "yes", "Each is invented.", ("tests/test_x.py::test_it_is_invented",)),
    Clause("FAIR", "F2", "Invented descriptions", "no", "There is none.", ()),
)


@pytest.fixture
def release(valid: Path) -> Cleared:
    return clear(valid)


def test_each_overlap_stands_on_both_sides_of_the_matrix(release: Cleared) -> None:
    shown = overlap_matrix(release)
    for overlap in release.relations.overlaps:
        one, other = shown.cells[overlap.indicator, overlap.other], shown.cells[overlap.other, overlap.indicator]
        assert (one.relation, one.explanation) == (overlap.relation, overlap.explanation)
        assert other.relation == {"part-of": "whole-of"}.get(overlap.relation, overlap.relation)
    assert len(shown.cells) == 2 * len(release.relations.overlaps) > 0
    assert {series.code for series in shown.series} == {code for pair in shown.cells for code in pair}


def test_a_part_is_contained_by_its_whole(release: Cleared) -> None:
    (overlap,) = release.relations.overlaps
    part = replace(overlap, relation="part-of")
    shown = overlap_matrix(replace(release, relations=replace(release.relations, overlaps=(part,))))
    assert shown.cells[overlap.indicator, overlap.other].symbol == "⊂"
    assert shown.cells[overlap.other, overlap.indicator].symbol == "⊃"


def test_a_clause_is_shown_with_its_answer_and_the_tests_that_prove_it(release: Cleared) -> None:
    conformance = Conformance(CLAUSES, frozenset(), "conformance.yaml")
    claimed = Cleared(replace(release, pages=replace(release.pages, conformance=conformance)))
    sizes: dict[str, int] = defaultdict(int)
    context = PageContext(claimed, claimed.labels["en"], sizes, date(2000, 2, 1))
    (slot,) = (slot for slot in research.slots(context) if slot.name == "standard-fair")
    shown = context.render(slot.template, slot.content)
    assert shown.index("Invented identifiers") < shown.index("it is invented") < shown.index("Invented descriptions")
    assert shown.count("<details") == 1
    assert shown.count('class="answer"') == 2
