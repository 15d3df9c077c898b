"""Reads the worked examples: a program for each topic, declared in `docs/examples.yaml`, kept in `docs/examples/`.

A program has one placeholder, `{{ package }}`: the folder of the package that it reads.
"""

from dataclasses import dataclass
from pathlib import Path

from scripts.reading.declarations.program_templates import read_program, render_program
from scripts.reading.declarations.strict_yaml import STRICT, read_declaration

DECLARED, FOLDER = "examples.yaml", "examples"
_PLACEHOLDERS = frozenset(("package",))


@dataclass(frozen=True)
class ExampleDeclaration:
    """The name of an example, and the status whose colour its chart has."""

    example: str
    hue: str

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class WorkedExample:
    """A program that answers a question from the package; `file` is its path, `program` has its placeholder."""

    name: str
    colour: str
    file: str
    program: str

    def reading(self, package: str = "package") -> str:
        """Give the program that reads the package in a folder, by default that of an unpacked copy of the site."""
        return render_program(self.program, package=package)


def read_worked_examples(docs: Path | None) -> tuple[WorkedExample, ...]:
    """Read every example in the order of the declaration; none without pages.

    Raises NotReadableError where the declaration is not as it must be, or a program is missing or has an unknown
    placeholder.
    """
    if docs is None or not (docs / DECLARED).is_file():
        return ()
    declared = read_declaration(docs / DECLARED, tuple[ExampleDeclaration, ...])
    return tuple(_read_example(declaration, docs / FOLDER) for declaration in declared)


def _read_example(declaration: ExampleDeclaration, folder: Path) -> WorkedExample:
    file = folder / f"{declaration.example}.py"
    return WorkedExample(declaration.example, declaration.hue, file.as_posix(), read_program(file, _PLACEHOLDERS))
