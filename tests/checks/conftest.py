"""The broken examples as the checks see them: each is laid and examined once, whichever test asks for it first."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from scripts.checks import examine
from scripts.findings import Finding
from tests.conftest import lay

Examined = Callable[[str], tuple[Path, list[Finding]]]


@pytest.fixture(scope="session")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Examined:
    """The package of a broken example, which no test may change, and its findings."""

    @cache
    def examine_once(problem: str) -> tuple[Path, list[Finding]]:
        package = lay(problem, tmp_path_factory.mktemp("example"))
        beside = (package / "docs", package.parent / "releases", package / "tests")
        return package, examine(package, *(folder if folder.is_dir() else None for folder in beside))

    return examine_once
