"""Asks git what a proposal changes, who signed its commits, and in which state the checkout is."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

_SUBMODULE = "160000"  # the mode of another repository inside this one; it counts as binary
_BINARY = b"\0"
_RAW = ("--raw", "--no-renames", "--no-abbrev", "-z")


class NoHistoryError(Exception):
    """Git cannot read a history; the message gives the reason in git's own words."""


class NoCommitError(Exception):
    """A folder is no checkout, or lacks the commit that was asked for."""


@dataclass(frozen=True)
class ChangedFile:
    """A file that a proposal adds or changes, with its path; or a message, with the name of its commit."""

    path: str
    content: bytes
    is_message: bool = False


@dataclass(frozen=True)
class Signature:
    """The e-mail address of an author or committer, and the offset of their clock from UTC, such as +0300.

    where: the commit, or the next one. role: author or committer.
    """

    where: str
    role: str
    address: str
    zone: str


def tracked_files(root: Path) -> Iterator[ChangedFile]:
    """Yield every file that git tracks or would track, as it is in the work tree. Raises NoHistoryError."""
    for path in _names(_git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")):
        file = root / path
        if file.is_symlink():
            yield ChangedFile(path, os.fsencode(os.readlink(file)))
        elif file.exists():
            yield ChangedFile(path, _BINARY if file.is_dir() else file.read_bytes())


def staged_files(root: Path) -> Iterator[ChangedFile]:
    """Yield every file that the next commit adds or changes, as it is in the index. Raises NoHistoryError."""
    yield from _blobs(root, _git(root, "diff-index", "--cached", *_RAW, _base(root)))


def added_files(root: Path, revisions: str) -> Iterator[ChangedFile]:
    """Yield every file and message that commits add, even if a later commit removes it. Raises NoHistoryError.

    revisions: arguments of `git rev-list`, such as `main..topic` or `topic --not --remotes`.
    """
    commits = revisions.split()
    yield from _blobs(root, _git(root, "log", "-m", "--format=", *_RAW, *commits))
    for text in _git(root, "log", "-z", "--format=%h%n%B", *commits).split(b"\0"):
        if text:
            commit, _, message = text.partition(b"\n")
            yield ChangedFile(f"commit {commit.decode()}", message, is_message=True)


def commit_signatures(root: Path, revisions: str) -> Iterator[Signature]:
    """Yield both signatures of each commit. Raises NoHistoryError."""
    lines = _git(root, "log", "-z", "--format=%h%x09%ae%x09%ad%x09%ce%x09%cd", "--date=format:%z", *revisions.split())
    for line in filter(None, lines.decode(errors="replace").split("\0")):
        commit, *parts = line.split("\t", 4)
        yield Signature(f"commit {commit}", "author", *parts[:2])
        yield Signature(f"commit {commit}", "committer", *parts[2:])


def next_signatures(root: Path) -> Iterator[Signature]:
    """Yield both signatures of the next commit. Raises NoHistoryError where git does not know who commits."""
    for role in ("author", "committer"):
        identity = _git(root, "var", f"GIT_{role.upper()}_IDENT").decode(errors="replace").strip()
        address = identity.rpartition("<")[2].partition(">")[0]
        yield Signature("the next commit", role, address, identity.rsplit(" ", 1)[-1])


@dataclass(frozen=True)
class Commit:
    """The commit of a checkout, its day (UTC), and the paths that differ from it, tracked or untracked."""

    id: str
    day: date
    changes: tuple[str, ...]


def read_commit(root: Path) -> Commit:
    """Read the commit of the checkout that contains a folder. Raises NoCommitError."""
    identifier, seconds = _git_at(root, "log", "-1", "--format=%H %ct").decode().split()
    status = _git_at(root, "status", "--porcelain", "-z", "--untracked-files=all").decode()
    changes = tuple(line[3:] for line in status.split("\0") if line)
    return Commit(identifier, datetime.fromtimestamp(int(seconds), UTC).date(), changes)


def tracked_names(folder: Path) -> frozenset[str]:
    """The names of the files in a folder that git knows. Raises NoCommitError."""
    names = _git_at(folder.parent, "ls-files", "-z", "--", folder.name).decode().split("\0")
    return frozenset(name.removeprefix(f"{folder.name}/") for name in names if name)


def files_at(reference: str, folder: Path) -> dict[str, bytes]:
    """Read the files of a folder as of a branch, tag or commit. Raises NoCommitError."""
    tree = f"{reference}^{{tree}}:./{folder.name}"
    _git_at(folder.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    try:
        listed = _git_at(folder.parent, "ls-tree", "-z", "--name-only", tree).decode()
    except NoCommitError:
        return {}
    return {name: _git_at(folder.parent, "cat-file", "blob", f"{tree}/{name}") for name in listed.split("\0") if name}


def _base(root: Path) -> str:
    """The last commit; before the first one, the empty tree."""
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", "HEAD").decode().strip()
    except NoHistoryError:
        return _git(root, "mktree").decode().strip()


def _blobs(root: Path, raw: bytes) -> Iterator[ChangedFile]:
    """The files after the changes that git lists in its raw format; each content is read once."""
    parts = _names(raw)
    changed = dict.fromkeys(
        (path, *head.split(" ")[1:4:2]) for head, path in zip(parts[::2], parts[1::2], strict=True) if head[-1] != "D"
    )
    blobs = list(dict.fromkeys(blob for _, mode, blob in changed if mode != _SUBMODULE))
    contents = dict(zip(blobs, _contents(root, blobs), strict=True))
    for path, _, blob in changed:
        yield ChangedFile(path, contents.get(blob, _BINARY))


def _contents(root: Path, blobs: list[str]) -> Iterator[bytes]:
    """Read objects in the batch format of `git cat-file`: a line that ends in the size, then the content."""
    output = _git(root, "cat-file", "--batch", stdin="\n".join(blobs).encode()) if blobs else b""
    start = 0
    while start < len(output):
        begin = output.index(b"\n", start) + 1
        end = begin + int(output[start:begin].split()[-1])
        yield output[begin:end]
        start = end + 1


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name.lstrip(b"\n")) for name in output.split(b"\0") if name.strip(b"\n")]


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    done = subprocess.run(["git", "-C", str(root), *arguments], input=stdin, capture_output=True, check=False)
    if done.returncode:
        raise NoHistoryError(done.stderr.decode(errors="replace").strip() or "git could not read its history")
    return done.stdout


def _git_at(folder: Path, *arguments: str) -> bytes:
    """Ask git in a folder. Raises NoCommitError where it cannot answer."""
    try:
        return _git(folder, *arguments)
    except (FileNotFoundError, NotADirectoryError):
        raise NoCommitError(f"{folder} – git cannot be run here – install git, or name a folder that exists.") from None
    except NoHistoryError:
        message = "git does not know it as a checkout with this commit – fetch it first."
        raise NoCommitError(f"{folder} – {message}") from None
