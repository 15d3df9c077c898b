"""Composes every page and file that is computed from a cleared release; `write` alone touches the disk.

Pages are short Markdown files with slots; the slots' HTML is put in after MkDocs has built the pages, which keeps
the build fast and the search index small. An address that begins with `@/` is counted from the site's root.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jinja2

from scripts.checks import CHECKS, Cleared
from scripts.reading.figures import dimensions_of, figure_resources
from scripts.reading.labels import Labels
from scripts.reading.package import Resource
from scripts.showing import figure_rows, wording
from scripts.showing.drawing import Drawing, draw

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Site:
    """A release in one language, with the files that readers can download and their sizes in bytes."""

    release: Cleared
    labels: Labels
    sizes: Mapping[str, int]

    @property
    def folder(self) -> str:
        """The language's folder under `docs` and on the site."""
        return self.labels.language

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """Every chart, drawn once."""
        return tuple(draw(chart, self.release, self.labels) for chart in self.release.charts)

    @cached_property
    def templates(self) -> jinja2.Environment:
        """The structure of generated pages; their words come from labels and registers."""
        loader = jinja2.FileSystemLoader(_TEMPLATES)
        options = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
        environment = jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, **options)  # type: ignore[arg-type]
        environment.globals.update(t=self.labels, release=self.release, site=self, wording=wording)
        return environment

    def fill(self, template: str, **content: object) -> str:
        """The HTML of a template with its content."""
        return self.templates.get_template(f"{template}.html.j2").render(**content)

    def rows(self, figures: object) -> tuple[figure_rows.FigureRow, ...]:
        """Figures as readers see them in a table."""
        return figure_rows.rows(figures, self.release, self.labels)  # type: ignore[arg-type]


def compose(site: Site) -> dict[str, str]:
    """Every computed page, slot and file of the site in one language, by its path from the project's root."""
    parts = (_charts(site), _resources(site), _registers(site), _method(site), _bound(site))
    return {path: content for part in parts for path, content in part}


def write(content: Mapping[str, str | bytes], root: Path) -> None:
    """Write files under a folder, leaving those alone that are the same already."""
    for path, text in content.items():
        target = root / path
        data = text.encode() if isinstance(text, str) else text
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _page(site: Site, name: str, title: str, slot: str) -> tuple[str, str]:
    text = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nsearch:\n  exclude: true\nhide: [toc]\n---\n\n# {title}\n\n"
    return f"docs/{site.folder}/data/{name}.md", f'{text}<div data-slot="{slot}"></div>\n'


def _slot(site: Site, name: str) -> str:
    return f"build/slots/{site.folder}/{name}.html"


def _charts(site: Site) -> Iterator[tuple[str, str]]:
    for drawing in site.drawings:
        name = drawing.chart.chart
        figures = site.release.drawn(drawing.chart)
        yield _slot(site, f"chart-{name}"), site.fill("chart", drawing=drawing, rows=site.rows(figures))
        yield f"build/files/{site.folder}/charts/{name}.svg", drawing.file
        yield (
            f"build/files/{site.folder}/charts/{name}.js",
            f'unaccounted.specifications["{name}"]={drawing.specifications};\n',
        )


def _resources(site: Site) -> Iterator[tuple[str, str]]:
    package = site.release.package
    for resource in figure_resources(package):
        figures = [figure for figure in site.release.figures if figure.resource == resource.name]
        tables = figure_rows.by_indicator(figures, site.release, site.labels)
        content = site.fill(
            "resource",
            resource=resource,
            tables=tables,
            figures=figures,
            lists=dimensions_of(resource, package),
        )
        yield _slot(site, f"resource-{resource.name}"), content
        yield _page(site, resource.name, resource.title, f"resource-{resource.name}")
        yield _slot(site, f"more-{resource.name}"), site.fill("more", resource=resource, figures=figures)
    if "statements" in package.resources:
        resource = package.resources["statements"]
        yield (
            _slot(site, "resource-statements"),
            site.fill("statements", resource=resource, statements=site.release.statements),
        )
        yield _page(site, "statements", resource.title, "resource-statements")


def _registers(site: Site) -> Iterator[tuple[str, str]]:
    release = site.release
    citing: dict[str, list[object]] = {code: [] for code in release.registers.sources}
    counted: dict[str, list[object]] = {code: [] for code in release.registers.originators}
    for figure in release.figures:
        citing[figure.source].append(figure)
        counted[figure.originator].append(figure)
    for statement in release.statements:
        citing[statement.source].append(statement)
    pages: tuple[tuple[str, dict[str, object]], ...] = (
        ("sources", {"citing": citing}),
        ("originators", {"counted": counted}),
        ("indicators", {}),
        ("codes", {"lists": release.package.code_lists}),
    )
    for name, content in pages:
        yield _slot(site, name), site.fill(name, resource=release.package.resources.get(name), **content)
        yield _page(site, name, site.labels[f"{name}_title"], name)
    yield _slot(site, "catalogue"), site.fill("catalogue", resources=_shown(release))
    yield _page(site, "index", site.labels["catalogue"], "catalogue")


def _shown(release: Cleared) -> tuple[Resource, ...]:
    resources = release.package.resources
    return (*figure_resources(release.package), *(resources[n] for n in ("statements",) if n in resources))


def _method(site: Site) -> Iterator[tuple[str, str]]:
    yield _slot(site, "checks"), site.fill("checks", checks=CHECKS)
    yield _slot(site, "policy"), site.fill("policy", policy=site.release.policy)
    yield _slot(site, "downloads"), site.fill("downloads")
    topics = {statement.topic for statement in site.release.statements}
    for topic in sorted(topics):
        chosen = [statement for statement in site.release.statements if statement.topic == topic]
        yield _slot(site, f"statements-{topic}"), site.fill("statement_list", statements=chosen)


def _bound(site: Site) -> Iterator[tuple[str, str]]:
    """What prose needs to show a figure: its words, its page, and who counted it when."""
    figures = {
        figure.id: {
            "text": wording.amount(figure, site.release, site.labels),
            "page": f"/{site.folder}/data/{figure.resource}.md#{figure.id}",
            "told": wording.told(figure, site.release, site.labels),
            "shown": figure.is_published,
        }
        for figure in site.release.figures
    }
    yield f"build/figures/{site.folder}.json", json.dumps(figures, ensure_ascii=False, indent=0)
