"""The command line: python -m scripts COMMAND."""

import click

from scripts.cli.commands import COMMANDS, LazyGroup


@click.group(cls=LazyGroup, lazy=COMMANDS)
def main() -> None:
    """Check, show and publish the package."""


if __name__ == "__main__":
    main()
