"""The pages of registers: the catalogue of tables, sources, originators, indicators, codes and conflicts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import figure_resources
from scripts.website.pages.context import PageContext
from scripts.website.pages.figure_table import figure_address
from scripts.website.pages.generated_page import GeneratedPage, Slot


@dataclass(frozen=True)
class Citation:
    """A figure or statement that cites a source: its id, and its address from the site's root."""

    label: str
    address: str


def register_pages(context: PageContext) -> Iterator[GeneratedPage]:
    """Give the page of every register; that of conflicts only where sources disagree."""
    release, labels = context.release, context.labels
    contents: dict[str, dict[str, object]] = {
        "sources": {"citations": citations(context)},
        "originators": {"counts": Counter(figure.originator for figure in release.figures)},
        "indicators": {},
        "codes": {"lists": release.package.code_lists},
        **({"conflicts": {}} if release.relations.conflicts else {}),
    }
    for name, content in contents.items():
        slot = Slot(name, name, {"resource": release.package.resources.get(name), **content})
        yield GeneratedPage(f"data/{name}", labels[f"{name}_title"], labels[f"{name}_lead"], slot)
    catalogue = Slot("index", "catalogue", {"resources": _listed_resources(context)})
    yield GeneratedPage("data/index", labels["catalogue"], labels["catalogue_lead"], catalogue)


def citations(context: PageContext) -> Mapping[str, list[Citation]]:
    """List the figures and statements that cite each source, by the source's code."""
    release, folder = context.release, f"{context.folder}/data"
    found: dict[str, list[Citation]] = {code: [] for code in release.registers.sources}
    for figure in release.figures:
        found[figure.source].append(Citation(figure.id, figure_address(figure, context.labels)))
    for statement in release.statements:
        found[statement.source].append(Citation(statement.id, f"{folder}/statements.html#{statement.id}"))
    return found


def _listed_resources(context: PageContext) -> tuple[Resource, ...]:
    package = context.release.package
    return (*figure_resources(package), *(r for r in package.resources.values() if r.name == "statements"))
