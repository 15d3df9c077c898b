"""The file of an interactive chart: Vega for two widths, tooltips, and what can be chosen."""

import json
from typing import Any

import pytest

from scripts.checks import Cleared
from scripts.website.charts.build_models import chart_models
from scripts.website.charts.render import draw

CHARTS = ("deaths-monthly", "army-41", "killed-compared", "cases-yearly")


@pytest.fixture(scope="module")
def release(checked_out: Cleared) -> Cleared:
    return checked_out


@pytest.fixture(scope="module")
def interactive(release: Cleared) -> dict[str, Any]:
    models = [model for model in chart_models(release, release.labels["en"]) if model.chart.chart in CHARTS]
    return {model.chart.chart: json.loads(draw(model).interactive) for model in models}


def signals(vega: dict[str, Any]) -> dict[str, Any]:
    return {signal["name"]: signal.get("value") for signal in vega["signals"]}


def test_it_is_vega_on_the_page_s_own_ground(interactive: dict[str, Any]) -> None:
    for chart in interactive.values():
        assert "/vega/v6" in chart["wide"]["$schema"]
        assert chart["wide"]["background"] == "transparent"


def test_of_the_narrow_chart_only_what_differs_is_sent(interactive: dict[str, Any]) -> None:
    for chart in interactive.values():
        assert chart["narrow"]["width"] < chart["wide"]["width"]
        assert "$schema" not in chart["narrow"]
        assert all(chart["wide"][key] != part for key, part in chart["narrow"].items())


def test_a_mark_says_number_what_when_who_and_where_it_was_read(interactive: dict[str, Any]) -> None:
    number, what, when, who, source = interactive["killed-compared"]["told"]["economist-killed-to-2026-08-21"]
    assert number == "about 490,321 (374,039–642,755, prediction interval)"
    assert what == "Model, August 2026 (The Economist)"
    assert when == "24 February 2022 to 21 August 2026"
    assert who.startswith("The Economist, as of 22 August 2026; estimate")
    assert source == "Source: The Economist (GitHub)"


def test_every_drawn_figure_says_something(interactive: dict[str, Any], release: Cleared) -> None:
    for chart in release.charts:
        if chart.chart in interactive:
            drawn = {figure.id for figure in release.figures_of(chart) if figure.is_published}
            assert set(interactive[chart.chart]["told"]) == drawn
            assert all(all(lines) and len(lines) == 5 for lines in interactive[chart.chart]["told"].values())


def test_lines_are_walked_one_after_the_other(interactive: dict[str, Any]) -> None:
    names = [lines[1] for lines in interactive["deaths-monthly"]["told"].values()]
    assert list(dict.fromkeys(names)) == ["Killed", "Declared dead"]
    assert names == sorted(names, reverse=True)


def test_series_can_be_picked_by_their_codes_and_kinds_on_one_scale(interactive: dict[str, Any]) -> None:
    assert [pick["code"] for pick in interactive["army-41"]["picks"]] == [
        "formation-killed", "formation-missing", "formation-absent",
    ]  # fmt: skip
    assert {pick["code"] for pick in interactive["killed-compared"]["picks"]} == {
        "documented-count",
        "estimate",
        "claim",
    }
    assert interactive["cases-yearly"]["picks"] == []


def test_time_can_be_chosen_by_month_and_only_where_there_is_time(interactive: dict[str, Any]) -> None:
    months = interactive["deaths-monthly"]["months"]
    assert months[0] == ["2022-02", "February 2022"]
    assert months[-1] == ["2025-12", "December 2025"]
    assert len(months) == 47
    chosen = signals(interactive["deaths-monthly"]["wide"])
    assert chosen["picked"] == ""
    assert chosen["first"] < chosen["last"]
    for name in CHARTS[1:]:
        assert interactive[name]["months"] == []
        assert "first" not in signals(interactive[name]["wide"])
