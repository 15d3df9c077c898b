"""What tests share: the small invented package, and copies of it that are broken in one place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sealing import lay_over, seal_all

EXAMPLES = Path(__file__).parent / "examples"
ROOT = Path(__file__).parent.parent


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
