"""Repositories in which a release is ready, sealed once, or not begun."""

import shutil
from pathlib import Path

import pytest

from tests.cli.release.steps import in_own_words, sealed_and_committed, second_release
from tests.repository import Repository, begin


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Nothing is sealed yet."""
    return begin(tmp_path / "repository")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Release 2000.1 is sealed; 2000.2 is told, committed and ready. Tests work on copies of it."""
    kept = begin(tmp_path_factory.mktemp("kept") / "repository")
    sealed_and_committed(kept)
    second_release(kept)
    assert kept.explain(in_own_words) == 3
    kept.commit("2000-06-01")
    return kept


@pytest.fixture
def ready(kept: Repository, tmp_path: Path) -> Repository:
    """A copy of the repository in which 2000.2 is ready."""
    return Repository(Path(shutil.copytree(kept.root, tmp_path / "ready")))


@pytest.fixture
def sealed_once(ready: Repository) -> Repository:
    """A copy of the repository as it was when 2000.1 was sealed."""
    ready.git("reset", "--quiet", "--hard", "HEAD^")
    return ready
