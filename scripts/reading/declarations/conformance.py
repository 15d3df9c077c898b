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
    """Every clause, and the tests that they name and that are not there."""

    clauses: tuple[Clause, ...]
    lost: frozenset[str]
    file: str


def read_conformance(docs: Path | None) -> Conformance:
    """Read `conformance.yaml`; without one nothing is claimed. Raises NotReadableError where it is faulty."""
    if docs is None or not (docs / FILE).is_file():
        return Conformance((), frozenset(), FILE)
    clauses = read_declaration(docs / FILE, tuple[Clause, ...])
    named = {test for clause in clauses for test in clause.tests}
    return Conformance(clauses, frozenset(_lost(named, docs.parent)), (docs / FILE).as_posix())


def _lost(named: set[str], root: Path) -> Iterator[str]:
    """The named tests that are not in the files that they name; none where no tests came with the pages."""
    if not (root / "tests").is_dir():
        return
    texts: dict[str, str] = {}
    for test in sorted(named):
        path, _, function = test.partition("::")
        if path not in texts:
            texts[path] = (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
        if not re.search(rf"^(?:    )?def {re.escape(function)}\(", texts[path], re.MULTILINE):
            yield test
