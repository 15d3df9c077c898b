"""Who else carries a figure, where sources disagree, which series overlap."""

from pathlib import Path

from scripts.reading.package.descriptor import read_package
from scripts.reading.package.relations import OverlapRelation, read_relations
from tests.conftest import ROOT


def test_a_figure_knows_its_conflicts_and_other_pages(valid: Path) -> None:
    relations = read_relations(read_package(valid))
    assert [conflict.conflict for conflict in relations.conflicts_of("invented-lost-fog")] == ["invented-conflict"]
    assert relations.sources_of("invented-lost-all") == ("invented-letter",)
    assert relations.conflicts_of("invented-share") == ()


def test_all_conflicts_of_the_evidence_are_carried() -> None:
    relations = read_relations(read_package(ROOT / "datapackage"))
    assert len(relations.conflicts) == 47
    assert all(relations.versions_of(conflict.conflict) for conflict in relations.conflicts)


def test_a_relation_reads_from_the_other_side_as_its_inverse() -> None:
    assert OverlapRelation.PART_OF.inverse is OverlapRelation.WHOLE_OF
    assert all(relation.inverse.inverse is relation for relation in OverlapRelation)


def test_a_register_may_hold_every_relation_but_the_inverse_of_a_part() -> None:
    schema = read_package(ROOT / "datapackage").resources["overlaps"]
    assert {*OverlapRelation} - {*schema.declared("relation")["constraints"]["enum"]} == {OverlapRelation.WHOLE_OF}
