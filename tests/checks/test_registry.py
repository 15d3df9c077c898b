"""Only what passed every check can be drawn, shown or published, and the type checker keeps it so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from mypy import api

from scripts.checks import clear
from scripts.errors import NotClearedError


def test_a_valid_package_is_cleared(valid: Path) -> None:
    assert clear(valid).package.version == "2000.1"


def test_a_broken_package_is_not(overlaid: Callable[[str], Path]) -> None:
    with pytest.raises(NotClearedError) as raised:
        clear(overlaid("cell-too-small"))
    assert [finding.code for finding in raised.value.findings] == ["cell-too-small"]


@pytest.mark.parametrize(
    "use",
    [
        "from scripts.website.charts.build_models import chart_models\nchart_models(release, release.labels['en'])",
        "import datetime\nfrom scripts.website.pages.context import PageContext\n"
        "PageContext(release, release.labels['en'], {}, datetime.date.min)",
        "from datetime import date\nfrom scripts.publishing.archive.bundle import bundle\n"
        "bundle(release, date.today(), root)",
    ],
)
def test_the_type_checker_refuses_unchecked_data(use: str) -> None:
    code = (
        "from pathlib import Path\nfrom scripts.reading.package.descriptor import read_package\n"
        "from scripts.reading.release.release import read_release\nroot = Path()\n"
        f"release = read_release(read_package(root))\n{use}\n"
    )
    said, _, status = api.run(["--strict", "--ignore-missing-imports", "--config-file", "", "-c", code])
    assert status == 1
    assert 'expected "Cleared"' in said
