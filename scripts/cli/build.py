"""The command that computes what the site needs: python -m scripts build."""

from datetime import date, datetime
from pathlib import Path

import click

from scripts.checks import Cleared, release_in_language
from scripts.cli.options import clear_or_exit, docs_option, folder_beside, package_option, step
from scripts.files import write
from scripts.publishing import downloads
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.code_samples import read_code_samples, read_vintage_samples
from scripts.reading.declarations.contact import site_address
from scripts.reading.declarations.labels import Labels, with_fallback
from scripts.reading.declarations.worked_examples import read_worked_examples
from scripts.website.charts.worked_examples import ResearchContent, run_examples
from scripts.website.pages import generate
from scripts.website.pages.context import PageContext

created_option = click.option(
    "--created",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="Day of the release, best the last commit's.",
)


@click.command()
@package_option
@docs_option
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Project root to write into.",
)
@created_option
def build(root: Path, docs: Path | None, into: Path, created: datetime) -> None:
    """Write what MkDocs needs: pages, charts, and the package for download, all from the cleared release."""
    with step("checked"):
        release = clear_or_exit(root, docs)
    with step("packed"):
        files = downloads.all_downloads(release, created.date(), into)
    sizes = {path: len(content) for path, content in files.items()}
    with step("examples run"):
        research = _research(release, folder_beside(root, docs, "docs"))
    written: dict[str, str | bytes] = {f"build/files/{path}": content for path, content in files.items()}
    languages = [with_fallback(labels, release.labels[ORIGINAL]) for labels in release.labels.values()]
    for labels in languages:
        with step(f"drawn and composed ({labels.language})"):
            written |= _pages(release, labels, (sizes, created.date(), research))
    written |= generate.front(languages, site_address(release.package))
    write(written, into)
    generate.sweep(written, into)


COMMANDS = (build,)


def _pages(
    release: Cleared, labels: Labels, context: tuple[dict[str, int], date, ResearchContent]
) -> dict[str, str | bytes]:
    """Draw and compose every page and image of one language."""
    sizes, day, research = context
    page_context = PageContext(release_in_language(release, labels.language), labels, sizes, day, research)
    return {**generate.compose(page_context), **generate.images(page_context)}


def _research(release: Cleared, docs: Path | None) -> ResearchContent:
    """Read the code samples, and run the worked examples on this release."""
    original = release.labels[ORIGINAL]
    return ResearchContent(
        read_code_samples(docs),
        read_vintage_samples(docs),
        run_examples(read_worked_examples(docs), release, original),
    )
