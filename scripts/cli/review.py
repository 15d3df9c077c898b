"""The command for reviewers of a proposal: python -m scripts pictures."""

from pathlib import Path

import click

from scripts.checks import clear
from scripts.cli.options import docs_option, package_option, sibling_folder
from scripts.contributing import chart_diff
from scripts.errors import NotClearedError
from scripts.files import write

NOT_CLEARED = (
    "\n## Charts that look different\n\nThey are drawn when every check passes, of {}; nothing else is ever drawn."
)


@click.command(name="pictures")
@package_option
@docs_option
@click.option(
    "--against",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder of the package as it was, with its pages and releases beside it.",
)
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=Path("build/effect"))
def pictures_command(root: Path, docs: Path | None, against: Path, into: Path) -> None:
    """Draw the charts that a proposal moves, before and after, and name them in Markdown."""
    releases = []
    for package, pages in ((against, None), (root, docs)):
        prose, archives = sibling_folder(package, pages, "docs"), sibling_folder(package, None, "releases")
        try:
            releases.append(clear(package, prose, archives))
        except NotClearedError:
            click.echo(NOT_CLEARED.format("the proposal" if package == root else "what it is compared with"))
            return
    charts = chart_diff.changed_charts(*releases)
    write(chart_diff.chart_diff_page(charts), into)
    page = f"`{into.as_posix()}/{chart_diff.PAGE}`, in the artefact `site` of this check"
    click.echo(chart_diff.chart_diff_markdown(charts, page))
