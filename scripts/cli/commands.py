"""The list of commands: where each one is defined, and its short help, so that listing them imports none of them."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click


class LazyCommand(NamedTuple):
    """A command that is imported when it runs: `module:attribute` below `scripts.cli`, and its docstring's first line.

    A test holds the help against the command's own docstring.
    """

    target: str
    help: str


COMMANDS = {
    "build": LazyCommand(
        "build:build",
        "Write what MkDocs needs: pages, charts, and the package for download, all from the cleared release.",
    ),
    "finish": LazyCommand(
        "finish:finish",
        "Build the pages of every language, make one site of them, and pack it for reading offline.",
    ),
    "check": LazyCommand(
        "check:check",
        "Check the package: exit 0 when it is cleared, 1 when there are findings, 2 when the command is misused.",
    ),
    "propose": LazyCommand(
        "propose:propose",
        "Turn a filled-in form into changed rows, and say what is still missing.",
    ),
    "raise": LazyCommand(
        "propose:raise_command",
        "Raise the version where it is that of the last release, in every file that names it; else leave it.",
    ),
    "audit": LazyCommand(
        "protect:audit",
        "Say what a reader could work out about each cell of a system that is not published exactly.",
    ),
    "tabulate": LazyCommand(
        "protect:make_table",
        "Make a publishable table from a confidential list, CSV or Parquet, on your own machine.",
    ),
    "personal": LazyCommand(
        "protect:personal",
        "Look for persons in all that a proposal carries; without options, in all that git tracks or would track.",
    ),
    "identity": LazyCommand(
        "protect:identity",
        "Say what commits tell of whoever made them: address, time zone, data in pictures."
        " It warns and forbids nothing.",
    ),
    "release": LazyCommand(
        "release:release",
        "Seal the release: exit 0 when it is done, 1 when it is refused and nothing has changed.",
    ),
    "compare": LazyCommand(
        "release:compare_command",
        "Say what changed since a release, and print the entries that revisions.csv lacks. It prints cells.",
    ),
    "deploy": LazyCommand(
        "release:deploy",
        "Commit the built site of a sealed release beside the earlier ones to gh-pages: exit 0, or 1 when refused.",
    ),
    "sealed": LazyCommand(
        "release:sealed",
        "Compare the sealed releases with those of another branch: exit 0 when none was changed, 1 when one was.",
    ),
    "verify": LazyCommand(
        "release:verify_command",
        "Say whether a downloaded package is whole and the published one.",
    ),
    "pictures": LazyCommand(
        "review:pictures_command",
        "Draw the charts that a proposal moves, before and after, and name them in Markdown.",
    ),
    "links": LazyCommand(
        "links:links",
        "Say which sources stopped answering and which have no archived copy; it asks the web, and blocks nothing.",
    ),
    "translations": LazyCommand(
        "translate:translations",
        "Bring the catalogues up to date with the package's texts, and enter translated PAGES as up to date.",
    ),
}


class LazyGroup(click.Group):
    """A group that imports a command when it runs, as click's documentation advises for large command lines."""

    def __init__(self, *arguments: Any, lazy: Mapping[str, LazyCommand], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in the order of letters."""
        return sorted(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is none of this name."""
        if cmd_name not in self.lazy:
            return None
        module, attribute = self.lazy[cmd_name].target.split(":")
        command: click.Command = getattr(import_module(f"scripts.cli.{module}"), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the short help of the table, without importing them."""
        stubs = [click.Command(name, help=command.help) for name, command in self.lazy.items()]
        click.Group(commands=stubs).format_commands(ctx, formatter)
