"""The package as readers download it."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.files import sha256
from scripts.publishing.archive import bundle
from scripts.website.text.plain_references import plain_references
from tests.conftest import ROOT

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def release() -> Cleared:
    return clear(ROOT / "datapackage", ROOT / "docs", ROOT / "releases")


@pytest.fixture(scope="module")
def files(release: Cleared) -> dict[str, bytes]:
    return bundle.bundle(release, DAY, ROOT, plain_references(release, release.labels["en"]))


@pytest.fixture
def archive(files: dict[str, bytes], release: Cleared) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(files[f"releases/unaccounted-{release.package.version}.zip"]))


def test_the_zip_holds_what_stands_unpacked(archive: zipfile.ZipFile, files: dict[str, bytes]) -> None:
    unpacked = {path.removeprefix("package/"): text for path, text in files.items() if path.startswith("package/")}
    assert {name: archive.read(name) for name in archive.namelist()} == unpacked


def test_it_has_tables_dictionary_licence_citation_and_checksums(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    assert {"datapackage.json", "README.md", "LICENSE-DATA", "CITATION.cff", "SHA256SUMS", "sources.csv"} <= names


def test_the_licence_carries_the_notice_that_goes_with_every_copy(archive: zipfile.ZipFile) -> None:
    licence = " ".join(archive.read("LICENSE-DATA").decode().split())
    assert "MIT License Copyright (c) 2022" in licence
    assert "The above copyright notice and this permission notice shall be included in all copies" in licence
    assert licence.endswith("OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.")


def test_every_resource_has_its_bytes_and_hash(archive: zipfile.ZipFile) -> None:
    for resource in json.loads(archive.read("datapackage.json"))["resources"]:
        content = archive.read(resource["path"])
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content)}"


def test_checksums_are_those_of_the_files(archive: zipfile.ZipFile) -> None:
    for line in archive.read("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert sha256(archive.read(name)) == digest


def test_the_dictionary_explains_every_field_and_indicator(archive: zipfile.ZipFile, release: Cleared) -> None:
    text = archive.read("README.md").decode()
    for resource in release.package.resources.values():
        assert all(f"`{field.name}`" in text for field in resource.fields)
    assert all(f"`{indicator}`" in text for indicator in release.registers.indicators)


def test_the_dictionary_says_what_is_not_known_and_leads_nowhere(archive: zipfile.ZipFile) -> None:
    gaps = archive.read("README.md").decode().split("## Known gaps")[1]
    page = (ROOT / "docs/en/method/gaps.md").read_text(encoding="utf-8")
    named = re.findall(r"^\*\*(.+?)\*\*", page, re.MULTILINE)
    assert len(named) > 5
    assert all(f"**{gap}**" in gaps for gap in named)
    assert "](" not in gaps


def test_two_bundles_are_equal_to_the_byte(release: Cleared, files: dict[str, bytes]) -> None:
    assert bundle.bundle(release, DAY, ROOT, plain_references(release, release.labels["en"])) == files


def test_the_zip_is_small(files: dict[str, bytes], release: Cleared) -> None:
    assert len(files[f"releases/unaccounted-{release.package.version}.zip"]) < 1_000_000


def test_no_withheld_figure_has_a_number_in_any_table(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        if name.startswith("data/"):
            for row in csv.DictReader(io.StringIO(archive.read(name).decode())):
                if row.get("status") == "suppressed":
                    assert (row["value"], row["value_low"], row["value_high"]) == ("", "", "")


def test_what_the_built_site_serves_validates_in_a_fresh_process(release: Cleared, tmp_path: Path) -> None:
    served = ROOT / "site" / "releases" / f"unaccounted-{release.package.version}.zip"
    assert served.is_file(), "site/ – there is no built site – run `make site` first"
    zipfile.ZipFile(served).extractall(tmp_path)
    code = (
        "import frictionless\nreport = frictionless.validate('datapackage.json')\n"
        "assert report.valid, report.flatten(['type', 'note'])\n"
        "package = frictionless.Package('datapackage.json')\n"
        "print(sum(len(package.get_resource(n).read_rows()) for n in ('deaths', 'prosecutions', 'absences')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 600
