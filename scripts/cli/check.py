"""The command that contributors run most: python -m scripts check, which imports nothing that shows or publishes."""

import sys
from pathlib import Path

import click

from scripts.checks import examine
from scripts.cli.options import docs_option, format_option, package_option, print_findings, sibling_folder
from scripts.findings import is_clear


@click.command()
@package_option
@docs_option
@format_option
def check(root: Path, docs: Path | None, form: str) -> None:
    """Check the package: exit 0 when it is cleared, 1 when there are findings, 2 when the command is misused."""
    findings = examine(
        root, sibling_folder(root, docs, "docs"), sibling_folder(root, None, "releases"), in_background=True
    )
    print_findings(findings, form, root)
    sys.exit(0 if is_clear(findings) else 1)
