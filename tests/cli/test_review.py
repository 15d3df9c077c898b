"""Reviewers see each chart that a proposal moves as it was and as it would be, and nothing before it is cleared."""

import shutil
from pathlib import Path

import pytest

from tests.repository import Done, Repository, begin


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with the invented package, and a copy of it as it was before the proposal."""
    begun = begin(tmp_path / "repository")
    shutil.copytree(begun.package, begun.root / "base" / "datapackage")
    return begun


def pictures(repository: Repository) -> Done:
    return repository.run("pictures", "--against", "base/datapackage", "--into", "effect")


def test_a_chart_whose_figure_changes_is_shown_before_and_after(repository: Repository) -> None:
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    assert "- invented-requests\n" in pictures(repository).stdout
    effect = repository.root / "effect"
    assert sorted(file.name for file in effect.iterdir()) == [
        "index.html",
        "invented-requests-after.svg",
        "invented-requests-before.svg",
    ]
    before, after = ((effect / f"invented-requests-{side}.svg").read_text() for side in ("before", "after"))
    assert before != after
    assert (effect / "index.html").read_text().count("<img ") == 2


def test_a_chart_that_is_new_or_gone_has_one_picture(repository: Repository) -> None:
    repository.change("charts.yaml", "- chart: invented-requests", "- chart: invented-again")
    output = pictures(repository).stdout
    assert "- invented-again\n- invented-requests\n" in output
    page = (repository.root / "effect" / "index.html").read_text()
    assert page.count("<img ") == 2
    assert "There was no such chart." in page
    assert "The chart is gone." in page


def test_another_version_alone_moves_no_chart(repository: Repository) -> None:
    repository.set_version("2000.2")
    assert pictures(repository).stdout.endswith("None.\n")


def test_a_proposal_that_is_not_cleared_is_not_drawn(repository: Repository) -> None:
    repository.change("data/invented_counts.csv", ",60,,,,exact,published", ",6,,,,exact,published")
    assert "drawn when every check passes, of the proposal;" in pictures(repository).stdout
    assert not (repository.root / "effect").exists()
