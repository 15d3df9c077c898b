"""The command that contributors run most: python -m scripts check, which imports nothing that shows or publishes."""

import sys
from pathlib import Path

import click

from scripts.checks import examine_folders
from scripts.cli.options import docs_option, find_folders, format_option, package_option, print_findings
from scripts.findings import is_clear


@click.command()
@package_option
@docs_option
@format_option
def check(root: Path, docs: Path | None, form: str) -> None:
    """Check the package: exit 0 when it is cleared, 1 when there are findings, 2 when the command is misused."""
    findings = examine_folders(find_folders(root, docs))
    print_findings(findings, form, root)
    sys.exit(0 if is_clear(findings) else 1)
