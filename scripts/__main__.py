"""The command line: python -m scripts COMMAND."""

import click

from scripts.cli import build, check, finish, links, propose, protect, release, review, translate


@click.group()
def main() -> None:
    """Check, show and publish the package."""


for room in (build, finish, check, propose, protect, release, review, links, translate):
    for command in room.COMMANDS:
        main.add_command(command)

if __name__ == "__main__":
    main()
