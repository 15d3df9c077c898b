"""What the documents promise is there: paths, commands, versions, labels of the workflows."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from scripts.cli.commands import COMMANDS
from tests.conftest import ROOT

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "MAINTAINING.md", "RELEASING.md")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TRACKED = subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
    cwd=ROOT, capture_output=True, text=True, check=True,
).stdout.splitlines()  # fmt: skip
MARKDOWN = [path for path in TRACKED if path.endswith(".md") and not path.startswith("vendor/")]

KNOWN = {*TRACKED, *(folder.as_posix() for path in TRACKED for folder in Path(path).parents)}
BASES = ("", "datapackage/", "docs/", "releases/", ".github/workflows/")
"""Where a path in a document may begin."""

ELSEWHERE = {
    "site/": "computed by a build",
    "charts/": "a folder of the site",
    "latest/": "a folder of the branch gh-pages",
    "versions.json": "a file of the branch gh-pages",
    "corrected.json": "a file of the branch gh-pages",
}
"""Paths that documents name and git does not track, and what they are."""

_PATH = re.compile(r"[\w.<>*-]*(?:/[\w.<>*-]*)+|[\w-]+\.(?:cff|css|csv|js|json|md|po|py|toml|txt|yaml|yml|zip)")
_CREATED = re.compile(r"^```\w+ create (\S+)$", re.MULTILINE)


def is_there(path: str) -> bool:
    """Whether git tracks a file or folder; a part between angle brackets and a star stand for any name."""
    name = "[^/]+".join(map(re.escape, re.split(r"<[\w-]+>|\*", path.rstrip("/"))))
    patterns = [re.compile(re.escape(base) + name) for base in BASES]
    return any(pattern.fullmatch(known) for pattern in patterns for known in KNOWN)


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", MARKDOWN)
def test_every_path_that_a_document_names_exists(document: str) -> None:
    text = read(document)
    named = {path for path in re.findall(r"`([^`\n]+)`", text) if _PATH.fullmatch(path)}
    absent = named - {*_CREATED.findall(text), *ELSEWHERE}
    assert [path for path in sorted(absent) if not is_there(path)] == []


def test_a_path_that_moved_is_noticed() -> None:
    for path in ("scripts/checks/registry.py", "scripts/checks/", "indicators.csv", "docs/<language>/about/cite.md"):
        assert is_there(path)
    for path in ("scripts/showing/", "drawing.py", "registry.py", "docs/<language>/about/site.md"):
        assert not is_there(path)


def test_every_exception_is_needed() -> None:
    named = {path for document in MARKDOWN for path in re.findall(r"`([^`\n]+)`", read(document))}
    assert [path for path in ELSEWHERE if is_there(path) or path not in named] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, *(path for path in MARKDOWN if "/decisions/" in path)])
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    # A page that a recipe writes leads elsewhere from where it will stand.
    text = re.sub(r"^```markdown create .*?^```$", "", read(document), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([\w./-]+)\)", text)
    assert [path for path in links if not (ROOT / document).parent.joinpath(path).exists()] == []


@pytest.mark.parametrize("document", MARKDOWN)
def test_every_command_that_a_document_names_is_there(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    made = set(re.findall(r"(?:^|`)make ([a-z]+)", read(document), re.MULTILINE))
    assert made <= targets
    assert bool(made) or document not in DOCUMENTS
    assert {*re.findall(r"python -m scripts ([a-z]+)", read(document))} <= COMMANDS.keys()


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


def test_every_path_that_has_an_owner_exists() -> None:
    owned = re.findall(r"^/(\S+)", read(".github/CODEOWNERS"), re.MULTILINE)
    assert owned
    assert [path for path in owned if not is_there(path)] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "en" / "about" / "decisions"
    listed = (folder / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in folder.glob("0*.md") if f"({path.name})" not in listed] == []
