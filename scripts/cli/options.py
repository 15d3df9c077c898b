"""The options that commands share, and the way they print findings and refuse."""

import json
import sys
from pathlib import Path
from typing import NoReturn

import click

from scripts.checks import Cleared, Folders, clear_folders
from scripts.errors import NotClearedError
from scripts.findings import Finding, as_github, as_json, as_text
from scripts.reading.declarations.contact import version_address

package_option = click.option(
    "--package",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("datapackage"),
    help="Folder of the package.",
)

docs_option = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the pages that people write; by default the one beside the package.",
)

_FORMATS = {"text": as_text, "json": as_json, "github": as_github}

format_option = click.option(
    "--format", "form", type=click.Choice(list(_FORMATS)), default="text", help="How findings are printed."
)


def sibling_folder(root: Path, given: Path | None, name: str) -> Path | None:
    """Choose the folder that was given, or else the one of this name beside the package; None where it is missing."""
    folder = given or root.parent / name
    return folder if folder.is_dir() else None


def find_folders(root: Path, docs: Path | None) -> Folders:
    """A package with the folders beside it; those that are not there are left out."""
    releases, tests = (sibling_folder(root, None, name) for name in ("releases", "tests"))
    return Folders(root, sibling_folder(root, docs, "docs"), releases, tests)


def site_root(root: Path) -> str:
    """Read the address of the site's newest release from the package's homepage; empty where that is unknown.

    The descriptor is read leniently, because commands need the address when the package cannot be read, too.
    """
    try:
        homepage = str(json.loads((root / "datapackage.json").read_text(encoding="utf-8")).get("homepage", ""))
    except (OSError, ValueError, AttributeError):
        return ""
    return version_address(homepage, "latest")


def clear_or_exit(root: Path, docs: Path | None) -> Cleared:
    """Clear a package, or end the command with all findings and exit status 1."""
    try:
        return clear_folders(find_folders(root, docs))
    except NotClearedError as error:
        exit_uncleared(error, root)


def print_findings(findings: list[Finding], form: str, root: Path) -> None:
    """Print findings, each with the page of the package's site that explains its rule."""
    click.echo(_FORMATS[form](findings, site_root(root)))


def exit_uncleared(error: NotClearedError, root: Path) -> NoReturn:
    """End the command with all findings about a package, and exit status 1."""
    exit_with(as_text(error.findings, site_root(root)))


def exit_with(message: str, status: int = 1) -> NoReturn:
    """End the command with a message for its user."""
    click.echo(message, err=True)
    sys.exit(status)
