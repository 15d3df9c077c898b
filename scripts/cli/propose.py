"""The commands for proposals: python -m scripts propose | raise."""

import difflib
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from scripts.checks import PROTECTIVE_CODES, examine, read_sound
from scripts.cli.options import exit_uncleared, exit_with, package_option, sibling_folder
from scripts.contributing.draft_correction import draft_rows
from scripts.contributing.draft_revision import draft_revisions
from scripts.contributing.issue_form import Form, NotAFormError, read_form, read_templates
from scripts.contributing.validate_form import refuse_persons
from scripts.contributing.version_bump import bump_version
from scripts.errors import NotClearedError, NotReadableError, RefusedError
from scripts.files import write
from scripts.findings import Finding, as_text, is_clear
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.archives import read_archives

FORMS = Path(".github/ISSUE_TEMPLATE")
HIDDEN = "Neither is the difference shown nor a file written, so that nobody can be found in it."

day_option = click.option(
    "--day", "given", type=click.DateTime(["%Y-%m-%d"]), help="Day of the decision; by default today, in UTC."
)


@dataclass(frozen=True)
class Proposal:
    """The changes of a form: files by their path beside the package, what is missing, and what the checks find."""

    files: Mapping[str, bytes]
    missing: tuple[str, ...]
    findings: list[Finding]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do."""
        return not self.missing and is_clear(self.findings)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@package_option
@day_option
@click.option("--write", "is_written", is_flag=True, help="Change the files; otherwise only the difference is printed.")
def propose(file: Path, root: Path, given: datetime | None, is_written: bool) -> None:
    """Turn a filled-in form into changed rows, and say what is still missing.

    FILE is the text of an issue, or JSON with the identifiers of the same questions. The change is made on a copy and
    checked there. Exit 0 when it is complete, 1 when something is missing or refused, 2 when FILE is no form. Where
    somebody could be found in it, neither the difference is printed nor a file written.
    """
    form = _read_form(file)
    try:
        proposal = _try_on_copy(form, root, _day(given))
    except (RefusedError, NotReadableError) as error:
        exit_with(str(error))
    except NotClearedError as error:
        exit_uncleared(error, root)
    if PROTECTIVE_CODES & {finding.code for finding in proposal.findings}:
        exit_with(f"{as_text(proposal.findings)}\n{HIDDEN}")
    click.echo("\n".join(_differences(proposal.files, root.parent)))
    if is_written:
        write(proposal.files, root.parent)
    click.echo(_conclusion(proposal, is_written))
    sys.exit(0 if proposal.is_complete else 1)


@click.command(name="raise")
@package_option
@day_option
@click.option("--correction", "is_correction", is_flag=True, help="The coming release holds corrections only.")
def raise_command(root: Path, given: datetime | None, is_correction: bool) -> None:
    """Raise the version where it is that of the last release, in every file that names it; else leave it."""
    try:
        package = read_package(root)
    except NotReadableError as error:
        exit_with(str(error))
    last = read_archives(sibling_folder(root, None, "releases")).last
    if last is None or last.version != package.version:
        click.echo(f"The version is {package.version} already, which is not sealed.")
        return
    files = bump_version(package, _day(given), is_correction)
    write(files, root.parent)
    click.echo(f"The version is {read_package(root).version} now, in: {', '.join(files)}.")


def _day(given: datetime | None) -> date:
    return (given or datetime.now(UTC)).date()


def _read_form(file: Path) -> Form:
    """Read the form in a file; end the command where it is no form or points to a person."""
    try:
        form = read_form(file.read_text(encoding="utf-8-sig"), read_templates(FORMS))
        refuse_persons(form)
    except NotAFormError as error:
        exit_with(str(error), 2)
    except UnicodeDecodeError:
        exit_with("The file – is not text in UTF-8 – save it again.", 2)
    except RefusedError as error:
        exit_with(str(error))
    return form


def _try_on_copy(form: Form, root: Path, day: date) -> Proposal:
    """Make the changes of a form on a copy, and check it. Raises RefusedError, NotReadableError, NotClearedError."""
    docs, archives = sibling_folder(root, None, "docs"), sibling_folder(root, None, "releases")
    draft = draft_rows(form, read_sound(root, docs, archives), day)
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(root, Path(folder) / root.name))
        write(draft.files, copy.parent)
        try:
            entries = draft_revisions(form, read_sound(copy, docs, archives), day)
        except NotClearedError as error:
            raise NotClearedError(_relocate(error.findings, copy, root)) from None
        write(entries.files, copy.parent)
        findings = _relocate(examine(copy, docs, archives), copy, root)
    return Proposal({**draft.files, **entries.files}, (*draft.missing, *entries.missing), findings)


def _relocate(findings: list[Finding], copy: Path, root: Path) -> list[Finding]:
    """Let findings about a copy name the files of the original."""
    paths = copy.as_posix(), root.as_posix()
    return [
        replace(f, where=replace(f.where, file=f.where.file.replace(*paths)), message=f.message.replace(*paths))
        for f in findings
    ]


def _differences(files: Mapping[str, bytes], folder: Path) -> Iterator[str]:
    """The unified difference between files and those in a folder, with only the lines that change."""
    for path, content in files.items():
        before, after = ((text.decode().splitlines()) for text in ((folder / path).read_bytes(), content))
        yield from difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", n=0, lineterm="")


def _conclusion(proposal: Proposal, is_written: bool) -> str:
    findings = [as_text(proposal.findings)] if proposal.findings else []
    missing = ["Still missing:", *(f"  {sentence}" for sentence in proposal.missing)] if proposal.missing else []
    done = "The files are changed." if is_written else "Nothing was written; with --write (make: WRITE=1) it is."
    verdict = "Nothing is missing, and every check passes." if proposal.is_complete else "It is not complete yet."
    return "\n".join(("", *findings, *missing, f"{verdict} {done}"))
