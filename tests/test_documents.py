"""What the documents promise is there: paths, commands, versions, labels of the workflows."""

import json
import re

import pytest
import yaml

from tests.conftest import ROOT

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "MAINTAINING.md", "RELEASING.md")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_a_document_names_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    # A page that a recipe writes leads elsewhere from where it will stand.
    text = re.sub(r"^```markdown create .*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    paths = re.findall(r"`((?:datapackage|scripts|docs|tests)/[\w./-]*)`", text) + re.findall(r"\]\(([\w./-]+)\)", text)
    created = re.findall(r"^```\w+ create (\S+)$", text, re.MULTILINE)
    assert [path for path in paths if path not in created and not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_that_a_document_names_is_in_the_makefile(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    commands = set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
    assert commands
    assert commands <= targets


def test_the_version_is_the_same_everywhere() -> None:
    version = json.loads((ROOT / "datapackage" / "datapackage.json").read_text())["version"]
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text())["version"] == version
    assert f"Release {version}." in (ROOT / "README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*/about/cite.md"):
        assert set(re.findall(r"\b20\d\d\.\d+(?:\.\d+)?\b", page.read_text(encoding="utf-8"))) == {version}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_pin_their_actions_and_may_do_nothing_by_default(workflow: object) -> None:
    text = workflow.read_text()  # type: ignore[attr-defined]
    content = yaml.safe_load(text)
    assert content["permissions"] == {}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    uses = re.findall(r"uses: (\S+)", text)
    assert uses
    assert [action for action in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


def test_only_publishing_writes_and_only_the_branch_of_versions() -> None:
    writing = set()
    for workflow in WORKFLOWS:
        for name, job in yaml.safe_load(workflow.read_text())["jobs"].items():
            writing |= {(workflow.stem, name, scope) for scope, right in job["permissions"].items() if right == "write"}
    assert {place for place in writing if place[0] != "publish"} == {("links", "tell", "issues")}
    assert {name for _, name, scope in writing if scope == "contents"} == {"deploy", "release"}
    lines = [line.strip() for workflow in WORKFLOWS for line in workflow.read_text().splitlines()]
    pushes = [line for line in lines if "git push" in line]
    assert pushes == ["git push origin refs/heads/gh-pages:refs/heads/gh-pages"]


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "en" / "about" / "decisions"
    listed = (folder / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in folder.glob("0*.md") if f"({path.name})" not in listed] == []
