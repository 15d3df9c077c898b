"""The command line: python -m scripts check | build, and the commands that propose, protect, release and tend."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from scripts import proposing, protecting, releasing, tending
from scripts.checks import Cleared, examine
from scripts.findings import is_clear
from scripts.options import FINDINGS, beside, cleared, docs_option, format_option, package_option, step
from scripts.publishing import bundle, chart_data, versions, vintages
from scripts.showing import interactive, pages
from scripts.showing.site import Site

LIBRARY = "build/files/assets/vega.js"


@click.group()
def main() -> None:
    """Check, show and publish the package."""


for command in (*proposing.COMMANDS, *protecting.COMMANDS, *releasing.COMMANDS, *tending.COMMANDS):
    main.add_command(command)


@main.command()
@package_option
@docs_option
@format_option
def check(root: Path, docs: Path | None, form: str) -> None:
    """Check the package: exit 0 when it is cleared, 1 when there are findings, 2 when the command is misused."""
    findings = examine(root, beside(root, docs, "docs"), beside(root, None, "releases"))
    click.echo(FINDINGS[form](findings))
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
    with step("checked"):
        release = cleared(root, docs)
    with step("packed"):
        files = _downloads(release, created.date(), into)
    sizes = {path.removeprefix("build/files/"): len(content) for path, content in files.items()}
    kept = {*files, LIBRARY}
    for labels in release.labels.values():
        with step(f"drawn and composed ({labels.language})"):
            content = pages.compose(Site(release, labels, sizes, created.date()))
        with step(f"written ({labels.language})"):
            pages.write(content, into)
        kept |= content.keys()
    pages.write(files, into)
    pages.sweep(kept, into)


def _downloads(release: Cleared, created: date, root: Path) -> dict[str, bytes]:
    files = bundle.bundle(release, created, root) | versions.addresses(release)
    files["releases/vintages.csv"] = vintages.table(release)
    for language in release.labels:
        files |= {f"{language}/charts/{name}.csv": table for name, table in chart_data.tables(release).items()}
    computed = {f"build/files/{path}": content for path, content in files.items()}
    if not interactive.is_current(root / LIBRARY):
        computed[LIBRARY] = interactive.library().encode()
    return computed


if __name__ == "__main__":
    main()
