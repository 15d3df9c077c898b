"""The newest figure of an indicator, and the counts that a later one overtook."""

from pathlib import Path

import pytest

from scripts.checks import read_sound
from scripts.reading.release.release import Release

OVERTAKEN = Path(__file__).parents[2] / "examples" / "broken" / "page-names-an-older-count"


@pytest.fixture
def release(valid: Path) -> Release:
    return read_sound(valid)


def test_the_newest_figure_of_an_indicator_is_named_by_it(release: Release) -> None:
    newest = release.figure_named("newest: invented-asked")
    assert newest
    assert newest.id == "invented-requests-2000"


def test_only_totals_are_the_newest_of_an_indicator(release: Release) -> None:
    newest = release.figure_named("newest: invented-lost")
    assert newest
    assert newest.id == "invented-lost-all"


def test_a_reference_to_nothing_names_no_figure(release: Release) -> None:
    assert release.figure_named("newest: invented-nothing") is None
    assert release.figures_in("invented-nothing") == ()


def test_an_expression_names_both_of_its_figures(release: Release) -> None:
    figures = release.figures_in("invented-lost-hills / invented-lost-all as share")
    assert [figure.id for figure in figures] == ["invented-lost-hills", "invented-lost-all"]


def test_counts_of_two_periods_do_not_overtake_each_other(release: Release) -> None:
    assert release.newest.vintage_after(release.by_id["invented-requests-1999"]) is None


def test_a_later_count_since_the_same_beginning_overtakes(editable: Path) -> None:
    for name in ("indicators.csv", "data/invented_requests.csv"):
        (editable / name).write_bytes((OVERTAKEN / name).read_bytes())
    release = read_sound(editable)
    newest = release.newest.vintage_after(release.by_id["invented-requests-1999"])
    assert newest
    assert newest.id == "invented-requests-2000"
    assert release.newest.vintage_after(newest) is None
