"""The charts on pages, each with the table of its figures, and the files that readers download or a script loads."""

from collections.abc import Iterator

from scripts import layout
from scripts.website.pages.context import PageContext
from scripts.website.pages.generated_page import Slot


def chart_slots(context: PageContext) -> Iterator[Slot]:
    """Give each chart as a slot."""
    for drawing in context.drawings:
        rows = context.figure_rows(context.release.figures_of(drawing.chart))
        yield Slot(f"chart-{drawing.chart.chart}", "chart", {"drawing": drawing, "rows": rows})


def chart_files(context: PageContext) -> Iterator[tuple[str, str]]:
    """Give each chart as SVG and as the script that makes it interactive, by path from the project's root."""
    for drawing in context.drawings:
        name, folder = drawing.chart.chart, layout.site_file(f"{context.folder}/charts")
        yield f"{folder}/{name}.svg", drawing.file
        yield f"{folder}/{name}.js", f'unaccounted.charts["{name}"]={drawing.interactive};\n'


def chart_images(context: PageContext) -> dict[str, bytes]:
    """Give each chart as PNG, by path from the project's root."""
    folder = layout.site_file(f"{context.folder}/charts")
    return {f"{folder}/{each.chart.chart}.png": each.image for each in context.drawings}
