"""Every recipe of CONTRIBUTING.md works as it stands, on a copy of the repository; and one that is wrong fails."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.recipes import Kitchen, RecipeError, recipes

RECIPES = recipes(ROOT / "CONTRIBUTING.md")
COMPUTED = shutil.ignore_patterns(".git", ".venv", "build", "site", "__pycache__", ".*_cache", ".hypothesis")


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    root = Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=COMPUTED))
    (root / ".venv").symlink_to((ROOT / ".venv").resolve())
    return Kitchen(root)


def test_there_is_a_recipe_for_each_kind_of_change() -> None:
    titles = " ".join(RECIPES)
    for kind in ("Correct a figure", "new source", "resource", "chart", "language", "check"):
        assert kind in titles


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_works_as_it_stands(title: str, kitchen: Kitchen) -> None:
    assert kitchen.follow(RECIPES[title]) > 1


@pytest.mark.parametrize(
    "block",
    [
        "```sh\nfalse\n```",
        "```sh\necho this\n```\n\n```output\nthat\n```",
        "```diff README.md\n-A line that is not there\n+another\n```",
        "```text create README.md\nagain\n```",
    ],
)
def test_a_recipe_that_does_not_work_fails(block: str, tmp_path: Path) -> None:
    package = tmp_path / "datapackage"
    package.mkdir()
    shutil.copy(ROOT / "datapackage" / "datapackage.json", package)
    shutil.copy(ROOT / "README.md", tmp_path)
    with pytest.raises(RecipeError):
        Kitchen(tmp_path).follow(block)
