"""What git says about the checkout: its commit with its day, what is not committed, and files of another branch."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path


class NoCommitError(Exception):
    """The folder is no checkout, has no commit, or has not the one that was asked for."""


@dataclass(frozen=True)
class Commit:
    """The commit of a checkout, its day (UTC), and the paths that differ from it, tracked or not."""

    id: str
    day: date
    changes: tuple[str, ...]


def read_commit(root: Path) -> Commit:
    """The commit of the checkout that a folder belongs to. Raises NoCommitError."""
    identifier, seconds = _git(root, "log", "-1", "--format=%H %ct").decode().split()
    status = _git(root, "status", "--porcelain", "-z", "--untracked-files=all").decode()
    changes = tuple(line[3:] for line in status.split("\0") if line)
    return Commit(identifier, datetime.fromtimestamp(int(seconds), UTC).date(), changes)


def tracked(folder: Path) -> frozenset[str]:
    """The names of the files in a folder that git knows. Raises NoCommitError."""
    names = _git(folder.parent, "ls-files", "-z", "--", folder.name).decode().split("\0")
    return frozenset(name.removeprefix(f"{folder.name}/") for name in names if name)


def files_at(reference: str, folder: Path) -> dict[str, bytes]:
    """The files of a folder as a branch, tag or commit has them. Raises NoCommitError."""
    tree = f"{reference}^{{tree}}:./{folder.name}"
    _git(folder.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    try:
        listed = _git(folder.parent, "ls-tree", "-z", "--name-only", tree).decode()
    except NoCommitError:
        return {}
    return {name: _git(folder.parent, "cat-file", "blob", f"{tree}/{name}") for name in listed.split("\0") if name}


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True)
    except FileNotFoundError:
        raise NoCommitError(f"{root} – git cannot be run here – install git, or name a folder that exists.") from None
    except subprocess.CalledProcessError:
        raise NoCommitError(f"{root} – git does not know it as a checkout with this commit – fetch it first.") from None
    return done.stdout
