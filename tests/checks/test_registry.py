"""Only what passed every check can be drawn, shown or published, and the type checker keeps it so."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from mypy import api

from scripts.checks import clear
from scripts.errors import NotClearedError
from tests.conftest import ROOT


def test_a_valid_package_is_cleared(valid: Path) -> None:
    assert clear(valid).package.version == "2000.1"


def test_a_broken_package_is_not(overlaid: Callable[[str], Path]) -> None:
    with pytest.raises(NotClearedError) as raised:
        clear(overlaid("cell-too-small"))
    assert [finding.code for finding in raised.value.findings] == ["cell-too-small"]


USES = (
    "chart_models(release, release.labels['en'])",
    "PageContext(release, release.labels['en'], {}, date.min)",
    "bundle(release, date.min, root)",
)


def test_the_type_checker_refuses_unchecked_data(tmp_path: Path) -> None:
    code = (
        "from datetime import date\nfrom pathlib import Path\n"
        "from scripts.publishing.archive.bundle import bundle\n"
        "from scripts.reading.package.descriptor import read_package\n"
        "from scripts.reading.release.release import read_release\n"
        "from scripts.website.charts.build_models import chart_models\n"
        "from scripts.website.pages.context import PageContext\n"
        "root = Path()\nrelease = read_release(read_package(root))\n"
    )
    first = len(code.splitlines()) + 1
    uses = tmp_path / "uses.py"
    uses.write_text(code + "\n".join(USES))
    # As `make types` asks it, with whose cache an answer takes a second and not half a minute.
    with contextlib.chdir(ROOT):
        printed, _, status = api.run(["--config-file", "pyproject.toml", str(uses)])
    assert status == 1
    errors = [text for text in printed.splitlines() if 'expected "Cleared"' in text]
    assert [int(text.split(":")[1]) for text in errors] == [*range(first, first + len(USES))]
