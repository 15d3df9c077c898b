"""The command line: python -m scripts check | personal | build | audit | compare | release | sealed | verify."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click

from scripts.checks import Cleared, carried, examine
from scripts.disclosure import tabulate
from scripts.disclosure.intervals import intervals, too_narrow
from scripts.disclosure.programs import NotProvenError
from scripts.disclosure.propagation import ContradictionError
from scripts.disclosure.specification import RefusedError
from scripts.disclosure.system import MalformedSystemError, read_system
from scripts.disclosure.tables import NotATableError
from scripts.findings import as_github, as_json, as_text, bounded, is_clear
from scripts.options import beside, cleared, docs_option, package_option
from scripts.publishing import bundle, chart_data
from scripts.reading import proposal
from scripts.reading.package import NotReadableError, read_package
from scripts.reading.release import read_release
from scripts.releasing import COMMANDS
from scripts.showing import interactive, pages
from scripts.showing.site import Site

LIBRARY = "build/files/assets/vega.js"
FORMATS = {"text": as_text, "json": as_json, "github": as_github}

format_option = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How findings are printed."
)


@click.group()
def main() -> None:
    """Check, show and publish the package."""


for command in COMMANDS:
    main.add_command(command)


@main.command()
@package_option
@docs_option
@format_option
def check(root: Path, docs: Path | None, form: str) -> None:
    """Check the package: exit 0 when it is cleared, 1 when there are findings, 2 when the command is misused."""
    findings = examine(root, beside(root, docs, "docs"), beside(root, None, "releases"))
    click.echo(FORMATS[form](findings))
    sys.exit(0 if is_clear(findings) else 1)


@main.command()
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
        registers = carried.read_registers(here, here / "datapackage")
        if staged:
            found = carried.check(proposal.staged(here), registers, is_whole=False)
        elif revisions:
            found = carried.check(proposal.added(here, revisions), registers, is_whole=False)
        else:
            found = carried.check(proposal.tracked(here), registers)
        findings = list(bounded((*carried.names(refs), *found)))
    except NotReadableError as error:
        findings = [error.finding]
    except proposal.NoHistoryError as error:
        click.echo(f"The proposal – cannot be read: {error} – run this in a checkout that has its history.", err=True)
        sys.exit(2)
    click.echo(FORMATS[form](findings))
    sys.exit(0 if is_clear(findings) else 1)


@main.command()
@package_option
@docs_option
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Project root to write into.",
)
@click.option(
    "--created",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="Day of the release, best the last commit's.",
)
def build(root: Path, docs: Path | None, into: Path, created: datetime) -> None:
    """Write what MkDocs needs: pages, charts, and the package for download, all from the cleared release."""
    with _step("checked"):
        release = cleared(root, docs)
    with _step("packed"):
        files = _downloads(release, created.date(), into)
    sizes = {path.removeprefix("build/files/"): len(content) for path, content in files.items()}
    kept = {*files, LIBRARY}
    for labels in release.labels.values():
        with _step(f"drawn and composed ({labels.language})"):
            content = pages.compose(Site(release, labels, sizes, created.date()))
        with _step(f"written ({labels.language})"):
            pages.write(content, into)
        kept |= content.keys()
    pages.write(files, into)
    pages.sweep(kept, into)


@main.command()
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
        click.echo(str(error), err=True)
        sys.exit(2)
    except (UnicodeDecodeError, json.JSONDecodeError):
        click.echo("The file – is not JSON in UTF-8 – compare the help.", err=True)
        sys.exit(2)
    try:
        found = intervals(system)
    except (ContradictionError, NotProvenError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    narrow = too_narrow(system, found)
    if narrow:
        click.echo(f"Too narrow, so that a reader could tell: {', '.join(narrow)}.", err=True)
    sys.exit(1 if narrow else 0)


@main.command("tabulate")
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
        with _step("counted, protected and audited"):
            files = tabulate.tabulate(file, specification, read_release(read_package(root)))
        tabulate.write(files, folder)
    except (RefusedError, NotATableError, NotProvenError, NotReadableError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"Read {folder.name}/certificate.json, then add the files to a proposal; the list stays where it is.")


def _downloads(release: Cleared, created: date, root: Path) -> dict[str, bytes]:
    files = bundle.bundle(release, created, root)
    for language in release.labels:
        files |= {f"{language}/charts/{name}.csv": table for name, table in chart_data.tables(release).items()}
    computed = {f"build/files/{path}": content for path, content in files.items()}
    if not interactive.is_current(root / LIBRARY):
        computed[LIBRARY] = interactive.library().encode()
    return computed


@contextmanager
def _step(name: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    click.echo(f"  {time.monotonic() - start:5.1f} s  {name}", err=True)


if __name__ == "__main__":
    main()
