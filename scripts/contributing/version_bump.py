"""Raises the version of a package, in the descriptor and in each document that names the coming release."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scripts.reading.package.descriptor import Package
from scripts.reading.release.archives import version_key


class VersionMention(NamedTuple):
    """Where files name the version of the coming release.

    files: a glob of paths. line: a regular expression for the beginning of a line, up to the version.
    """

    files: str
    line: str


# A test holds every document against the descriptor. Prose cannot bind the version as it binds figures; once pages can,
# the pages on citing leave this list.
_MENTIONS = (
    VersionMention("CITATION.cff", r'version: "?'),
    VersionMention("README.md", r"Cite the release: .*Release "),
    VersionMention("docs/*/about/cite.md", r"> .*"),  # the model citation of a figure, a quotation in every language
)


def next_version(version: str, day: date, is_correction: bool) -> str:
    """Name the version after a sealed one: YEAR.N.1 for corrections only, else the year's next or its first."""
    year, number, correction = version_key(version)
    if is_correction:
        return f"{year}.{number}.{correction + 1}"
    return f"{year}.{number + 1}" if day.year <= year else f"{day.year}.1"


def bump_version(package: Package, day: date, is_correction: bool) -> dict[str, bytes]:
    """Write the next version into every file that names a package's version; give each by its path beside the package.

    The descriptor is edited as text, so that its layout stays and a proposal shows one changed line.
    """
    root, old = package.root.parent, package.version
    new = next_version(old, day, is_correction)
    descriptor = (package.root / "datapackage.json").read_text(encoding="utf-8")
    version = rf'("version"\s*:\s*)"{re.escape(old)}"'
    files = {f"{package.root.name}/datapackage.json": re.sub(version, rf'\1"{new}"', descriptor, count=1)}
    for mention in _MENTIONS:
        for path in sorted(root.glob(mention.files)):
            files[path.relative_to(root).as_posix()] = _replace_version(path, mention, (old, new))
    return {name: content.encode() for name, content in files.items()}


def _replace_version(path: Path, mention: VersionMention, versions: tuple[str, str]) -> str:
    old, new = versions
    pattern = re.compile(rf"^({mention.line})(?<![\d.]){re.escape(old)}(?!\.?\d)", re.MULTILINE)
    return pattern.sub(rf"\g<1>{new}", path.read_text(encoding="utf-8"))
