"""Executes recipes from their own text: fenced blocks that name a file and what to do with it, and commands.

After its language a block has: for `diff` a file (lines with - go, lines with + come, others are context); `append` or
`create` and a file; `add`, a JSON file and the name of a list in it. A block `sh` is a list of commands that must
succeed, a block `output` what the commands before it must have printed.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


class RecipeError(AssertionError):
    """A recipe cannot be followed as it stands."""


@dataclass
class Kitchen:
    """A copy of the repository, and what the last commands printed."""

    root: Path
    printed: str = ""

    def follow(self, recipe: str) -> int:
        """Execute every block of a recipe in order; give their number."""
        blocks = list(_BLOCK.finditer(recipe))
        for block in blocks:
            self._execute(block["info"].split(), block["text"])
        return len(blocks)

    def _execute(self, info: list[str], text: str) -> None:
        kind, *rest = info
        if kind == "sh":
            self.printed = "".join(self._run(line) for line in self._fill_version(text).splitlines())
        elif kind == "output":
            missing = [line for line in self._fill_version(text).splitlines() if line not in self.printed]
            if missing:
                raise RecipeError(f"Not printed: {missing}; but:\n{self.printed}")
        else:
            action, path, *where = ("diff", *rest) if kind == "diff" else rest
            for file in self._files(path):
                _ACTIONS[action](file, self._fill_version(text), *where)

    def _run(self, line: str) -> str:
        done = subprocess.run(["sh", "-ec", line], cwd=self.root, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RecipeError(f"{line}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def _fill_version(self, text: str) -> str:
        version = json.loads((self.root / "datapackage" / "datapackage.json").read_text())["version"]
        return text.replace("<version>", version)

    def _files(self, path: str) -> Iterator[Path]:
        """The file of a block; one for each language where its path says so."""
        if "<language>" not in path:
            yield self.root / path
            return
        languages = [file.stem for file in sorted((self.root / "datapackage" / "labels").glob("*.yaml"))]
        yield from (self.root / path.replace("<language>", language) for language in languages)


def recipes(document: Path) -> dict[str, str]:
    """The recipes of a document by their titles: the parts below its heading "Recipes"."""
    text = document.read_text(encoding="utf-8").split("\n## Recipes\n", 1)[1].split("\n## ", 1)[0]
    return {title: body for title, _, body in (part.partition("\n") for part in text.split("\n### ")[1:])}


def _append(file: Path, text: str) -> None:
    before = file.read_text(encoding="utf-8")
    if not before.endswith("\n"):
        raise RecipeError(f"{file} does not end in a line feed")
    file.write_text(before + text, encoding="utf-8")


def _create(file: Path, text: str) -> None:
    if file.exists():
        raise RecipeError(f"{file} is there already")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _change(file: Path, text: str) -> None:
    lines = text.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    before = "\n" + file.read_text(encoding="utf-8")
    if before.count(f"\n{old}") != 1:
        raise RecipeError(f"{file}: what a block shows stands there {before.count(chr(10) + old)} times")
    file.write_text(before.replace(f"\n{old}", f"\n{new}")[1:], encoding="utf-8")


def _add(file: Path, text: str, name: str) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    content[name].append(json.loads(text))
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


_ACTIONS: dict[str, Callable[..., None]] = {"append": _append, "create": _create, "diff": _change, "add": _add}
