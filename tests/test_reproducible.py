"""Two builds of one state of the sources give the same bytes, wherever and under whatever settings they are made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SETTINGS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "COLUMNS": "40"},
    {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4000", "COLUMNS": "200"},
)


def copied(into: Path) -> Path:
    """The sources as they are in the checkout, without anything that was computed."""
    named = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(named, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0"):
        if name and not name.startswith("tests/") and (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, into / name)
    return into


def start(root: Path, settings: dict[str, str]) -> "subprocess.Popen[str]":
    """Begin to build the site of a checkout under some settings."""
    build = f'"{sys.executable}" -m scripts build --created 2026-11-23'
    site = f'"{sys.executable}" -m mkdocs build --strict --quiet'
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "1795392000"}
    environment = {**os.environ, **quiet, **settings}
    line = ["sh", "-c", f"{build} && {site}"]
    return subprocess.Popen(line, cwd=root, env=environment, stderr=subprocess.PIPE, text=True)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    first = copied(tmp_path_factory.mktemp("one"))
    second = copied(tmp_path_factory.mktemp("another") / "deeper" / "with a space")
    builds = [start(root, settings) for root, settings in zip((first, second), SETTINGS, strict=True)]
    for build in builds:
        _, said = build.communicate()
        assert build.returncode == 0, said
    return first, second


@pytest.mark.parametrize("folder", ["build", "docs", "site"])
def test_every_file_is_the_same_to_the_byte(folder: str, built: tuple[Path, Path]) -> None:
    first, second = (contents(root / folder) for root in built)
    assert len(first) > 30
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
