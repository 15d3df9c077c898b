"""The chart library that is kept in the repository is the one that was recorded, small, and licensed throughout."""

import gzip
import hashlib
import json
import re

import pytest

from scripts.publishing import downloads
from tests.conftest import ROOT

VEGA = ROOT / "vendor" / "vega"
# What Vega's packages ask for and the bundle leaves out; make.js says why.
LEFT_OUT = {
    "commander",
    "d3-dsv",
    "d3-geo",
    "d3-scale-chromatic",
    "iconv-lite",
    "rw",
    "safer-buffer",
    "topojson-client",
}
HEAD = re.compile(r"^([a-z0-9-]+) ([\d.]+) \((BSD-3-Clause|ISC)\)$", re.MULTILINE)


@pytest.fixture(scope="module")
def locked() -> dict[str, str]:
    """The packages of the lock that are not for making alone, with their versions."""
    packages = json.loads((VEGA / "package-lock.json").read_text())["packages"]
    return {
        path.removeprefix("node_modules/"): entry["version"]
        for path, entry in packages.items()
        if path and not entry.get("dev") and not path.startswith("node_modules/@types/")
    }


def named(path: str) -> str:
    """The name of a package; where two versions are needed, one of them lies inside of the package that needs it."""
    return path.rsplit("node_modules/", 1)[-1]


def test_every_file_is_the_one_that_was_recorded() -> None:
    recorded = [line.split("  ") for line in (VEGA / "SHA256SUMS").read_text().splitlines()]
    assert [name for _, name in recorded] == ["vega.js", "LICENSES.txt"]
    for digest, name in recorded:
        assert hashlib.sha256((VEGA / name).read_bytes()).hexdigest() == digest, f"{name} – run make vendor"


def test_the_licence_of_everything_inside_is_there(locked: dict[str, str]) -> None:
    text = (VEGA / "LICENSES.txt").read_text()
    licensed = {(name, version) for name, version, _ in HEAD.findall(text)}
    assert licensed == {(named(path), version) for path, version in locked.items() if named(path) not in LEFT_OUT}
    texts = text.split("-" * 72)[1:]
    assert len(texts) == len(licensed)
    assert all("Copyright" in each and "WARRANT" in each for each in texts)


def test_the_file_names_its_versions_and_where_its_licences_stand(locked: dict[str, str]) -> None:
    head = (VEGA / "vega.js").read_text().split("*/")[0]
    for name in ("vega-view", "vega-parser", "vega-interpreter"):
        assert f"{name} {locked[name]}" in head
        assert f"{name} {locked[name]}" in (VEGA / "README.md").read_text()
    assert "vega-licences.txt" in head


def test_it_is_small_and_evaluates_no_text() -> None:
    script = (VEGA / "vega.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= 150_000
    assert not re.search(rb"\beval\(", script)


def test_the_lock_names_no_host_and_verifies_everything() -> None:
    text = (VEGA / "package-lock.json").read_text()
    assert "http" not in text
    packages = [entry for path, entry in json.loads(text)["packages"].items() if path]
    assert all(entry["integrity"].startswith("sha512-") for entry in packages)


def test_the_site_serves_the_library_with_its_licences() -> None:
    assert downloads.chart_library() == {
        "assets/vega.js": (VEGA / "vega.js").read_bytes(),
        "assets/vega-licences.txt": (VEGA / "LICENSES.txt").read_bytes(),
    }
