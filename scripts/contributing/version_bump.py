"""Raises the version of a package, in the descriptor and wherever a document names the coming release."""

import re
from datetime import date

from scripts.reading.package.descriptor import Package
from scripts.reading.release.archives import version_key

# Documents beside the package that name the coming release; a test holds them against the descriptor.
_NAMING = ("CITATION.cff", "README.md", "docs/*/about/cite.md")


def next_version(version: str, day: date, is_correction: bool) -> str:
    """The version after a sealed one: YEAR.N.1 for corrections only, else the next of its year, or a year's first."""
    year, number, correction = version_key(version)
    if is_correction:
        return f"{year}.{number}.{correction + 1}"
    return f"{year}.{number + 1}" if day.year <= year else f"{day.year}.1"


def bump_version(package: Package, day: date, is_correction: bool) -> dict[str, bytes]:
    """Every file that names a package's version, with the one after it, by its path beside the package."""
    root, old = package.root.parent, package.version
    new = next_version(old, day, is_correction)
    named = re.compile(rf"(?<![\d.]){re.escape(old)}(?!\.?\d)")
    descriptor = package.root / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8")
    files = {
        f"{package.root.name}/datapackage.json": re.sub(
            rf'("version"\s*:\s*)"{re.escape(old)}"', rf'\1"{new}"', text, count=1
        )
    }
    for path in (path for pattern in _NAMING for path in sorted(root.glob(pattern))):
        files[path.relative_to(root).as_posix()] = named.sub(new, path.read_text(encoding="utf-8"))
    return {name: content.encode() for name, content in files.items()}
