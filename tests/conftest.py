"""What tests share: the small invented package, and copies of it that are broken in one place."""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from scripts.checks import Cleared, clear
from tests.sealing import lay_over, seal_all

# Groups of tests that take long, in the order in which they begin, so that no worker is left with one at the end.
LONGEST = ("test_reproducible", "test_barriers", "test_recipes", "test_hooks")

# Modules whose tests share nothing that takes long to make, or only with tests of the same parameter.
SPREAD = ("test_barriers", "test_recipes", "test_hooks")
BY_PARAMETER = ("test_examples", "test_standard")

EXAMPLES = Path(__file__).parent / "examples"
ROOT = Path(__file__).parent.parent


class ModuleScheduling(LoadScopeScheduling):  # type: ignore[misc]
    """Keeps the tests of a module on one worker, where its fixtures are made once.

    Tests that share no dear fixture go to whichever worker is free (xdist's own groups do not work with this pytest),
    and with them those of the same broken example, which is examined once for all of them.
    """

    def _split_scope(self, nodeid: str) -> str:
        module, _, test = nodeid.partition("::")
        stem = Path(module).stem
        if stem in BY_PARAMETER:
            return test.partition("[")[2] or nodeid
        return nodeid if stem in SPREAD else module


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Distribute tests to workers."""
    return ModuleScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests."""
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


def pytest_collection_finish() -> None:
    """Spare the garbage collector what was imported: it stays, and frictionless alone makes it look a million times."""
    gc.freeze()


def pytest_unconfigure() -> None:
    """Let go of it at the end, or a library counts as leaked what it made."""
    gc.unfreeze()


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


def lay_revised(folder: Path) -> Path:
    """The valid package as release 2000.1, after two sealed ones: added, corrected, revised, retracted, withheld."""
    package = Path(shutil.copytree(EXAMPLES / "valid", folder / "package"))
    lay_over(package, EXAMPLES / "revised")
    seal_all(EXAMPLES / "valid", EXAMPLES / "revised" / "releases", folder / "releases")
    return package


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """The package after two sealed releases, in a folder that a test may change."""
    return lay_revised(tmp_path)


@pytest.fixture(scope="session")
def cleared() -> Cleared:
    """The valid package, cleared once: a release never changes."""
    return clear(EXAMPLES / "valid")


@pytest.fixture(scope="session")
def revised_release(tmp_path_factory: pytest.TempPathFactory) -> Cleared:
    """The package after two sealed releases, cleared once with them."""
    package = lay_revised(tmp_path_factory.mktemp("revised"))
    return clear(package, None, package.parent / "releases")


@pytest.fixture(scope="session")
def checked_out() -> Cleared:
    """The package of the checkout with what was sealed of it, cleared once."""
    return clear(ROOT / "datapackage", None, ROOT / "releases")
