"""The list of commands is quick to print, true to each command, and imports nothing that a command does not need."""

import subprocess
import sys

import pytest
from click import Context

from scripts.__main__ import main
from scripts.cli.commands import COMMANDS
from tests.conftest import ROOT

_RUN = """
import runpy, sys
try:
    runpy.run_module("scripts", run_name="__main__", alter_sys=True)
finally:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    """Every module that a run of the command line imports."""
    line = [sys.executable, "-c", _RUN, *arguments]
    return {*subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stderr.split()}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_names_a_command_and_the_first_line_of_its_docstring(name: str) -> None:
    command = main.get_command(Context(main), name)
    assert command is not None
    assert (command.name, (command.help or "").splitlines()[0]) == (name, COMMANDS[name].help)


def test_the_help_of_the_command_line_imports_no_command() -> None:
    modules = imported_by("--help")
    assert {name for name in modules if name.startswith("scripts")} == {
        "scripts",
        "scripts.cli",
        "scripts.cli.commands",
    }
    assert not modules & {"numpy", "frictionless", "jinja2", "yaml"}


def test_a_check_needs_nothing_that_shows_or_publishes() -> None:
    modules = imported_by("check")
    assert "scripts.checks" in modules
    unneeded = (
        "scripts.website",
        "scripts.publishing",
        "scripts.contributing",
        "pandas",
        "altair",
        "mkdocs",
        "pyarrow",
    )
    assert [name for name in modules if name.startswith(unneeded)] == []
