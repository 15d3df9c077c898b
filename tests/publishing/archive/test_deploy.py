"""A release is laid beside the earlier ones, of which no byte changes ever again."""

import json
from pathlib import Path

import pytest

from scripts.errors import RefusedError
from scripts.publishing.archive.deploy import BRANCH, changed_later, deploy_version
from tests.deployment import FIGURE, REMOVED, REVISED, begin_published, deploy, revision, tiny_site
from tests.repository import Repository, begin

PAGES = {"en/index.html": "Invented.", "en/data/invented.html": "Invented, too."}
VERSIONS = ("2000.1", "2000.2", "2000.10")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return begin_published(tmp_path)


def site(repository: Repository, version: str) -> Path:
    return tiny_site(repository.root.parent / f"site-{version}", version, PAGES)


def served(repository: Repository, path: str) -> str:
    return repository.git("--git-dir", "../served.git", "show", f"{BRANCH}:{path}")


def tree(repository: Repository, path: str) -> str:
    return repository.git("rev-parse", f"{BRANCH}:{path}")


def test_each_version_gets_a_folder_and_no_later_deploy_changes_it(repository: Repository) -> None:
    trees = []
    for version in VERSIONS:
        deploy(repository, site(repository, version), version, (REVISED,))
        trees.append(tree(repository, version))
    assert [tree(repository, version) for version in VERSIONS] == trees
    assert served(repository, "2000.1/en/data/invented.html") == "Invented, too."
    listed = {entry["version"]: entry["aliases"] for entry in json.loads(served(repository, "versions.json"))}
    assert listed == {"2000.10": ["latest"], "2000.2": [], "2000.1": []}


def test_latest_and_the_first_page_lead_to_the_newest_version(repository: Repository) -> None:
    for version in VERSIONS:
        deploy(repository, site(repository, version), version)
    assert 'href="../../../2000.10/en/data/invented.html"' in served(repository, "latest/en/data/invented.html")
    assert 'href="latest/index.html"' in served(repository, "index.html")


def test_every_sealed_archive_has_an_address_without_a_version(repository: Repository) -> None:
    for version in VERSIONS:
        deploy(repository, site(repository, version), version)
    for version in VERSIONS:
        assert served(repository, f"releases/unaccounted-{version}.zip") == f"Invented archive {version}."


@pytest.mark.parametrize("again", ["2000.2", "2000.1"])
def test_a_version_that_is_deployed_or_below_one_is_refused(repository: Repository, again: str) -> None:
    deploy(repository, site(repository, "2000.2"), "2000.2")
    before = repository.git("rev-parse", BRANCH)
    with pytest.raises(RefusedError, match=again):
        deploy_version(site(repository, "2000.1"), again, [], repository.root)
    assert repository.git("rev-parse", BRANCH) == before


def test_a_folder_that_the_list_of_versions_forgot_is_refused_too(repository: Repository) -> None:
    deploy(repository, site(repository, "2000.1"), "2000.1")
    repository.git("checkout", "--quiet", BRANCH)
    (repository.root / "versions.json").write_text("[]")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    with pytest.raises(RefusedError, match="is deployed"):
        deploy_version(site(repository, "2000.1"), "2000.1", [], repository.root)


def test_a_deploy_that_fails_half_way_leaves_the_branch_as_it_was(repository: Repository) -> None:
    deploy(repository, site(repository, "2000.1"), "2000.1")
    before = repository.git("for-each-ref", "refs/heads")
    faulty = site(repository, "2000.2")
    (faulty / "releases" / "folder").mkdir()
    with pytest.raises(RefusedError, match="nothing is deployed"):
        deploy_version(faulty, "2000.2", [], repository.root)
    assert repository.git("for-each-ref", "refs/heads") == before


def test_what_a_killed_deploy_left_is_never_served(repository: Repository) -> None:
    repository.git("branch", f"{BRANCH}-unfinished", "main")
    deploy(repository, site(repository, "2000.1"), "2000.1")
    assert repository.git("branch", "--format", "%(refname:short)").split() == [BRANCH, "main"]
    assert repository.git("rev-list", "--count", BRANCH) == "2"


def test_old_versions_learn_what_changed_later_and_never_what_was_removed() -> None:
    entries = (REVISED, ("2000.10", FIGURE, "revision"), REMOVED, ("2000.2", "invented-removed", "correction"))
    told = changed_later(VERSIONS, [revision(*entry) for entry in entries])
    assert told == {"2000.1": {FIGURE: "2000.10"}, "2000.2": {FIGURE: "2000.10"}, "2000.10": {}}


def test_only_a_sealed_release_with_its_archive_is_deployed(tmp_path: Path) -> None:
    repository = begin(tmp_path / "checkout")
    repository.git("config", "user.name", "invented")
    repository.git("config", "user.email", "invented")
    version = json.loads((repository.package / "datapackage.json").read_text())["version"]
    other = tiny_site(tmp_path / "site", version, PAGES)
    assert "is not sealed" in repository.run("deploy", "--site", str(other)).stderr
    assert repository.run("release").returncode == 0
    assert "is not the archive" in repository.run("deploy", "--site", str(other)).stderr
    archive = f"unaccounted-{version}.zip"
    (other / "releases" / archive).write_bytes((repository.releases / archive).read_bytes())
    done = repository.run("deploy", "--site", str(other))
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(repository, f"{version}/en/index.html")
    assert "is deployed" in repository.run("deploy", "--site", str(other)).stderr
