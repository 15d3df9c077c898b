"""The words that a reader sees and that are neither prose nor in the descriptor, one file a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.reading.declarations import STRICT, read_declaration


@dataclass(frozen=True)
class Labels:
    """Words of one language: of the interface, of pages, and of each value of a field that has a fixed list."""

    language: str
    name: str
    interface: Mapping[str, str]
    qualifiers: Mapping[str, str]
    units: Mapping[str, str]
    derived: Mapping[str, str]
    fields: Mapping[str, Mapping[str, str]]

    __pydantic_config__ = STRICT

    def of(self, field: str, value: str) -> str:
        """The word for a value of a field with a fixed list, such as a kind or a status."""
        return self.fields[field][value]

    def __getitem__(self, key: str) -> str:
        """A word or sentence of the interface."""
        return self.interface[key]


def read_labels(root: Path) -> Mapping[str, Labels]:
    """Read every `labels/<language>.yaml`. Raises NotReadableError where one is not as it must be."""
    return {path.stem: read_declaration(path, Labels) for path in sorted((root / "labels").glob("*.yaml"))}
