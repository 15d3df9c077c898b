"""A site in one language: a cleared release with its words, drawings, templates, and the sizes of its downloads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

import jinja2

from scripts.checks import Cleared
from scripts.reading.declarations.contact import site_address
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import Figure
from scripts.website.charts.render import Drawing
from scripts.website.charts.worked_examples import NO_RESEARCH, ResearchContent
from scripts.website.pages import figure_table, releases
from scripts.website.text import formatting
from scripts.website.text.figure_references import resolve_references

_FORMATS = {".parquet": "Parquet", ".dta": "Stata", ".sqlite": "SQLite", ".xlsx": "Excel"}
_TEMPLATES = Path(__file__).parent / "templates"


def templates() -> jinja2.Environment:
    """The structure of generated pages; their words come from labels and registers."""
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    options = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    return jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, **options)  # type: ignore[arg-type]


@dataclass(frozen=True)
class PageContext:
    """A release in one language, with the files that readers can download and their sizes in bytes."""

    release: Cleared
    labels: Labels
    sizes: Mapping[str, int]
    day: date
    research: ResearchContent = NO_RESEARCH
    drawings: tuple[Drawing, ...] = ()

    @property
    def folder(self) -> str:
        """The language's folder under `docs` and on the site."""
        return self.labels.language

    @cached_property
    def address(self) -> str:
        """The site's own address, with a slash at its end; empty where it is not known."""
        return site_address(self.release.package)

    def formats_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """The other formats of a table or of the whole release: what each is called, and its path on the site."""
        files = (PurePosixPath(path) for path in self.sizes if path.startswith("formats/"))
        return tuple((_FORMATS[f.suffix], f.as_posix()) for f in files if f.stem == name and f.suffix in _FORMATS)

    def slot(self, name: str) -> str:
        """Where the HTML of a slot lies until the site is finished, from the project's root."""
        return f"build/slots/{self.folder}/{name}.html"

    @cached_property
    def templates(self) -> jinja2.Environment:
        """The templates, with what all of them use."""
        environment = templates()
        environment.globals.update(t=self.labels, release=self.release, site=self, wording=formatting)
        return environment

    def say(self, kind: str, text: str) -> str:
        """A text that is not part of the release, in the site's language."""
        catalogue = self.release.declarations.catalogs.get(self.folder)
        return catalogue.say(kind, text) if catalogue else text

    @cached_property
    def cited(self) -> releases.ReleaseRow | None:
        """The newest sealed release, which is the one to cite."""
        return next((row for row in releases.release_rows(self.release, self.labels) if row.sealed_on), None)

    def original_title(self, resource: Resource) -> str:
        """A table's title as the newest sealed release has it; a table that is newer than it has its own."""
        last = self.release.archives.last
        sealed = last.package.resources.get(resource.name) if last else None
        return (sealed or resource).title

    def fill(self, template: str, **content: object) -> str:
        """The HTML of a template with its content."""
        return self.templates.get_template(f"{template}.html.j2").render(**content)

    def told(self, figure: Figure) -> str:
        """Who counted a figure, when, what kind of number it is, whether it is old and whether others disagree."""
        words = formatting.full_attribution(figure, self.release, self.labels)
        return f"{words}; {self.labels['stale']}" if formatting.is_stale(figure, self.day) else words

    def plainly(self, words: str) -> str:
        """Words with each bound figure as plain text."""
        return resolve_references(words, self.release, self.labels)

    def rows(self, figures: Iterable[Figure]) -> tuple[figure_table.FigureRow, ...]:
        """Figures as readers see them in a table."""
        return figure_table.figure_rows(figures, self.release, self.labels)
