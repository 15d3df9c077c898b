"""A throw-away git repository with the invented package, in which tests release as a maintainer does."""

import contextlib
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from scripts.__main__ import main
from tests.conftest import EXAMPLES, ROOT

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Repository:
    """A checkout with `datapackage/` and, once something is sealed, `releases/`."""

    root: Path

    @property
    def package(self) -> Path:
        return self.root / "datapackage"

    @property
    def releases(self) -> Path:
        return self.root / "releases"

    def run(self, *arguments: str) -> Done:
        """Run a command as somebody types it in the checkout, in this process."""
        with contextlib.chdir(self.root):
            done = CliRunner().invoke(main, arguments)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Done(arguments, done.exit_code, done.stdout, done.stderr)

    def start(self, command: str, blocks: int = 1_000_000) -> "subprocess.Popen[str]":
        """Start a command in a process of its own, which a test may kill, or starve: no file may be larger."""
        line = f'ulimit -f {blocks}; exec "{sys.executable}" -m scripts {command}'
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            ["sh", "-c", line],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def git(self, *arguments: str, day: str = "2000-03-01") -> str:
        time = f"{day}T12:00:00Z"
        names = {f"GIT_{role}_{part}": "invented" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
        environment = {**os.environ, **names, "GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time}
        line = ["git", "-c", "commit.gpgsign=false", *arguments]
        return subprocess.run(
            line, cwd=self.root, env=environment, capture_output=True, text=True, check=True
        ).stdout.strip()

    def commit(self, day: str = "2000-03-01") -> str:
        """Commit everything on a day; give the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", "Invented.", day=day)
        return self.git("rev-parse", "HEAD")

    def set_version(self, version: str) -> None:
        file = self.package / "datapackage.json"
        file.write_text(json.dumps({**json.loads(file.read_text()), "version": version}, indent=1) + "\n")

    def change(self, path: str, old: str, new: str) -> None:
        """Put one text in place of another, which must stand there once."""
        file = self.package / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} – the text stands there {text.count(old)} times"
        file.write_text(text.replace(old, new), encoding="utf-8")

    def explain(self, choose: Callable[[dict[str, str]], dict[str, str]]) -> int:
        """Paste the entries that `compare` prints, each completed; give their number."""
        entries = json.loads(self.run("compare", "--format", "json").stdout)["entries"]
        table = self.package / "revisions.csv"
        names = table.read_text().splitlines()[0].split(",")
        for row in csv.reader(entries):
            cells = {**dict(zip(names, row, strict=True)), "reported_by": "a reader", "decided_on": "2000-02-01"}
            written = io.StringIO()
            csv.writer(written, lineterminator="\n").writerow((cells | choose(cells)).values())
            table.write_text(table.read_text() + written.getvalue())
        return len(entries)

    def snapshot(self) -> dict[str, bytes]:
        """Every sealed file by its name."""
        return {file.name: file.read_bytes() for file in self.releases.glob("*")}


def begin(root: Path) -> Repository:
    """A repository with the valid package, committed, and nothing sealed."""
    shutil.copytree(EXAMPLES / "valid", root / "datapackage")
    (root / "LICENSE-DATA").write_text("Invented.\n")
    repository = Repository(root)
    repository.git("init", "--quiet")
    repository.commit()
    return repository
