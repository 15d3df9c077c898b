"""The command line: python -m scripts check | build | bundle."""

import sys
from pathlib import Path

import click

from scripts.checks import examine
from scripts.findings import as_github, as_json, as_text, is_clear

FORMATS = {"text": as_text, "json": as_json, "github": as_github}

package_option = click.option(
    "--package",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("datapackage"),
    help="Folder of the package.",
)


@click.group()
def main() -> None:
    """Check, show and publish the package."""


@main.command()
@package_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How findings are printed.")
def check(root: Path, form: str) -> None:
    """Check the package: exit 0 when it is cleared, 1 when there are findings, 2 when the command is misused."""
    findings = examine(root)
    click.echo(FORMATS[form](findings))
    sys.exit(0 if is_clear(findings) else 1)


if __name__ == "__main__":
    main()
