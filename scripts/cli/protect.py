"""The commands that protect people: python -m scripts audit | tabulate | personal | identity."""

import json
import sys
from pathlib import Path

import click

from scripts import git
from scripts.checks import commit_metadata, repository_scan
from scripts.cli.options import exit_with, format_option, package_option, print_findings
from scripts.cli.progress import step
from scripts.disclosure.audit.bound_propagation import ContradictionError
from scripts.disclosure.audit.intervals import exact_intervals, too_narrow
from scripts.disclosure.audit.solver import NotProvenError
from scripts.disclosure.audit.system import MalformedSystemError, read_system
from scripts.disclosure.tabulate import tabulate
from scripts.disclosure.tabulate.table import NotATableError
from scripts.errors import NotReadableError, RefusedError
from scripts.files import write
from scripts.findings import bounded, is_clear
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.release import read_release


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--width", type=click.IntRange(min=1), default=1, help="What the range of a withheld cell must at least be."
)
def audit(file: Path, width: int) -> None:
    """Say what a reader could work out about each cell of a system that is not published exactly.

    FILE is JSON: {"cells": {id: number, null or [low, high]}, "margins": [{"total": id, "parts": [id, …]}],
    "withheld_at_least": 0}. Prints {id: [low, high]}. Exit 0 when every withheld cell keeps the width, 1 when one does
    not or nothing can be proven, 2 when the file is malformed.
    """
    try:
        system = read_system(json.loads(file.read_text(encoding="utf-8")), width)
    except MalformedSystemError as error:
        exit_with(str(error), 2)
    except (UnicodeDecodeError, json.JSONDecodeError):
        exit_with("The file – is not JSON in UTF-8 – compare the help.", 2)
    try:
        found = exact_intervals(system)
    except (ContradictionError, NotProvenError) as error:
        exit_with(str(error))
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    disclosed = too_narrow(system, found)
    if disclosed:
        click.echo(f"Too narrow, so that a reader could tell: {', '.join(disclosed)}.", err=True)
    sys.exit(1 if disclosed else 0)


@click.command("tabulate")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("specification", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@package_option
def make_table(file: Path, specification: Path, folder: Path, root: Path) -> None:
    """Make a publishable table from a confidential list, CSV or Parquet, on your own machine.

    FILE is the list, SPECIFICATION says what to count by what (see the page on disclosure), FOLDER is where the table
    and its certificate go. Neither may lie in a checkout. Exit 0 when the table is protected, 1 when it is refused.
    """
    try:
        tabulate.refuse_work_trees(file, folder)
        with step("counted, protected and audited"):
            files = tabulate.tabulate(file, specification, read_release(read_package(root)))
        tabulate.refuse_filled_folder(folder)
        write(files, folder)
    except (RefusedError, NotATableError, NotProvenError, NotReadableError) as error:
        exit_with(str(error))
    click.echo(f"Read {folder.name}/certificate.json, then add the files to a proposal; the list stays where it is.")


@click.command()
@click.option(
    "--staged", is_flag=True, help="Look at what the next commit adds or changes, as it stands in git's index."
)
@click.option(
    "--range", "revisions", help="Look at all that commits add, messages too: A..B, or what git rev-list takes."
)
@click.option("--ref", "refs", multiple=True, help="Look at the name of a branch or tag, too.")
@format_option
def personal(staged: bool, revisions: str | None, refs: tuple[str, ...], form: str) -> None:
    """Look for persons in all that a proposal carries; without options, in all that git tracks or would track.

    Exit 0 when there is nothing, 1 when there are findings, 2 when git cannot tell what is carried.
    """
    here = Path()
    try:
        scope = repository_scan.read_scan_scope(here, here / "datapackage")
        if staged:
            found = repository_scan.check(git.staged_files(here), scope, is_whole=False)
        elif revisions:
            found = repository_scan.check(git.added_files(here, revisions), scope, is_whole=False)
        else:
            found = repository_scan.check(git.tracked_files(here), scope)
        findings = list(bounded((*repository_scan.check_ref_names(refs), *found)))
    except NotReadableError as error:
        findings = [error.finding]
    except git.NoHistoryError as error:
        exit_with(f"The proposal – cannot be read: {error} – run this in a checkout that has its history.", 2)
    print_findings(findings, form, here / "datapackage")
    sys.exit(0 if is_clear(findings) else 1)


@click.command()
@click.option("--range", "revisions", help="Look at commits that are there: A..B; by default at the coming one.")
@format_option
def identity(revisions: str | None, form: str) -> None:
    """Say what commits tell of whoever made them: address, time zone, data in pictures. It warns and forbids nothing.

    Exit 0 whatever it finds, 2 when git cannot tell.
    """
    here = Path()
    try:
        signatures = git.commit_signatures(here, revisions) if revisions else git.next_signatures(here)
        files = git.added_files(here, revisions) if revisions else git.staged_files(here)
        findings = list(bounded(commit_metadata.check(signatures, files)))
    except git.NoHistoryError as error:
        exit_with(f"The commit – cannot be read: {error} – run this in a checkout, after `git config user.name`.", 2)
    print_findings(findings, form, here / "datapackage")
