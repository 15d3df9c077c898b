"""Three releases in a row as a maintainer makes them, again from the same commit, and after an interruption."""

import csv
import json
import time
from pathlib import Path

import pytest

from scripts.checks import clear
from scripts.git import read_commit
from scripts.publishing.archive.seal import seal, steps
from scripts.website.text.plain_references import plain_references
from tests.cli.release.steps import codes, entries_of, in_own_words, sealed_and_committed, second_release, third_release
from tests.repository import Repository


def test_three_releases_in_a_row(repository: Repository) -> None:
    first = sealed_and_committed(repository)
    second_release(repository)
    assert codes(repository) == ["revision-missing"] * 3
    assert repository.explain(in_own_words) == 3
    assert codes(repository) == []
    repository.commit("2000-06-01")
    sealed_and_committed(repository, "2000-06-01")
    third_release(repository)
    assert set(codes(repository)) == {"revision-missing"}
    repository.explain(in_own_words)
    assert codes(repository) == []
    repository.commit("2000-09-01")
    sealed_and_committed(repository, "2000-09-01")

    index = list(csv.DictReader((repository.releases / "index.csv").open()))
    assert [(row["version"], row["sealed_on"]) for row in index] == [
        ("2000.1", "2000-03-01"),
        ("2000.2", "2000-06-01"),
        ("2000.3", "2000-09-01"),
    ]
    assert entries_of(repository, "2000.1") == []
    told = [(row["field"], row["was"], row["now"], row["class"]) for row in entries_of(repository, "2000.2")]
    assert told == [
        ("value", "70", "20", "correction"),
        ("value", "45", "47", "revision"),
        ("definition", "An invented estimate.", "An invented estimate by two methods.", "redefinition"),
    ]
    withheld = [row for row in entries_of(repository, "2000.3") if row["class"] == "removal-for-disclosure"]
    assert [(row["field"], row["was"], row["now"]) for row in withheld] == [
        ("value", "", ""),
        ("qualifier", "", ""),
        ("status", "", ""),
    ]
    for version in ("2000.1", "2000.2", "2000.3"):
        done = repository.run("verify", f"releases/unaccounted-{version}.zip")
        assert (done.returncode, f"release {version} as it was published" in done.stdout) == (0, True)
    assert repository.run("sealed", "--base", first).returncode == 0


def test_anyone_can_make_the_same_archive_from_the_same_commit(
    sealed_once: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed_once.git("clone", "--quiet", ".", str(tmp_path / "elsewhere"))
    elsewhere = Repository(tmp_path / "elsewhere")
    elsewhere.git("checkout", "--quiet", "HEAD^")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    assert elsewhere.run("release").returncode == 0
    monkeypatch.undo()
    time.tzset()
    assert elsewhere.snapshot() == sealed_once.snapshot()


def test_the_vintages_of_a_figure_are_there_unless_it_is_withheld_now(ready: Repository) -> None:
    sealed_and_committed(ready, "2000-06-01")
    third_release(ready)
    ready.explain(in_own_words)
    release = clear(ready.package, None, ready.releases)
    told = {
        name: [str(figure.value) for figure in release.vintages_of(release.by_id[name]).values()]
        for name in ("invented-lost-fog", "invented-share", "invented-requests-1999")
    }
    assert told == {
        "invented-lost-fog": ["70", "20"],
        "invented-share": ["12.5", "12.5"],
        "invented-requests-1999": [],
    }


def test_a_build_serves_what_was_sealed_and_every_earlier_release(ready: Repository) -> None:
    sealed = {file.name: file.read_bytes() for file in ready.releases.glob("*.zip")}
    done = ready.run("build", "--created", "2000-06-01")
    assert done.returncode == 0, done.stderr
    served = {file.name: file.read_bytes() for file in (ready.root / "build/files/releases").glob("*.zip")}
    assert served.keys() == {"unaccounted-2000.1.zip", "unaccounted-2000.2.zip"}
    assert sealed.items() <= served.items()


def test_a_sealed_release_is_served_as_it_is_on_any_later_day(sealed_once: Repository) -> None:
    sealed_once.run("build", "--created", "2000-12-31")
    built = sealed_once.root / "build/files"
    archive = (sealed_once.releases / "unaccounted-2000.1.zip").read_bytes()
    assert (built / "releases/unaccounted-2000.1.zip").read_bytes() == archive
    assert json.loads((built / "package/datapackage.json").read_text())["created"] == "2000-03-01T00:00:00Z"


def test_a_release_that_stops_after_any_step_can_be_made_again(ready: Repository) -> None:
    before = ready.snapshot()
    release = clear(ready.package, None, ready.releases)
    files = seal(release, read_commit(ready.root), ready.root, plain_references(release, release.labels["en"])).files
    for done in range(len(list(steps(files, ready.releases)))):
        for _, step in zip(range(done), steps(files, ready.releases), strict=False):
            step()
        after = ready.snapshot()
        assert after["unaccounted-2000.1.zip"] == before["unaccounted-2000.1.zip"]
        if after["index.csv"] == before["index.csv"]:
            assert ready.run("release").returncode == 0
        assert ready.snapshot() == {**before, **files}
        ready.git("stash", "--include-untracked")


def test_a_killed_release_is_either_made_or_not(repository: Repository) -> None:
    process = repository.start("release")
    while process.poll() is None and not list(repository.releases.glob("*")):
        time.sleep(0.001)
    process.kill()
    process.communicate()
    made = (repository.releases / "index.csv").exists()
    assert repository.run("release").returncode == (1 if made else 0)
    assert sorted(repository.snapshot()) == ["index.csv", "unaccounted-2000.1.zip"]
    assert codes(repository) == []
