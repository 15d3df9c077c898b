"""The command that generates the input of MkDocs: python -m scripts build."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import chain, islice
from pathlib import Path

import click

from scripts import layout
from scripts.checks import Cleared, release_in_language
from scripts.cli.options import clear_or_exit, docs_option, package_option, sibling_folder
from scripts.cli.progress import step
from scripts.files import write
from scripts.publishing import downloads
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.code_samples import read_code_samples, read_flat_samples, read_vintage_samples
from scripts.reading.declarations.contact import site_address
from scripts.reading.declarations.labels import Labels, with_fallback
from scripts.reading.declarations.worked_examples import read_worked_examples
from scripts.website.charts.build_models import chart_models
from scripts.website.charts.draw_all import draw_all
from scripts.website.charts.render import Drawing
from scripts.website.charts.worked_examples import ResearchContent, run_examples
from scripts.website.pages import generate
from scripts.website.pages.chart_slots import chart_images
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
    day, cache = created.date(), into / layout.BUILD / layout.CACHE
    languages = [with_fallback(labels, release.labels[ORIGINAL]) for labels in release.labels.values()]
    editions = [(release_in_language(release, labels.language), labels) for labels in languages]
    with step("packed and drawn"), ThreadPoolExecutor(1) as background:
        # Other processes draw the charts; this thread only waits for them.
        drawing = background.submit(_draw_charts, editions, cache / "charts")
        files = downloads.all_downloads(release, day, into, cache)
        research = _research_content(release, sibling_folder(root, docs, "docs"), cache)
        drawings = drawing.result()
    written: dict[str, str | bytes] = {layout.site_file(path): content for path, content in files.items()}
    sizes = {path: len(content) for path, content in files.items()}
    with step("composed"):
        for (edition, labels), drawn in zip(editions, drawings, strict=True):
            context = PageContext(edition, labels, sizes, day, research, drawn)
            written |= {**generate.compose(context), **chart_images(context)}
    written |= generate.front(languages, site_address(release.package))
    write(written, into)
    generate.sweep(written, into)


def _draw_charts(editions: Sequence[tuple[Cleared, Labels]], cache: Path) -> list[tuple[Drawing, ...]]:
    """Draw the charts of all languages in one batch, and return them by language."""
    models = [chart_models(release, labels) for release, labels in editions]
    drawings = iter(draw_all([*chain.from_iterable(models)], cache, os.cpu_count() or 1))
    return [tuple(islice(drawings, len(language_models))) for language_models in models]


def _research_content(release: Cleared, docs: Path | None, cache: Path) -> ResearchContent:
    """Read the code samples, and run the worked examples on this release."""
    original = release.labels[ORIGINAL]
    return ResearchContent(
        read_code_samples(docs),
        read_vintage_samples(docs),
        run_examples(read_worked_examples(docs), release, original, cache),
        read_flat_samples(docs),
    )
