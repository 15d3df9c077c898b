"""What somebody who downloaded the package is told about it."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.files import zip_bytes
from scripts.publishing.archive.bundle import unzip
from scripts.publishing.archive.verify import verify
from scripts.reading.release.archives import read_index
from tests.repository import Repository, begin


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    repository = begin(tmp_path_factory.mktemp("sealed") / "repository")
    assert repository.run("release").returncode == 0
    return repository


@pytest.fixture
def download(repository: Repository, tmp_path: Path) -> Path:
    """The sealed archive as a reader has it: alone in a folder, under a name of their own."""
    copy = tmp_path / "mine" / "download.zip"
    copy.parent.mkdir()
    copy.write_bytes((repository.releases / "unaccounted-2000.1.zip").read_bytes())
    return copy


def codes(path: Path, index: Path | None = None) -> list[str]:
    return [finding.code for finding in verify(path, read_index(index)[0] if index else None).findings]


def test_the_published_archive_is_known_by_the_index(download: Path, repository: Repository) -> None:
    verdict = verify(download, read_index(repository.releases / "index.csv")[0])
    assert (verdict.version, verdict.findings, verdict.published) == ("2000.1", (), True)


def test_without_an_index_nobody_can_know(download: Path) -> None:
    done = Repository(download.parent).run("verify", "download.zip")
    assert (done.returncode, "nobody can know" in done.stdout) == (0, True)


def test_an_unpacked_folder_is_known_too(download: Path, repository: Repository) -> None:
    folder = download.parent / "unpacked"
    zipfile.ZipFile(download).extractall(folder)
    assert verify(folder, read_index(repository.releases / "index.csv")[0]).published


@pytest.mark.parametrize(
    "change",
    [
        lambda files: files | {"sources.csv": files["sources.csv"].replace(b"Nobody", b"Nobody2")},
        lambda files: files | {"stray.txt": b"Invented."},
        lambda files: {name: content for name, content in files.items() if name != "LICENSE-DATA"},
        lambda files: {name: content for name, content in files.items() if name != "SHA256SUMS"},
    ],
    ids=["a-cell", "a-file-more", "a-file-less", "no-sums"],
)
def test_any_difference_shows(change: Callable[[dict[str, bytes]], dict[str, bytes]], download: Path) -> None:
    download.write_bytes(zip_bytes(change(unzip(download.read_bytes())), date(2000, 3, 1)))
    assert "checksum-differs" in codes(download)


def test_a_package_with_true_sums_of_its_own_is_still_not_the_published_one(
    download: Path, repository: Repository
) -> None:
    other = begin(download.parent / "other")
    other.change("data/invented_counts.csv", ",70,,,,about", ",20,,,,about")
    other.commit()
    other.run("release")
    forged = other.releases / "unaccounted-2000.1.zip"
    assert codes(forged) == []
    assert codes(forged, repository.releases / "index.csv") == ["not-published"]


@pytest.mark.parametrize("kept", [0, 100, 5_000])
def test_a_truncated_download_is_one_clear_finding(kept: int, download: Path) -> None:
    download.write_bytes(download.read_bytes()[:kept])
    assert codes(download) == ["download-unreadable"]


def test_a_flipped_bit_shows(download: Path) -> None:
    content = bytearray(download.read_bytes())
    content[len(content) // 2] ^= 1
    download.write_bytes(bytes(content))
    assert codes(download) == ["download-unreadable"]


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "a\\..\\..\\outside.txt", "c:/outside.txt"])
def test_an_archive_that_leads_out_of_itself_is_not_unpacked(name: str, download: Path) -> None:
    with zipfile.ZipFile(download, "a") as opened:
        opened.writestr(name, "Invented.")
    assert codes(download) == ["download-unreadable"]


def test_a_folder_without_a_descriptor_is_no_package(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["download-unreadable"]


def test_findings_name_files_of_the_download_and_exit_with_1(download: Path) -> None:
    folder = download.parent / "unpacked"
    zipfile.ZipFile(download).extractall(folder)
    (folder / "sources.csv").write_text("source\n")
    done = Repository(download.parent).run("verify", "unpacked")
    assert done.returncode == 1
    assert "sources.csv" in done.stdout
    assert "/tmp" not in done.stdout


def test_misuse_exits_with_2(tmp_path: Path) -> None:
    assert Repository(tmp_path).run("verify", "nowhere.zip").returncode == 2
    (tmp_path / "index.csv").write_text("not,an,index\n")
    assert Repository(tmp_path).run("verify", ".", "--index", "index.csv").returncode == 2
