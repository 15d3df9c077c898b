"""Every page is valid HTML by html-validate, but for named faults of the theme."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

pytestmark = pytest.mark.browser

BROWSER = ROOT / "tests" / "browser"
VALIDATOR = BROWSER / "npm" / "node_modules" / ".bin" / "html-validate"
RULES = BROWSER / "npm" / "html-validate.json"


@dataclass(frozen=True)
class Fault:
    """What html-validate says against an element, which is told by its opening tag."""

    page: str
    line: int
    rule: str
    element: str
    message: str


@dataclass(frozen=True)
class Excuse:
    """A fault of the theme that may stand."""

    rule: str
    element: str
    reason: str

    def fits(self, fault: Fault) -> bool:
        """Whether it speaks of a fault."""
        return fault.rule == self.rule and fnmatchcase(fault.element, f"{self.element}*")


def excuses() -> tuple[Excuse, ...]:
    return tuple(Excuse(**entry) for entry in yaml.safe_load((BROWSER / "theme_faults.yaml").read_text("utf-8")))


def faults_of(*pages: Path) -> list[Fault]:
    """All that html-validate finds on pages, in one run."""
    assert VALIDATOR.exists(), "tests/browser/npm – html-validate is not installed – run `make test`"
    command: list[str | Path] = [
        "node",
        VALIDATOR,
        "--config",
        RULES,
        "--formatter",
        "json",
        "--max-warnings",
        "0",
        *pages,
    ]
    # To a file: what it writes to a pipe is cut off when it ends.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answer:
        ended = subprocess.run(command, stdout=answer, stderr=subprocess.PIPE, text=True, check=False)
        answer.seek(0)
        assert ended.returncode in (0, 1), ended.stderr
        return [fault for page in json.load(answer) for fault in _faults(page)]


def _faults(page: dict[str, object]) -> Iterator[Fault]:
    file, messages = str(page["filePath"]), page["messages"]
    assert isinstance(messages, list)
    text = Path(file).read_text("utf-8") if messages else ""
    for message in messages:
        tag = _tag_at(text, message["offset"])
        yield Fault(file, message["line"], message["ruleId"], tag, message["message"])


def _tag_at(text: str, place: int) -> str:
    """The opening tag that holds a place."""
    start = text.rfind("<", 0, place + 1)
    return text[start : text.find(">", start) + 1]


@pytest.fixture(scope="module")
def faults(site: Path) -> list[Fault]:
    pages, lots = sorted(site.rglob("*.html")), os.cpu_count() or 1
    with ThreadPoolExecutor() as pool:
        return [fault for found in pool.map(lambda lot: faults_of(*pages[lot::lots]), range(lots)) for fault in found]


def test_every_page_is_valid_but_for_the_named_faults_of_the_theme(faults: list[Fault]) -> None:
    named = excuses()
    ours = [fault for fault in faults if not any(excuse.fits(fault) for excuse in named)]
    assert [f"{fault.page}:{fault.line} {fault.rule}: {fault.message} {fault.element}" for fault in ours] == []


def test_every_excuse_is_needed(faults: list[Fault]) -> None:
    idle = [excuse for excuse in excuses() if not any(excuse.fits(fault) for fault in faults)]
    assert idle == [], "tests/browser/theme_faults.yaml – an excuse fits no fault – delete it"


def test_a_page_that_is_not_valid_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    head = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Invented</title>\n</head>\n'
    body = '<p id="a">One\n<div id="a" role="button">two</p>\n<a href="">three</a>'
    page.write_text(f"{head}<body>\n{body}\n</body>\n</html>\n")
    found = faults_of(page)
    assert {"no-dup-id", "prefer-native-element"} <= {fault.rule for fault in found}
    assert {fault.element for fault in found if fault.rule == "no-dup-id"} == {'<div id="a" role="button">'}
