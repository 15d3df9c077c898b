"""The commands around a release: python -m scripts compare | deploy | release | sealed | verify."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from scripts.checks import examine_folders, read_sound
from scripts.checks.archives import altered_archives
from scripts.cli.options import (
    clear_or_exit,
    docs_option,
    exit_uncleared,
    exit_with,
    find_folders,
    package_option,
    sibling_folder,
    site_root,
)
from scripts.contributing import pr_summary, release_diff
from scripts.errors import NotClearedError, NotReadableError, RefusedError
from scripts.files import sha256
from scripts.findings import Finding, as_text
from scripts.git import NoCommitError, files_at, read_commit, tracked_names
from scripts.publishing.archive.deploy import BRANCH
from scripts.publishing.archive.deploy import deploy_version as write_version
from scripts.publishing.archive.seal import refuse_uncommitted, remove_unfinished, seal, write_all_or_nothing
from scripts.publishing.archive.verify import verify
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.package.descriptor import Package, read_package
from scripts.reading.package.figures import figure_resources
from scripts.reading.package.revisions import read_revisions
from scripts.reading.release.archives import archive_name, read_archive, read_index
from scripts.reading.release.release import Release
from scripts.website.text.plain_references import plain_references

FORMATS = ("text", "markdown", "json")
NEXT = """Sealed: {version}, SHA-256 {digest}
Next:
  git add releases && git commit -m "Seal release {version}"
  git tag v{version} && git push origin HEAD v{version}
Then raise the version in datapackage.json before the first change.
"""


@click.command()
@package_option
@docs_option
def release(root: Path, docs: Path | None) -> None:
    """Seal the release: exit 0 when it is done, 1 when it is refused and nothing has changed."""
    folder = root.parent / "releases"
    try:
        _remove_unfinished_archive(root, folder)
        commit = read_commit(root)
        refuse_uncommitted(commit)
        cleared = clear_or_exit(root, docs)
        resolve = plain_references(cleared, cleared.labels[ORIGINAL])
        archive = seal(cleared, commit, root.parent, resolve)
        write_all_or_nothing(archive.files, folder)
    except (RefusedError, NoCommitError, NotReadableError) as error:
        exit_with(str(error))
    except OSError as error:
        exit_with(f"{folder} – cannot be written: {error.strerror} – nothing is sealed; make room and try again.")
    else:
        click.echo(NEXT.format(version=archive.version, digest=archive.sha256), nl=False)


@click.command(name="compare")
@package_option
@docs_option
@click.option("--against", help="A sealed version, a folder of a package or an archive; by default the last release.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How it is printed.")
def compare_command(root: Path, docs: Path | None, against: str | None, form: str) -> None:
    """Say what changed since a release, and print the entries that revisions.csv lacks. It prints cells."""
    docs, folder = sibling_folder(root, docs, "docs"), sibling_folder(root, None, "releases")
    try:
        now = read_sound(root, docs, folder)
        previous = _find_previous(now, against)
    except NotClearedError as error:
        if form == "markdown":
            click.echo(pr_summary.unreadable_summary(error.findings, site_root(root)))
        exit_uncleared(error, root)
    except NotReadableError as error:
        exit_with(str(error), 2)
    else:
        if previous is None:
            click.echo("Nothing was sealed yet, so that everything is new and nothing needs an entry.")
        else:
            diff = release_diff.compare_releases(now, previous, datetime.now(UTC).date())
            findings = examine_folders(find_folders(root, docs)) if form == "markdown" else []
            click.echo(_format_diff(form, diff, now, findings).rstrip())


@click.command()
@package_option
@click.option("--base", required=True, help="A branch, tag or commit; its sealed releases must all be here unchanged.")
def sealed(root: Path, base: str) -> None:
    """Compare the sealed releases with those of another branch: exit 0 when none was changed, 1 when one was."""
    folder = root.parent / "releases"
    try:
        before = files_at(base, folder)
    except NoCommitError as error:
        exit_with(str(error), 2)
    now = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} if folder.is_dir() else {}
    findings = list(altered_archives(before, now))
    click.echo(as_text(findings))
    sys.exit(1 if findings else 0)


@click.command(name="verify")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--index", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The index of releases.")
def verify_command(path: Path, index: Path | None) -> None:
    """Say whether a downloaded package is whole and the published one.

    PATH is the zip or the folder into which it was unpacked. Exit 0 when nothing is wrong, 1 when something is, 2 when
    the command is misused. Without an index nobody can know whether it was published; `releases/index.csv` is taken
    where it is there.
    """
    default = Path("releases/index.csv")
    index = index or (default if default.is_file() else None)
    entries, faults = read_index(index) if index else (None, ())
    if faults:
        exit_with(as_text(list(faults)), 2)
    verdict = verify(path, entries)
    click.echo(as_text(list(verdict.findings)))
    if not verdict.findings:
        known = f"It is release {verdict.version} as it was published."
        unknown = "It is whole; without an index of releases nobody can know whether it was published."
        click.echo(known if verdict.published else unknown)
    sys.exit(1 if verdict.findings else 0)


@click.command()
@package_option
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("site"),
    help="The built site of this release.",
)
def deploy(root: Path, site: Path) -> None:
    """Commit the built site of a sealed release beside the earlier ones to gh-pages: exit 0, or 1 when refused."""
    try:
        package = read_package(root)
        _refuse_unsealed(package.version, site, root.parent / "releases" / "index.csv")
        figures = {resource.name for resource in figure_resources(package)}
        revisions = [revision for revision in read_revisions(package) if revision.resource in figures]
        write_version(site, package.version, revisions, root.parent)
    except (RefusedError, NotReadableError) as error:
        exit_with(str(error))
    else:
        click.echo(f"Deployed: {package.version}. Next:\n  git push origin {BRANCH}")


def _remove_unfinished_archive(root: Path, folder: Path) -> None:
    """Delete the archive of an interrupted run, if it is neither in the index nor tracked by git."""
    index = folder / "index.csv"
    listed = {entry.archive for entry in read_index(index)[0]} if index.is_file() else set()
    name = archive_name(read_package(root).version)
    unfinished = {name} - listed - (tracked_names(folder) if folder.is_dir() else set())
    remove_unfinished(folder, unfinished)


def _refuse_unsealed(version: str, site: Path, index: Path) -> None:
    """Raise RefusedError where a version was not sealed or the site lacks its sealed archive."""
    entries = read_index(index)[0] if index.is_file() else ()
    sealed_as = next((entry for entry in entries if entry.version == version), None)
    if sealed_as is None:
        raise RefusedError(f"Version {version} – is not sealed – run `make release` first.")
    archive = site / "releases" / sealed_as.archive
    if not archive.is_file() or sha256(archive.read_bytes()) != sealed_as.sha256:
        raise RefusedError(f"{archive} – is not the archive that was sealed – run `make site` on the sealed release.")


def _format_diff(form: str, diff: release_diff.ReleaseDiff, now: Release, findings: list[Finding]) -> str:
    if form == "markdown":
        return pr_summary.summary_markdown(diff, now, findings, site_root(now.package.root))
    return release_diff.diff_as_json(diff) if form == "json" else release_diff.diff_as_text(diff)


def _find_previous(now: Release, against: str | None) -> Package | None:
    if against is None:
        return now.archives.last.package if now.archives.last else None
    if against in now.archives.sealed:
        return now.archives.sealed[against].package
    path = Path(against)
    return read_archive(path) if path.is_file() else read_package(path)
