"""Reads the programs that pages show: texts with placeholders such as `{{ table }}`, filled by Jinja in its sandbox."""

from collections.abc import Set
from pathlib import Path

from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from scripts.errors import NotReadableError
from scripts.findings import Place
from scripts.reading.declarations.strict_yaml import INVALID

_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined)


def read_program(file: Path, placeholders: Set[str]) -> str:
    """Read a program with its placeholders.

    Raises NotReadableError where it is missing, or has a placeholder other than these.
    """
    if not file.is_file():
        raise _unreadable(file, "The declaration names it, and it is missing.")
    program = file.read_text(encoding="utf-8").rstrip()
    try:
        names = meta.find_undeclared_variables(_ENVIRONMENT.parse(program))
    except TemplateError:
        raise _unreadable(file, "A placeholder in it is not closed or not spelled as one.") from None
    if names - placeholders:
        raise _unreadable(file, f"It may have these placeholders alone: {', '.join(sorted(placeholders))}.")
    return program


def render_program(program: str, **values: str) -> str:
    """Fill the placeholders of a program."""
    return _ENVIRONMENT.from_string(program).render(values)


def _unreadable(file: Path, message: str) -> NotReadableError:
    return NotReadableError(INVALID.broken(Place(file.as_posix()), message))
