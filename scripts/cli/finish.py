"""The command that builds the site from the output of `build`: python -m scripts finish.

It has its own module, so that rebuilding a changed page does not import the libraries of the other commands.
"""

from datetime import datetime
from pathlib import Path

import click

from scripts import layout
from scripts.cli.progress import step
from scripts.files import write
from scripts.reading.declarations.contact import site_address
from scripts.reading.package.descriptor import read_descriptor
from scripts.website.assembly import offline_copy
from scripts.website.assembly.build_languages import LanguageNotBuiltError
from scripts.website.assembly.postprocess import Project, finish_site
from scripts.website.assembly.theme_mends import ThemeChangedError

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--project", "root", type=_FOLDER, default=Path(), help="Folder with mkdocs.yml, package, build and site."
)
@click.option("--created", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Day of the release.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="Build the pages of this language alone (may be repeated), and leave the copy for reading offline.",
)
def finish(root: Path, created: datetime, languages: tuple[str, ...]) -> None:
    """Build the pages of every language, make one site of them, and pack it for reading offline."""
    package = read_descriptor(root / "datapackage")
    project = Project(root.resolve(), root / layout.BUILD, root / "site", site_address(package))
    with step("pages built"):
        try:
            finish_site(project, languages)
        except (LanguageNotBuiltError, ThemeChangedError) as error:
            raise click.ClickException(str(error)) from error
    if not languages:
        with step("packed for reading offline"):
            write(offline_copy.copies(project.site, package.version, created.date()), project.site)
