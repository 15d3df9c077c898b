"""What a release knows of its figures."""

from decimal import Decimal
from pathlib import Path

import pytest

from scripts.errors import NotReadableError
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.release import Release, field_text, read_release


@pytest.fixture
def release(valid: Path) -> Release:
    return read_release(read_package(valid))


def test_figures_have_numbers_codes_and_a_place(release: Release) -> None:
    figure = release.by_id["invented-lost-hills"]
    assert figure.value == Decimal(60)
    assert figure.dimensions == {"region": "hills", "reason": "all"}
    assert (figure.where.row, figure.where.file.endswith("data/invented_counts.csv")) == (3, True)


def test_a_figure_is_broken_down_by_the_codes_that_have_a_parent(release: Release) -> None:
    assert [code.code for code in release.broken_down(release.by_id["invented-lost-hills"])] == ["hills"]
    assert release.broken_down(release.by_id["invented-lost-all"]) == ()


def test_a_field_may_be_a_dimension_or_the_figure_itself(release: Release) -> None:
    figure = release.by_id["invented-lost-fog"]
    assert (field_text(figure, "reason"), field_text(figure, "figure")) == ("fog", "invented-lost-fog")


def test_a_chart_chooses_its_figures_by_their_fields(release: Release) -> None:
    assert [figure.id for figure in release.figures_of(release.charts[0])] == ["invented-lost-all", "invented-found"]


def test_a_faulty_declaration_says_which_key_without_its_content(editable: Path) -> None:
    policy = editable / "disclosure.yaml"
    policy.write_text(policy.read_text().replace("minimum: 10", "minimum: lots"))
    with pytest.raises(NotReadableError) as raised:
        read_release(read_package(editable))
    assert "minimum" in str(raised.value)
    assert "lots" not in str(raised.value)
