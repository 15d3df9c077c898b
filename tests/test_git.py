"""What a proposal carries is read from git as it will be published, not as it lies in the folder."""

import subprocess
from pathlib import Path

import pytest

from scripts.git import (
    NoHistoryError,
    Signature,
    added_files,
    commit_signatures,
    next_signatures,
    staged_files,
    tracked_files,
)


def git(root: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=nobody", "-c", "user.email=nobody", "-c", "core.hooksPath=/dev/null"]
    done = subprocess.run(["git", "-C", str(root), *identity, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def put(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")
    git(root, "add", name)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    put(tmp_path, "kept.txt", "old\n")
    return tmp_path


def committed(root: Path, message: str) -> str:
    git(root, "commit", "--quiet", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD")


def test_the_index_is_read_even_before_the_first_commit(repository: Path) -> None:
    (repository / "kept.txt").write_text("new")
    assert [(file.path, file.content) for file in staged_files(repository)] == [("kept.txt", b"old\n")]


def test_only_changed_files_are_staged_and_deleted_ones_carry_nothing(repository: Path) -> None:
    put(repository, "gone.txt", "gone")
    committed(repository, "Begin")
    put(repository, "новый файл.txt", "new")
    git(repository, "rm", "--quiet", "gone.txt")
    assert [(file.path, file.content) for file in staged_files(repository)] == [("новый файл.txt", b"new")]


def test_the_work_tree_counts_what_git_would_track(repository: Path) -> None:
    put(repository, ".gitignore", "ignored.txt\n")
    put(repository, "deleted.txt", "deleted")
    (repository / "deleted.txt").unlink()
    (repository / "ignored.txt").write_text("ignored")
    (repository / "untracked.txt").write_text("untracked")
    (repository / "link").symlink_to("target")
    found = {file.path: file.content for file in tracked_files(repository)}
    assert found == {
        ".gitignore": b"ignored.txt\n",
        "kept.txt": b"old\n",
        "untracked.txt": b"untracked",
        "link": b"target",
    }


def test_a_range_holds_each_content_and_message_also_those_that_were_taken_back(repository: Path) -> None:
    base = committed(repository, "Begin")
    put(repository, "page.md", "first\n\nlines\n")
    committed(repository, "Add a page\n\nWith reasons.")
    git(repository, "rm", "--quiet", "page.md")
    committed(repository, "Take it away")
    found = list(added_files(repository, f"{base}..main"))
    assert [(file.path, file.content) for file in found if not file.is_message] == [("page.md", b"first\n\nlines\n")]
    assert sorted(file.content.strip() for file in found if file.is_message) == [
        b"Add a page\n\nWith reasons.",
        b"Take it away",
    ]


def test_what_a_merge_alone_adds_is_carried_too(repository: Path) -> None:
    base = committed(repository, "Begin")
    git(repository, "checkout", "--quiet", "-b", "side")
    put(repository, "side.txt", "side")
    committed(repository, "Side")
    git(repository, "checkout", "--quiet", "main")
    put(repository, "main.txt", "main")
    committed(repository, "Main")
    git(repository, "merge", "--quiet", "--no-commit", "side")
    put(repository, "merged.txt", "merged")
    committed(repository, "Merge")
    found = {file.path: file.content for file in added_files(repository, f"main --not {base}") if not file.is_message}
    assert found == {"side.txt": b"side", "main.txt": b"main", "merged.txt": b"merged"}


def test_another_repository_inside_this_one_counts_as_binary(repository: Path) -> None:
    base = committed(repository, "Begin")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{base},inside")
    assert [(file.path, file.content) for file in staged_files(repository)] == [("inside", b"\0")]


def test_nothing_is_carried_where_nothing_was_added(repository: Path) -> None:
    committed(repository, "Begin")
    assert list(added_files(repository, "main..main")) == []
    assert list(staged_files(repository)) == []


def test_both_signatures_of_each_commit_and_of_the_next_one_are_read(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2000-01-01T12:00:00+0530")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "invented")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "noreply")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2000-01-01T12:00:00+0000")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "invented")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "invented")
    expected = [("author", "invented", "+0530"), ("committer", "noreply", "+0000")]
    assert list(next_signatures(repository)) == [Signature("the next commit", *parts) for parts in expected]
    commit = committed(repository, "Begin")
    short = git(repository, "rev-parse", "--short", commit)
    assert list(commit_signatures(repository, "main")) == [Signature(f"commit {short}", *parts) for parts in expected]


def test_an_unknown_range_and_a_folder_without_history_are_errors(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(NoHistoryError):
        list(added_files(repository, "nowhere..main"))
    with pytest.raises(NoHistoryError):
        list(tracked_files(tmp_path_factory.mktemp("empty")))
