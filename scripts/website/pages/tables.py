"""The pages of tables: for each table of figures its own page and one for reporting errors, and one for statements."""

from collections.abc import Iterator, Sequence

from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import Figure, dimensions_of, figure_resources
from scripts.website.pages.context import PageContext
from scripts.website.pages.correction_links import correction_links
from scripts.website.pages.figure_history import changes_by_table
from scripts.website.pages.figure_table import indicator_tables
from scripts.website.pages.generated_page import GeneratedPage, Slot


def table_pages(context: PageContext) -> Iterator[GeneratedPage]:
    """Give every page of a table."""
    changes = changes_by_table(context.formatter)
    for resource in figure_resources(context.release.package):
        figures = context.release.figures_of_table(resource.name)
        content = {
            "resource": resource,
            "figures": figures,
            "tables": indicator_tables(figures, context.rows_by_figure, context.formatter),
            "lists": dimensions_of(resource, context.release.package),
            "changes": changes.get(resource.name, ()),
            "samples": [sample.of(resource.name, context.address) for sample in context.research.loaders],
        }
        yield _table_page(resource, "resource", content)
        yield _correction_page(resource, figures, context)
    if table := context.release.package.resources.get("statements"):
        yield _table_page(table, "statements", {"resource": table, "statements": context.release.statements})


def table_slots(context: PageContext) -> Iterator[Slot]:
    """Give the short references to tables that hand-written pages contain."""
    for resource in figure_resources(context.release.package):
        figures = context.release.figures_of_table(resource.name)
        yield Slot(f"more-{resource.name}", "more", {"resource": resource, "figures": figures})


def _table_page(resource: Resource, template: str, content: dict[str, object]) -> GeneratedPage:
    slot = Slot(f"resource-{resource.name}", template, content)
    return GeneratedPage(f"data/{resource.name}", resource.title, str(resource.descriptor["description"]), slot)


def _correction_page(resource: Resource, figures: Sequence[Figure], context: PageContext) -> GeneratedPage:
    """The page from which a reader reports an error in a table."""
    name, labels = f"correct-{resource.name}", context.labels
    slot = Slot(name, "fix", {"resource": resource, "links": correction_links(figures, context.formatter)})
    return GeneratedPage(f"data/{name}", labels["fix_title"].format(resource.title), labels["fix_lead"], slot)
