"""Reviewers see the charts that a proposal moves, and no others."""

from dataclasses import replace

import pytest

from scripts.checks import Cleared
from scripts.contributing.chart_diff import changed_charts, chart_diff_markdown, chart_diff_page


@pytest.fixture
def release(cleared: Cleared) -> Cleared:
    return cleared


def changed(release: Cleared, version: str, subtitle: str) -> Cleared:
    """The release with another version and another subtitle of its first chart."""
    first, *others = release.charts
    declarations = replace(release.declarations, charts=(replace(first, subtitle=subtitle), *others))
    package = replace(release.package, descriptor={**release.package.descriptor, "version": version})
    return Cleared(replace(release, package=package, declarations=declarations))


def test_a_new_version_alone_changes_no_chart(release: Cleared) -> None:
    later = changed(release, "2000.2", release.charts[0].subtitle)
    assert changed_charts(release, later) == ()


def test_a_chart_with_other_words_is_shown_before_and_after(release: Cleared) -> None:
    later = changed(release, "2000.2", "Other persons")
    (chart,) = changed_charts(release, later)
    assert chart.chart == release.charts[0].chart
    assert "Other persons" not in chart.before
    assert "Other persons" in chart.after
    assert "2000.1" in chart.before
    assert "2000.2" in chart.after


def test_a_number_that_looks_like_the_old_version_is_not_taken_for_it(release: Cleared) -> None:
    before, after = (changed(release, version, "2000.1 persons in a thousand") for version in ("2000.1", "2000.2"))
    assert changed_charts(before, after) == ()


def test_a_number_that_changes_as_the_version_does_is_a_change(release: Cleared) -> None:
    before, after = (changed(release, version, f"{version} persons in a thousand") for version in ("2000.1", "2000.2"))
    assert [chart.chart for chart in changed_charts(before, after)] == [release.charts[0].chart]


def test_a_chart_that_is_new_or_gone_has_one_picture(release: Cleared) -> None:
    fewer = Cleared(replace(release, declarations=replace(release.declarations, charts=release.charts[1:])))
    (gone,) = changed_charts(release, fewer)
    (new,) = changed_charts(fewer, release)
    assert (gone.before, gone.after) == (new.after, "")
    page = chart_diff_page((gone,))
    assert set(page) == {"index.html", f"{gone.chart}-before.svg"}
    assert f"- {gone.chart}" in chart_diff_markdown((gone,), "there")
