"""The render context of one language: a cleared release with its words, drawings, templates and download sizes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

import jinja2

from scripts.checks import Cleared
from scripts.reading.declarations.contact import site_address
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import Figure
from scripts.reading.release.archives import archive_name, archive_stem
from scripts.website.charts.render import Drawing
from scripts.website.charts.worked_examples import NO_RESEARCH, ResearchContent
from scripts.website.pages import corrections, figure_table, releases
from scripts.website.text.figure_references import resolve_references
from scripts.website.text.formatting import Formatter, is_stale

_FORMATS = {".parquet": "Parquet", ".dta": "Stata", ".sqlite": "SQLite", ".xlsx": "Excel"}
_TEMPLATES = Path(__file__).parent / "templates"


@cache
def templates() -> jinja2.Environment:
    """Give the templates of generated pages, compiled once for all languages; labels and registers have the words."""
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    options = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "auto_reload": False}
    environment = jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, **options)  # type: ignore[arg-type]
    environment.globals.update(archive_name=archive_name, archive_stem=archive_stem)
    return environment


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

    @cached_property
    def formatter(self) -> Formatter:
        """Puts numbers, days and figures into the words of the language."""
        return Formatter(self.release, self.labels)

    @cached_property
    def release_rows(self) -> tuple[releases.ReleaseRow, ...]:
        """Every release, newest first."""
        return releases.release_rows(self.formatter)

    @cached_property
    def correction_groups(self) -> tuple[corrections.CorrectionGroup, ...]:
        """Every correction, newest first; those that were decided together stand together."""
        return corrections.correction_groups(corrections.corrections_of(self.formatter))

    @cached_property
    def rows_by_figure(self) -> Mapping[str, figure_table.FigureRow]:
        """Every figure as a row of a table, by its id."""
        return figure_table.figure_rows(self.formatter)

    def figure_rows(self, figures: Iterable[Figure]) -> tuple[figure_table.FigureRow, ...]:
        """Give the rows of figures, in their order."""
        return tuple(self.rows_by_figure[figure.id] for figure in figures)

    @property
    def citable(self) -> releases.ReleaseRow | None:
        """The newest sealed release, which is the one to cite."""
        return next((row for row in self.release_rows if row.sealed_on), None)

    def citable_title(self, resource: Resource) -> str:
        """Give a table's title in the newest sealed release; a table that is not in it has its own."""
        last = self.release.archives.last
        sealed = last.package.resources.get(resource.name) if last else None
        return (sealed or resource).title

    def formats_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """List the other formats of a table or of the whole release: the name of each, and its path on the site."""
        return tuple(self._formats.get(name, ()))

    @cached_property
    def _formats(self) -> Mapping[str, list[tuple[str, str]]]:
        formats: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for file in (PurePosixPath(path) for path in self.sizes if path.startswith("formats/")):
            if file.suffix in _FORMATS:
                formats[file.stem].append((_FORMATS[file.suffix], file.as_posix()))
        return formats

    def attribution(self, figure: Figure) -> str:
        """Attribute a figure: originator, day, kind, whether sources disagree, and whether the count is old."""
        attribution = self.formatter.full_attribution(figure)
        return f"{attribution}; {self.labels['stale']}" if is_stale(figure, self.day) else attribution

    def resolve(self, text: str) -> str:
        """Replace the references to figures in a text by their numbers. Raises UnknownFigureError."""
        return resolve_references(text, self.formatter)

    def translate(self, kind: str, text: str) -> str:
        """Translate a text that is not part of the release into the site's language."""
        catalog = self.release.declarations.catalogs.get(self.folder)
        return catalog.translate(kind, text) if catalog else text

    def render(self, template: str, content: Mapping[str, object]) -> str:
        """Render a template with its content, and with what every template can use."""
        shared = {"t": self.labels, "release": self.release, "site": self, "formatter": self.formatter}
        return templates().get_template(f"{template}.html.j2").render(**shared, **content)
