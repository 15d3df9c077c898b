"""The worked examples: one small program for each topic, declared in `docs/examples.yaml`, kept in `docs/examples/`."""

from dataclasses import dataclass
from pathlib import Path

from scripts.errors import NotReadableError
from scripts.findings import Place
from scripts.reading.declarations.strict_yaml import INVALID, STRICT, read_declaration

DECLARED, FOLDER = "examples.yaml", "examples"


@dataclass(frozen=True)
class ExampleDeclaration:
    """An example by its name, and the hue of the status that it speaks of."""

    example: str
    hue: str

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class WorkedExample:
    """A program that answers a question from the package; `file` is where it stands."""

    name: str
    hue: str
    file: str
    code: str


def read_worked_examples(docs: Path | None) -> tuple[WorkedExample, ...]:
    """Read every example in the order of the declaration; none without pages.

    Raises NotReadableError where the declaration is not as it must be, or a program is missing.
    """
    if docs is None or not (docs / DECLARED).is_file():
        return ()
    declared = read_declaration(docs / DECLARED, tuple[ExampleDeclaration, ...])
    return tuple(_example(one, docs / FOLDER / f"{one.example}.py") for one in declared)


def _example(one: ExampleDeclaration, file: Path) -> WorkedExample:
    if not file.is_file():
        raise NotReadableError(INVALID.broken(Place(file.as_posix()), "The declaration names it, and it is missing."))
    return WorkedExample(one.example, one.hue, file.as_posix(), file.read_text(encoding="utf-8").rstrip())
