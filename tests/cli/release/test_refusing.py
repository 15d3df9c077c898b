"""Everything that must stop a release, and leave what is sealed as it was."""

import shutil
from pathlib import Path

import pytest

from tests.repository import Repository


@pytest.mark.parametrize("path", ["stray.txt", "datapackage/originators.csv", "releases/stray.zip"])
def test_what_is_not_committed_stops_a_release(path: str, ready: Repository) -> None:
    before = ready.snapshot()
    with (ready.root / path).open("a") as file:
        file.write("\n" if path.endswith("txt") else "invented-stray,Stray,ngo,Invented.\n")
    done = ready.run("release")
    (ready.releases / "stray.zip").unlink(missing_ok=True)
    assert (done.returncode, f"{path} – is not committed" in done.stderr) == (1, True)
    assert ready.snapshot() == before


def test_findings_stop_a_release(repository: Repository) -> None:
    repository.change("data/invented_counts.csv", ",60,,,,exact,published", ",6,,,,exact,published")
    repository.commit()
    done = repository.run("release")
    assert (done.returncode, "cell-too-small" in done.stderr) == (1, True)
    assert repository.snapshot() == {}


def test_a_version_is_sealed_once(sealed_once: Repository) -> None:
    done = sealed_once.run("release")
    assert (done.returncode, "is not above 2000.1" in done.stderr) == (1, True)


def test_an_unchanged_package_is_not_released_again(sealed_once: Repository) -> None:
    sealed_once.set_version("2000.2")
    sealed_once.commit("2000-06-01")
    done = sealed_once.run("release")
    assert (done.returncode, "there is nothing to release" in done.stderr) == (1, True)


def test_a_clock_that_goes_backwards_stops_a_release(ready: Repository) -> None:
    ready.commit("2000-02-28")
    done = ready.run("release")
    assert (done.returncode, "set the clock" in done.stderr) == (1, True)


def test_a_full_disk_leaves_everything_as_it_was(ready: Repository) -> None:
    before = ready.snapshot()
    process = ready.start("release", blocks=16)
    _, said = process.communicate()
    assert (process.returncode, "cannot be written" in said) == (1, True)
    assert ready.snapshot() == before
    assert ready.run("release").returncode == 0


def test_a_branch_may_add_releases_but_change_none(sealed_once: Repository) -> None:
    base = sealed_once.git("rev-parse", "HEAD")
    archive, index = sealed_once.releases / "unaccounted-2000.1.zip", sealed_once.releases / "index.csv"
    for file in (archive, index):
        kept = file.read_bytes()
        for content in (kept.replace(b"2000", b"2001"), kept[:-1], None):
            file.unlink() if content is None else file.write_bytes(content)
            done = sealed_once.run("sealed", "--base", base)
            assert (done.returncode, f"releases/{file.name}" in done.stdout) == (1, True)
        file.write_bytes(kept)
    index.write_bytes(index.read_bytes() + b"one more line\n")
    assert sealed_once.run("sealed", "--base", base).returncode == 0
    assert sealed_once.run("sealed", "--base", "nowhere").returncode == 2


def test_a_folder_without_git_cannot_be_released(valid: Path, tmp_path: Path) -> None:
    shutil.copytree(valid, tmp_path / "datapackage")
    done = Repository(tmp_path).run("release")
    assert (done.returncode, "git does not know it" in done.stderr) == (1, True)
