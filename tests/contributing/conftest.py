"""Repositories in which a release is sealed, for tests of what a proposal changes."""

import shutil
from pathlib import Path

import pytest

from tests.repository import Repository, begin


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    kept = begin(tmp_path_factory.mktemp("kept") / "repository")
    assert kept.run("release").returncode == 0
    kept.set_version("2000.2")
    return kept


@pytest.fixture
def repository(kept: Repository, tmp_path: Path) -> Repository:
    """A copy of a repository in which 2000.1 is sealed and nothing has changed since."""
    return Repository(Path(shutil.copytree(kept.root, tmp_path / "repository")))
