"""What tests share: the small invented package, and copies of it that are broken in one place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent / "examples"
ROOT = Path(__file__).parent.parent


@pytest.fixture
def valid() -> Path:
    """The folder of the valid invented package."""
    return EXAMPLES / "valid"


@pytest.fixture
def overlaid(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of the valid package with one broken example laid over it."""

    def lay(problem: str) -> Path:
        package = tmp_path / "package"
        shutil.copytree(EXAMPLES / "valid", package, dirs_exist_ok=True)
        broken = EXAMPLES / "broken" / problem
        shutil.copytree(broken, package, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.txt"))
        removed = broken / "removed.txt"
        for name in removed.read_text().split() if removed.exists() else ():
            (package / name).unlink()
        return package

    return lay


@pytest.fixture
def editable(tmp_path: Path) -> Path:
    """A copy of the valid package that a test may change."""
    return Path(shutil.copytree(EXAMPLES / "valid", tmp_path / "package"))
