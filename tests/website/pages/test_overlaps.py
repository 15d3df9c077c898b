"""Overlapping series: the same from both sides, in the matrix and beside each series."""

from dataclasses import replace

import pytest

from scripts.checks import Cleared
from scripts.website.pages.overlaps import overlap_matrix, overlap_sides


@pytest.fixture
def release(cleared: Cleared) -> Cleared:
    return cleared


def test_each_overlap_stands_on_both_sides_of_the_matrix(release: Cleared) -> None:
    shown = overlap_matrix(release)
    for overlap in release.relations.overlaps:
        side, inverse = shown.cells[overlap.indicator, overlap.other], shown.cells[overlap.other, overlap.indicator]
        assert (side.relation, side.explanation) == (overlap.relation, overlap.explanation)
        assert inverse.relation == {"part-of": "whole-of"}.get(overlap.relation, overlap.relation)
    assert len(shown.cells) == 2 * len(release.relations.overlaps) > 0
    assert {series.code for series in shown.series} == {code for pair in shown.cells for code in pair}


def test_a_part_is_contained_by_its_whole(release: Cleared) -> None:
    (overlap,) = release.relations.overlaps
    part = replace(overlap, relation="part-of")
    shown = overlap_matrix(replace(release, relations=replace(release.relations, overlaps=(part,))))
    assert shown.cells[overlap.indicator, overlap.other].symbol == "⊂"
    assert shown.cells[overlap.other, overlap.indicator].symbol == "⊃"


def test_an_overlap_is_known_from_both_sides(release: Cleared) -> None:
    sides = overlap_sides(release)
    one, other = ([side.explanation for side in sides[code]] for code in ("invented-lost", "invented-found"))
    assert one == other != []


def test_each_series_names_the_other_one(release: Cleared) -> None:
    (overlap,) = release.relations.overlaps
    others = {code: [side.other.code for side in sides] for code, sides in overlap_sides(release).items()}
    assert others == {overlap.indicator: [overlap.other], overlap.other: [overlap.indicator]}
