"""Shows reviewers the charts that a proposal changes: before and after, side by side, in one folder."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.checks import Cleared
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.labels import Labels
from scripts.website.charts.encodings import Canvas
from scripts.website.charts.render import LIGHT, WIDE, chart_model, static_svg
from scripts.website.charts.svg import standalone_svg
from scripts.website.pages.context import templates

PAGE = "index.html"
_ABSENT = {"before": "There was no such chart.", "after": "The chart is gone."}


@dataclass(frozen=True)
class ChangedChart:
    """A chart that looks different: its SVG before and after, empty where the chart does not exist."""

    chart: str
    before: str
    after: str


def changed_charts(before: Cleared, after: Cleared) -> tuple[ChangedChart, ...]:
    """Find the charts that differ between two releases: in the order of the later one, then those that are gone."""
    was, now = _drawn(before), _drawn(after)
    versions = (before.package.version, after.package.version)
    return tuple(
        ChangedChart(chart, was.get(chart, ""), now.get(chart, ""))
        for chart in {**now, **was}
        if was.get(chart, "").replace(*versions) != now.get(chart, "")
    )


def chart_diff_page(charts: tuple[ChangedChart, ...]) -> dict[str, str]:
    """Render a page that shows the charts side by side; give it and the SVG files by their paths in one folder."""
    files = {f"{changed.chart}-{side}.svg": getattr(changed, side) for changed in charts for side in _ABSENT}
    page = templates().get_template("pictures.html.j2").render(charts=charts, absent=_ABSENT)
    return {PAGE: page, **{path: svg for path, svg in files.items() if svg}}


def chart_diff_markdown(charts: tuple[ChangedChart, ...], page: str) -> str:
    """Name the charts in Markdown for the summary of a proposal; `page` says in words where the page is."""
    head = "\n## Charts that look different"
    if not charts:
        return f"{head}\n\nNone."
    names = "\n".join(f"- {changed.chart}" for changed in charts)
    return f"{head}\n\n{names}\n\nThe pictures before and after are in {page}."


def _drawn(release: Cleared) -> Mapping[str, str]:
    labels = release.labels[ORIGINAL]
    return {chart.chart: _picture(chart, release, labels) for chart in release.charts}


def _picture(chart: Chart, release: Cleared, labels: Labels) -> str:
    return standalone_svg(static_svg(chart_model(chart, release, labels), Canvas(WIDE, labels)), LIGHT)
