"""Charts are drawn once: the same drawings come from a cache or not, from one process or from two."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.checks import clear
from scripts.website.charts.build_models import chart_models
from scripts.website.charts.draw_all import draw_all
from scripts.website.charts.model import ChartModel
from scripts.website.charts.render import Drawing
from tests.conftest import EXAMPLES, ROOT


@pytest.fixture(scope="module")
def models() -> list[ChartModel]:
    """Eight charts: more than one process would draw alone."""
    release = clear(EXAMPLES / "valid")
    models = chart_models(release, release.labels["en"])
    return [replace(model, title=f"{model.title}, version {letter}") for letter in "abcd" for model in models]


@pytest.fixture(scope="module")
def drawings(models: list[ChartModel]) -> tuple[Drawing, ...]:
    return draw_all(models, None, 1)


def test_two_processes_and_a_cache_give_the_same_bytes(
    models: list[ChartModel], drawings: tuple[Drawing, ...], tmp_path: Path
) -> None:
    assert draw_all(models, tmp_path, 2) == drawings
    kept = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert len(kept) == len(models)
    assert draw_all(models, tmp_path, 1) == drawings
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == kept


def test_what_is_kept_is_not_drawn_again(models: list[ChartModel], tmp_path: Path) -> None:
    model = models[0]
    (drawn,) = draw_all([model], tmp_path, 1)
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text("utf-8").replace("version a", "version from the cache"), "utf-8")
    assert draw_all([model], tmp_path, 1)[0].wide == drawn.wide.replace("version a", "version from the cache")


def test_equal_models_have_one_drawing_and_another_word_has_another(models: list[ChartModel], tmp_path: Path) -> None:
    model, other = models[0], replace(models[0], subtitle="Other persons")
    first, second, third = draw_all([model, model, other], tmp_path, 1)
    assert first == second != third
    assert len(list(tmp_path.iterdir())) == 2


def test_drawings_that_are_not_asked_for_leave_the_cache(models: list[ChartModel], tmp_path: Path) -> None:
    draw_all(models[:2], tmp_path, 1)
    draw_all(models[1:2], tmp_path, 1)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_was_not_written_to_its_end_is_drawn_again(models: list[ChartModel], tmp_path: Path) -> None:
    (drawn,) = draw_all(models[:1], tmp_path, 1)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert draw_all(models[:1], tmp_path, 1) == (drawn,)
    assert file.read_bytes() == whole


def test_a_process_that_draws_loads_neither_checks_nor_releases() -> None:
    code = "import sys, scripts.website.charts.draw_all\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    modules = set(loaded.split())
    assert "altair" in modules
    assert not modules & {"scripts.checks", "scripts.reading.release.release", "frictionless", "babel", "mkdocs"}
