"""Three releases in a row as a maintainer makes them, and everything that must stop one."""

import csv
import io
import json
import shutil
import time
import zipfile
from pathlib import Path

import pytest

from scripts.checks import clear
from scripts.publishing.commit import read_commit
from scripts.publishing.seal import seal, steps
from tests.repository import Repository, begin


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Nothing is sealed yet."""
    return begin(tmp_path / "repository")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Release 2000.1 is sealed; 2000.2 is told, committed and ready. Tests work on copies of it."""
    kept = begin(tmp_path_factory.mktemp("kept") / "repository")
    sealed_and_committed(kept)
    second_release(kept)
    assert kept.explain(in_own_words) == 3
    kept.commit("2000-06-01")
    return kept


@pytest.fixture
def ready(kept: Repository, tmp_path: Path) -> Repository:
    """A copy of the repository in which 2000.2 is ready."""
    return Repository(Path(shutil.copytree(kept.root, tmp_path / "ready")))


@pytest.fixture
def sealed_once(ready: Repository) -> Repository:
    """A copy of the repository as it was when 2000.1 was sealed."""
    ready.git("reset", "--quiet", "--hard", "HEAD^")
    return ready


def sealed_and_committed(repository: Repository, day: str = "2000-03-01") -> str:
    done = repository.run("release")
    assert done.returncode == 0, done.stdout + done.stderr
    return repository.commit(day)


def codes(repository: Repository) -> list[str]:
    return [finding["code"] for finding in json.loads(repository.run("check", "--format", "json").stdout)]


def second_release(repository: Repository) -> None:
    """A number that its source revised, a mistake of ours beyond the bound, a definition, and a new code list."""
    repository.set_version("2000.2")
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    repository.change("data/invented_counts.csv", ",70,,,,about", ",20,,,,about")
    repository.change("indicators.csv", "An invented estimate.", "An invented estimate by two methods.")
    for part in ("codelists/{}.csv", "schemas/{}.json"):
        shutil.copy(
            repository.package / part.format("invented_reasons"), repository.package / part.format("invented_moods")
        )
    file = repository.package / "datapackage.json"
    descriptor = json.loads(file.read_text())
    moods = json.dumps(descriptor["resources"][-1]).replace("invented_reasons", "invented_moods")
    descriptor["resources"].append(json.loads(moods))
    file.write_text(json.dumps(descriptor, indent=1))
    schema = repository.package / "schemas" / "invented_moods.json"
    schema.write_text(schema.read_text().replace("invented_reasons", "invented_moods"))
    policy = repository.package / "disclosure.yaml"
    policy.write_text(f'{policy.read_text()}  invented_moods: {{rule: exempt, reason: "Counts nobody."}}\n')


def third_release(repository: Repository) -> None:
    """A number that no longer stands, and one that is withheld from now on."""
    repository.set_version("2000.3")
    repository.change("data/invented_counts.csv", ",12.5,,,,about,published,", ",,,,,about,retracted,")
    repository.change(
        "data/invented_requests.csv", "2000-01-05,30,,,,at-least,published", "2000-01-05,,,,,exact,suppressed"
    )


def in_own_words(cells: dict[str, str]) -> dict[str, str]:
    kind = cells["class"].replace("?", "correction" if "times" in cells["reason"] else "revision")
    return {"class": kind, "reason": cells["reason"].replace("?", "The page says so")}


def entries_of(repository: Repository, version: str) -> list[dict[str, str]]:
    content = zipfile.ZipFile(repository.releases / f"unaccounted-{version}.zip").read("revisions.csv").decode()
    return [row for row in csv.DictReader(io.StringIO(content)) if row["release"] == version]


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


def test_a_release_that_stops_after_any_step_can_be_made_again(ready: Repository) -> None:
    before = ready.snapshot()
    release = clear(ready.package, None, ready.releases)
    files = seal(release, read_commit(ready.root), ready.root)
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
