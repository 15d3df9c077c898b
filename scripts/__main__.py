"""The command line: python -m scripts build | finish, and the commands that other rooms hold."""

from datetime import date, datetime
from pathlib import Path

import click

from scripts.checks import Cleared, release_in_language
from scripts.cli import check, links, propose, protect, release, review, translate
from scripts.cli.options import clear_or_exit, docs_option, folder_beside, package_option, step
from scripts.files import write
from scripts.publishing import downloads
from scripts.publishing.archive import bundle, publication, versions_json, vintages
from scripts.publishing.formats import chart_csv, registry
from scripts.publishing.metadata import write_all
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.code_samples import read_code_samples, read_vintage_samples
from scripts.reading.declarations.contact import site_address
from scripts.reading.declarations.labels import with_fallback
from scripts.reading.declarations.worked_examples import read_worked_examples
from scripts.reading.package.descriptor import read_package
from scripts.website.assembly import offline_copy, postprocess
from scripts.website.charts.worked_examples import ResearchContent, run_examples
from scripts.website.pages import generate
from scripts.website.pages.context import PageContext
from scripts.website.text.figure_references import resolve_references

created_option = click.option(
    "--created",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="Day of the release, best the last commit's.",
)


@click.group()
def main() -> None:
    """Check, show and publish the package."""


for command in (
    *check.COMMANDS,
    *propose.COMMANDS,
    *protect.COMMANDS,
    *release.COMMANDS,
    *review.COMMANDS,
    *links.COMMANDS,
    *translate.COMMANDS,
):
    main.add_command(command)


@main.command()
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
        files = _downloads(release, created.date(), into)
    sizes = {path.removeprefix("build/files/"): len(content) for path, content in files.items()}
    with step("examples run"):
        research = _research(release, folder_beside(root, docs, "docs"))
    kept = set(files)
    languages = [with_fallback(labels, release.labels[ORIGINAL]) for labels in release.labels.values()]
    for labels in languages:
        with step(f"drawn and composed ({labels.language})"):
            site = PageContext(release_in_language(release, labels.language), labels, sizes, created.date(), research)
            content: dict[str, str | bytes] = {**generate.compose(site), **generate.images(site)}
        with step(f"written ({labels.language})"):
            write(content, into)
        kept |= content.keys()
    front = generate.front(languages, site_address(release.package))
    write(files, into)
    write(front, into)
    generate.sweep(kept | front.keys(), into)


@main.command(name="finish")
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("site"))
@click.option("--build", "built", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("build"))
@package_option
@created_option
def finish_command(site: Path, built: Path, root: Path, created: datetime) -> None:
    """Make one site of the languages that MkDocs built, put in what was computed, and pack it for reading offline."""
    package = read_package(root)
    with step("finished"):
        postprocess.finish_site(site, built, site_address(package))
    with step("packed for reading offline"):
        write(offline_copy.copies(site, package.version, created.date()), site)


def _research(release: Cleared, docs: Path | None) -> ResearchContent:
    """What stands beside the pages for researchers, with what the worked examples say of this release."""
    original = release.labels[ORIGINAL]
    return ResearchContent(
        read_code_samples(docs), read_vintage_samples(docs), run_examples(read_worked_examples(docs), release, original)
    )


def _downloads(release: Cleared, created: date, root: Path) -> dict[str, bytes]:
    """Every file for download, by its path from the project's root."""
    now = publication.current_publication(release, created)
    files = bundle.bundle(release, created, root) | versions_json.release_pointers(release)
    files["releases/vintages.csv"] = vintages.vintages_csv(release)
    files |= registry.all_format_files(now)
    files |= write_all.all_metadata(release, created, files)
    files |= _chart_data(release, now)
    return {f"build/files/{path}": content for path, content in (files | downloads.library()).items()}


def _chart_data(release: Cleared, now: publication.Publication) -> dict[str, bytes]:
    """The figures of each chart, and what describes them in every language."""
    words = {language: _chart_words(release_in_language(release, language), language) for language in release.labels}
    told = {
        "csv": chart_csv.chart_csv_files(release).items(),
        "json": chart_csv.chart_json_files(release).items(),
        "csv-metadata.json": chart_csv.chart_descriptions(release, now, words),
    }
    return {f"charts/{chart}.{ending}": content for ending, files in told.items() for chart, content in files}


def _chart_words(said: Cleared, language: str) -> chart_csv.Words:
    """Title, subtitle and description of each chart in a language, with numbers in the place of bound figures."""
    labels = with_fallback(said.labels[language], said.labels[ORIGINAL])
    return {
        chart.chart: (
            resolve_references(chart.title, said, labels),
            resolve_references(chart.subtitle, said, labels),
            resolve_references(chart.description, said, labels),
        )
        for chart in said.charts
    }


if __name__ == "__main__":
    main()
