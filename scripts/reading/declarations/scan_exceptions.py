"""The register of exceptions of the repository scan: files that commands write, and files that people reviewed."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from scripts.reading.declarations.strict_yaml import STRICT, read_declaration

REGISTER = ".githooks/exceptions.yaml"


@dataclass(frozen=True)
class Generated:
    """Files that a command writes: images, archives, and texts that need digests."""

    files: str
    by: str

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class ScanException:
    """Files that people have reviewed, so that they may break these rules; and why."""

    files: str
    rules: tuple[str, ...]
    reason: str

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class ScanExceptions:
    """The register as a whole; `files` is a pattern in which * stands for any characters, also slashes."""

    written: tuple[Generated, ...]
    exceptions: tuple[ScanException, ...]

    __pydantic_config__ = STRICT

    def is_generated(self, path: str) -> bool:
        """Whether a command writes the file."""
        return any(fnmatchcase(path, written.files) for written in self.written)

    def matching(self, path: str, rule: str) -> list[tuple[str, str]]:
        """The exceptions that let a file break a rule, each as its files and the rule."""
        return [(e.files, rule) for e in self.exceptions if rule in e.rules and fnmatchcase(path, e.files)]


def read_scan_exceptions(root: Path) -> ScanExceptions:
    """Read the register of a repository. Raises NotReadableError where it is missing or not as it must be."""
    return read_declaration(root / REGISTER, ScanExceptions)
