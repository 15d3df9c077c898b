"""Reads a YAML declaration into frozen dataclasses, strictly: an unknown, missing or doubled key is an error."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError

from scripts.errors import NotReadableError
from scripts.findings import Place, Rule

INVALID = Rule(
    "declaration-invalid",
    "A YAML file is missing, is not YAML, or has an unknown, missing or doubled key.",
    "Compare the file with the ones in the last release, key by key.",
)

RULES = (INVALID,)

STRICT = ConfigDict(extra="forbid", frozen=True)

Declared = TypeVar("Declared")


class _StrictLoader(yaml.CSafeLoader):
    """Refuses a mapping in which a key stands twice; plain YAML keeps the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping whose keys are all different."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        doubled = {key for key in keys if keys.count(key) > 1}
        if doubled:
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
        return dict(super().construct_mapping(node, deep))


def read_declaration(path: Path, shape: type[Declared]) -> Declared:
    """Read a YAML file of the given shape. Raises NotReadableError where it has another."""
    if not path.is_file():
        raise _invalid(path, None, "The file does not exist.")
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        row = error.problem_mark.line + 1 if error.problem_mark else None
        raise _invalid(path, row, f"It cannot be read: {error.problem}.") from None
    except (UnicodeDecodeError, yaml.YAMLError):
        raise _invalid(path, None, "It is not YAML in UTF-8.") from None
    try:
        return TypeAdapter(shape).validate_python(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        spot = ".".join(str(part) for part in first["loc"]) or "the file"
        raise _invalid(path, None, f"{spot}: {first['msg'].lower()}.") from None


def _invalid(path: Path, row: int | None, message: str) -> NotReadableError:
    return NotReadableError(INVALID.broken(Place(path.as_posix(), row), message))
