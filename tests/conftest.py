"""What tests share: the small invented package, and copies of it that are broken in one place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sealing import lay_over, seal_all

# Groups of tests that take long, in the order in which they begin, so that no worker is left with one at the end.
LONGEST = ("test_reproducible", "test_barriers", "test_recipes", "test_hooks")

EXAMPLES = Path(__file__).parent / "examples"
ROOT = Path(__file__).parent.parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a module on one worker, where its fixtures are made once, unless they name groups of their own.

    A module whose tests share nothing is marked `spread`: its tests go to whichever worker is free.
    """
    for item in items:
        is_grouped = item.get_closest_marker("xdist_group") or item.get_closest_marker("spread")
        if not is_grouped:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture
def valid() -> Path:
    """The folder of the valid invented package."""
    return EXAMPLES / "valid"


def lay(problem: str, folder: Path) -> Path:
    """A copy of the valid package in a folder with one broken example laid over it, and the releases that it had."""
    package, broken = folder / "package", EXAMPLES / "broken" / problem
    shutil.copytree(EXAMPLES / "valid", package, dirs_exist_ok=True)
    lay_over(package, broken)
    if (broken / "releases").is_dir():
        seal_all(EXAMPLES / "valid", broken / "releases", folder / "releases")
    return package


@pytest.fixture
def overlaid(tmp_path: Path) -> Callable[[str], Path]:
    """A broken example by its name, in a folder of this test's own."""
    return lambda problem: lay(problem, tmp_path)


@pytest.fixture
def editable(tmp_path: Path) -> Path:
    """A copy of the valid package that a test may change."""
    return Path(shutil.copytree(EXAMPLES / "valid", tmp_path / "package"))


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """The valid package as release 2000.1, after two sealed ones: added, corrected, revised, retracted, withheld."""
    package = Path(shutil.copytree(EXAMPLES / "valid", tmp_path / "package"))
    lay_over(package, EXAMPLES / "revised")
    seal_all(EXAMPLES / "valid", EXAMPLES / "revised" / "releases", tmp_path / "releases")
    return package
