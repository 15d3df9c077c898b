"""The command line: python -m scripts check | build."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click

from scripts.checks import Cleared, NotClearedError, clear, examine
from scripts.findings import as_github, as_json, as_text, is_clear
from scripts.publishing import bundle, chart_data
from scripts.showing import interactive, pages
from scripts.showing.site import Site

FORMATS = {"text": as_text, "json": as_json, "github": as_github}

package_option = click.option(
    "--package",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("datapackage"),
    help="Folder of the package.",
)


docs_option = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the pages that people write; by default the one beside the package.",
)


@click.group()
def main() -> None:
    """Check, show and publish the package."""


@main.command()
@package_option
@docs_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How findings are printed.")
def check(root: Path, docs: Path | None, form: str) -> None:
    """Check the package: exit 0 when it is cleared, 1 when there are findings, 2 when the command is misused."""
    findings = examine(root, _beside(root, docs))
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
        release = _cleared(root, _beside(root, docs))
    with _step("packed"):
        files = _downloads(release, created.date(), into)
    sizes = {path.removeprefix("build/files/"): len(content) for path, content in files.items()}
    for labels in release.labels.values():
        with _step(f"drawn and composed ({labels.language})"):
            content = pages.compose(Site(release, labels, sizes, created.date()))
        with _step(f"written ({labels.language})"):
            pages.write(content, into)
    pages.write(files, into)


def _downloads(release: Cleared, created: date, root: Path) -> dict[str, bytes]:
    files = bundle.bundle(release, created, root)
    for language in release.labels:
        files |= {f"{language}/charts/{name}.csv": table for name, table in chart_data.tables(release).items()}
    if not interactive.is_current(root / "build/files/assets/vega.js"):
        files["assets/vega.js"] = interactive.library().encode()
    return {f"build/files/{path}": content for path, content in files.items()}


def _beside(root: Path, docs: Path | None) -> Path | None:
    beside = docs or root.parent / "docs"
    return beside if beside.is_dir() else None


def _cleared(root: Path, docs: Path | None) -> Cleared:
    try:
        return clear(root, docs)
    except NotClearedError as error:
        click.echo(as_text(error.findings), err=True)
        sys.exit(1)


@contextmanager
def _step(name: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    click.echo(f"  {time.monotonic() - start:5.1f} s  {name}", err=True)


if __name__ == "__main__":
    main()
