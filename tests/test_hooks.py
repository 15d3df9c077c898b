"""The hooks refuse a name before it is committed and before it is pushed. All names are invented."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, ROOT

SURNAME = "Месяцевич"
NAME = f"Лунатик {SURNAME}"

Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Git in a throw-away repository with the hooks installed, a small package, and an empty repository to push to."""
    here, there = tmp_path / "here", tmp_path / "there"

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        identity = ["-c", "user.name=nobody", "-c", "user.email=nobody"]
        return subprocess.run(
            ["git", *identity, *arguments], cwd=here, capture_output=True, text=True, check=False, timeout=120
        )

    for name in (".githooks", "scripts"):
        shutil.copytree(ROOT / name, here / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(EXAMPLES / "valid", here / "datapackage")
    shutil.copy(ROOT / "Makefile", here)
    (here / ".venv").symlink_to(ROOT / ".venv")
    (here / ".gitignore").write_text(".venv\nscripts\n__pycache__\n")
    run("init", "--quiet", "--initial-branch=main")
    subprocess.run(["git", "init", "--quiet", "--bare", str(there)], check=True)
    run("remote", "add", "origin", str(there))
    subprocess.run(["make", "-s", "hooks"], cwd=here, check=True, capture_output=True)
    run("add", "Makefile", ".gitignore")
    assert run("commit", "-m", "Begin").returncode == 0
    return run


def write(git: Git, name: str, text: str) -> None:
    file = Path(git("rev-parse", "--show-toplevel").stdout.strip()) / name
    file.write_text(text, encoding="utf-8")
    git("add", name)


def test_a_name_is_refused_before_it_is_committed(git: Git) -> None:
    write(git, "page.md", f"Invented.\n{NAME}\n")
    done = git("commit", "-m", "Add a page")
    assert done.returncode == 1
    assert "personal-name – row 2" in done.stderr
    assert SURNAME not in done.stderr + done.stdout
    write(git, "page.md", "Invented.\n")
    assert git("commit", "-m", "Add a page").returncode == 0


def test_what_a_commit_tells_of_its_author_is_warned_of_and_not_refused(git: Git) -> None:
    write(git, "page.md", "Invented.\n")
    done = git("commit", "-m", "Add a page")
    assert (done.returncode, "warning identity-address" in done.stderr) == (0, True)
    assert "nobody" not in done.stderr


def test_what_is_staged_counts_and_not_what_lies_in_the_folder(git: Git, tmp_path: Path) -> None:
    write(git, "page.md", NAME)
    (tmp_path / "here" / "page.md").write_text("Invented.")
    assert git("commit", "-m", "Add a page").returncode == 1
    git("add", "page.md")
    (tmp_path / "here" / "page.md").write_text(NAME)
    assert git("commit", "-m", "Add a page").returncode == 0


def test_a_name_that_was_deleted_again_is_refused_before_it_is_pushed(git: Git) -> None:
    assert git("push", "origin", "main").returncode == 0
    write(git, "page.md", NAME)
    assert git("commit", "--no-verify", "-m", "Add a page").returncode == 0
    git("rm", "-q", "page.md")
    assert git("commit", "-m", "Take the page away").returncode == 0
    for branch in ("main", "main:refs/heads/new"):
        done = git("push", "origin", branch)
        assert done.returncode == 1
        assert "personal-name" in done.stderr
        assert SURNAME not in done.stderr + done.stdout


def test_a_name_in_a_message_or_a_branch_is_refused_before_it_is_pushed(git: Git) -> None:
    assert git("push", "origin", "main:refs/heads/lunatik-mesyatsevich").returncode == 1
    assert git("push", "origin", "main").returncode == 0
    assert git("commit", "--allow-empty", "-m", f"Thank {NAME}").returncode == 0
    done = git("push", "origin", "main")
    assert done.returncode == 1
    assert SURNAME not in done.stderr + done.stdout


def test_without_the_tools_nothing_passes_and_a_sentence_says_why(git: Git, tmp_path: Path) -> None:
    (tmp_path / "here" / ".venv").unlink()
    for done in (git("commit", "--allow-empty", "-m", "Nothing"), git("push", "origin", "main")):
        assert done.returncode == 1
        assert "make check" in done.stderr


def test_a_range_that_git_does_not_know_exits_with_2_and_a_sentence(git: Git, tmp_path: Path) -> None:
    python = str(ROOT / ".venv" / "bin" / "python")
    done = subprocess.run(
        [python, "-m", "scripts", "personal", "--range", "nowhere..main"],
        cwd=tmp_path / "here", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
