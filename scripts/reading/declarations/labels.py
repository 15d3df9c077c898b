"""The words that a reader sees and that are neither prose nor in the descriptor, one file a language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.reading.declarations.strict_yaml import STRICT, read_declaration

_FLAT = ("interface", "qualifiers", "units", "derived")


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


def with_fallback(labels: Labels, original: Labels) -> Labels:
    """The labels of a language with the original's words where it has none."""
    return replace(
        labels,
        interface={**original.interface, **labels.interface},
        qualifiers={**original.qualifiers, **labels.qualifiers},
        units={**original.units, **labels.units},
        derived={**original.derived, **labels.derived},
        fields={name: {**values, **labels.fields.get(name, {})} for name, values in original.fields.items()},
    )


def flattened(labels: Labels) -> Mapping[str, str]:
    """Every word of a language by its place in the file (`interface.since`)."""
    flat = {f"{name}.{key}": word for name in _FLAT for key, word in getattr(labels, name).items()}
    listed = {f"fields.{f}.{value}": word for f, values in labels.fields.items() for value, word in values.items()}
    return flat | listed
