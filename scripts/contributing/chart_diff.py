"""Shows reviewers the charts that a proposal changes: before and after, side by side, in one folder."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scripts.checks import Cleared
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.website.charts.build_models import chart_models
from scripts.website.charts.colours import LIGHT
from scripts.website.charts.model import ChartModel
from scripts.website.charts.render import WIDE, static_picture
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
    """List the charts that differ between two releases, in the order of the later one, then those that are gone.

    The line that names the release, which differs in every chart, is not compared.
    """
    was, now = _models(before), _models(after)
    changed = [chart for chart in {**now, **was} if _looks_different(was.get(chart), now.get(chart))]
    return tuple(ChangedChart(chart, _picture(was.get(chart)), _picture(now.get(chart))) for chart in changed)


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


def _models(release: Cleared) -> Mapping[str, ChartModel]:
    return {model.chart.chart: model for model in chart_models(release, release.labels[ORIGINAL])}


def _looks_different(before: ChartModel | None, after: ChartModel | None) -> bool:
    if before is None or after is None:
        return True
    was, now = (replace(model, release_line="") for model in (before, after))
    return was != now and _picture(was) != _picture(now)


def _picture(model: ChartModel | None) -> str:
    return standalone_svg(static_picture(model, WIDE), LIGHT) if model else ""
