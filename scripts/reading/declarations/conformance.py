"""How far standards are met: clause by clause an answer, how, and the tests that prove it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.reading.declarations.strict_yaml import STRICT, read_declaration

FILE = "conformance.yaml"


@dataclass(frozen=True)
class Clause:
    """A clause of a standard. tests: `tests/<file>.py::<function>` each; title and how: texts for readers."""

    standard: str
    clause: str
    title: str
    answer: Literal["yes", "partly", "no", "not applicable"]
    how: str
    tests: tuple[str, ...]

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Conformance:
    """Every clause, and the tests that clauses name but that do not exist."""

    clauses: tuple[Clause, ...]
    missing_tests: frozenset[str]
    file: str


def read_conformance(docs: Path | None, tests: Path | None = None) -> Conformance:
    """Read `conformance.yaml`; without one nothing is claimed, and without tests no test is missing.

    Raises NotReadableError where it is faulty.
    """
    if docs is None or not (docs / FILE).is_file():
        return Conformance((), frozenset(), FILE)
    clauses = read_declaration(docs / FILE, tuple[Clause, ...])
    named = {test for clause in clauses for test in clause.tests}
    missing = frozenset(_missing_tests(named, tests)) if tests else frozenset()
    return Conformance(clauses, missing, (docs / FILE).as_posix())


def _missing_tests(named: set[str], tests: Path) -> Iterator[str]:
    """The tests, named as `tests/<file>.py::<function>`, that are not in the folder of tests."""
    texts: dict[str, str] = {}
    for test in sorted(named):
        path, _, function = test.partition("::")
        if path not in texts:
            file = tests / path.removeprefix("tests/")
            texts[path] = file.read_text(encoding="utf-8") if file.is_file() else ""
        if not re.search(rf"^(?:    )?def {re.escape(function)}\(", texts[path], re.MULTILINE):
            yield test
