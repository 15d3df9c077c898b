"""Composes every page and file that is computed from a cleared release; `write` alone touches the disk.

Pages are short Markdown files with slots; the slots' HTML is put in after MkDocs has built the pages, which keeps
the build fast and the search index small. An address that begins with `@/` is counted from the site's root.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from scripts.checks import Cleared
from scripts.reading.declarations.labels import Labels
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import dimensions_of, figure_resources
from scripts.website.pages import (
    atom_feeds,
    correction_links,
    corrections,
    decision_log,
    figure_history,
    figure_table,
    method,
    releases,
    research,
    table_labels,
)
from scripts.website.pages.context import PageContext, templates
from scripts.website.text import expressions, formatting, translation_notices

# Registers and lists of the package that have a page of their own making, and not a table of figures.
_REGISTERS = ("sources", "originators", "indicators", "conflicts")


def compose(site: PageContext) -> dict[str, str]:
    """Every computed page, slot and file of the site in one language, by its path from the project's root."""
    parts = (
        _charts(site),
        _resources(site),
        _registers(site),
        method.slots(site),
        research.slots(site),
        _history(site),
        _language(site),
        _bound(site),
    )
    return {path: content for part in parts for path, content in part}


def front(languages: Sequence[Labels], address: str = "") -> dict[str, str]:
    """What stands above all languages: the first page, the one for wrong addresses, and words for the styles.

    The second is shown at any address, so that its links hold only where the site's own is known.
    """
    content = {"languages": languages, "t": languages[0], "root": ""}
    template = templates().get_template("chooser.html.j2")
    return {
        "build/files/index.html": template.render(**content, missing=False),
        "build/files/404.html": template.render(**content | {"root": address}, missing=True),
        "build/words.css": table_labels.table_labels(languages),
    }


def images(site: PageContext) -> dict[str, bytes]:
    """Each chart as PNG, by its path from the project's root."""
    return {f"build/files/{site.folder}/charts/{each.chart.chart}.png": each.image for each in site.drawings}


def sweep(kept: Collection[str], root: Path) -> None:
    """Delete computed files that this release no longer has, so that nothing withdrawn is published again."""
    for folder in (*(root / "build" / name for name in ("slots", "figures", "files")), *root.glob("docs/*/data")):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.relative_to(root).as_posix() not in kept:
                file.unlink()


def _page(site: PageContext, name: str, title: str, lead: str) -> tuple[str, str]:
    """A page that is its slot; `lead` says in a sentence or two what it is, for those who only see a link to it."""
    head = {"title": title, "description": lead, "hide": ["toc"]}
    written = "".join(f"{key}: {json.dumps(words, ensure_ascii=False)}\n" for key, words in head.items())
    path = name if name == "search" else f"data/{name}"
    slot = f"resource-{name}" if name in site.release.package.resources and name not in _REGISTERS else name
    return f"docs/{site.folder}/{path}.md", f"---\n{written}---\n\n# {title} {{#{name}}}\n\n[[slot: {slot}]]\n"


def _charts(site: PageContext) -> Iterator[tuple[str, str]]:
    for drawing in site.drawings:
        name = drawing.chart.chart
        figures = site.release.drawn(drawing.chart)
        yield site.slot(f"chart-{name}"), site.fill("chart", drawing=drawing, rows=site.rows(figures))
        yield f"build/files/{site.folder}/charts/{name}.svg", drawing.file
        yield f"build/files/{site.folder}/charts/{name}.js", f'unaccounted.charts["{name}"]={drawing.interactive};\n'


def _resources(site: PageContext) -> Iterator[tuple[str, str]]:
    package = site.release.package
    for resource in figure_resources(package):
        figures = [figure for figure in site.release.figures if figure.resource == resource.name]
        tables = figure_table.indicator_tables(figures, site.release, site.labels)
        content = site.fill(
            "resource",
            resource=resource,
            tables=tables,
            figures=figures,
            lists=dimensions_of(resource, package),
            altered=figure_history.changes_of_table(resource.name, site.release, site.labels),
            loaders=[program.of(resource.name, site.address) for program in site.research.loaders],
        )
        yield site.slot(f"resource-{resource.name}"), content
        yield _page(site, resource.name, resource.title, str(resource.descriptor["description"]))
        yield site.slot(f"more-{resource.name}"), site.fill("more", resource=resource, figures=figures)
        told = correction_links.correction_links(figures, site.release, site.labels)
        yield site.slot(f"correct-{resource.name}"), site.fill("fix", resource=resource, ways=told)
        title = site.labels["fix_title"].format(resource.title)
        yield _page(site, f"correct-{resource.name}", title, site.labels["fix_lead"])
    if "statements" in package.resources:
        resource = package.resources["statements"]
        yield (
            site.slot("resource-statements"),
            site.fill("statements", resource=resource, statements=site.release.statements),
        )
        yield _page(site, "statements", resource.title, str(resource.descriptor["description"]))


def _registers(site: PageContext) -> Iterator[tuple[str, str]]:
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
        *((("conflicts", {}),) if release.relations.conflicts else ()),
    )
    for name, content in pages:
        yield site.slot(name), site.fill(name, resource=release.package.resources.get(name), **content)
        yield _page(site, name, site.labels[f"{name}_title"], site.labels[f"{name}_lead"])
    yield site.slot("index"), site.fill("catalogue", resources=_shown(release))
    yield _page(site, "index", site.labels["catalogue"], site.labels["catalogue_lead"])


def _shown(release: Cleared) -> tuple[Resource, ...]:
    resources = release.package.resources
    return (*figure_resources(release.package), *(resources[n] for n in ("statements",) if n in resources))


def _history(site: PageContext) -> Iterator[tuple[str, str]]:
    """The releases and what was corrected, as pages and as feeds."""
    rows = releases.release_rows(site.release, site.labels)
    yield site.slot("releases"), site.fill("releases", rows=rows)
    yield site.slot("latest"), site.fill("latest", rows=rows[:3])
    yield _page(site, "releases", site.labels["releases_title"], site.labels["releases_lead"])
    yield (
        site.slot("corrections"),
        site.fill("corrections", corrections=corrections.corrections_of(site.release, site.labels)),
    )
    yield site.slot("decisions"), site.fill("decisions", log=decision_log.decision_log(site.release, site.labels))
    yield site.slot("reaching"), site.fill("reaching")
    yield site.slot("private"), site.fill("private")
    yield from ((f"build/files/{path}", content) for path, content in atom_feeds.feeds(site))


def _language(site: PageContext) -> Iterator[tuple[str, str]]:
    """The search page of the language, and what stands above pages whose translation is missing or old."""
    yield _page(site, "search", site.labels["search_title"], site.labels["site_description"])
    yield site.slot("search"), site.fill("search")
    for page, note in translation_notices.translation_notices(site.release, site.folder).items():
        path = f"build/slots/{site.folder}/translation/{page.removesuffix('.md')}.html"
        yield path, site.fill("translation", note=note, page=f"{page.removesuffix('.md')}.html")


def _bound(site: PageContext) -> Iterator[tuple[str, str]]:
    """What prose needs to show a figure or a derivation: its words, its page, and who counted it when."""
    release, labels = site.release, site.labels
    bound = {
        figure.id: {
            "text": formatting.amount(figure, release, labels),
            "page": f"/data/{figure.resource}.md#{figure.id}",
            "told": site.told(figure),
            "look": "figure stale" if formatting.is_stale(figure, site.day) else "figure",
        }
        for figure in release.figures
    }
    for expression, derivation in release.derivations.items():
        bound[expression] = {
            "text": expressions.format_result(derivation, labels),
            "page": bound[derivation.left.id]["page"],
            "told": expressions.format_arithmetic(derivation, release, labels),
            "look": "figure derived",
        }
    yield f"build/figures/{site.folder}.json", json.dumps(bound, ensure_ascii=False, indent=0)
