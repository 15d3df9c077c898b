"""Where to write to the project: its repository, and the private way; told to readers, never called."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from scripts.reading.declarations.strict_yaml import STRICT, read_declaration
from scripts.reading.package.descriptor import Package


@dataclass(frozen=True)
class Contact:
    """The project's addresses; an unknown one is empty.

    repository: without a slash at its end. private: the private way to write to us, as people read it.
    """

    repository: Annotated[str, StringConstraints(pattern=r"^(https://\S+[^/\s])?$")] = ""
    private: str = ""

    __pydantic_config__ = STRICT


def site_address(package: Package, homepage: str = "") -> str:
    """The address of the site of a package's version; empty where its homepage is not known."""
    return version_address(homepage or str(package.descriptor.get("homepage", "")), package.version)


def version_address(homepage: str, version: str) -> str:
    """The address of a version of the site, or of the newest one as `latest`; empty where its homepage is not known."""
    return f"{homepage.rstrip('/')}/{version}/" if homepage else ""


def read_contact(root: Path) -> Contact:
    """Read `addresses.yaml`; a package without one has none. Raises NotReadableError where it is not as it must be."""
    path = root / "addresses.yaml"
    return read_declaration(path, Contact) if path.is_file() else Contact()
