"""Shows to reviewers which charts a proposal moves: each as it was and as it would be, side by side, as one folder."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.checks import Cleared
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.labels import Labels
from scripts.website.charts.colours import LIGHT
from scripts.website.charts.encodings import Canvas
from scripts.website.charts.render import WIDE, chart_model, static_svg
from scripts.website.charts.svg import standalone_svg
from scripts.website.pages.context import templates

PAGE = "index.html"
_ABSENT = {"before": "There was no such chart.", "after": "The chart is gone."}


@dataclass(frozen=True)
class ChangedChart:
    """A chart that looks different: its picture before and after, as SVG; empty where there is none."""

    chart: str
    before: str
    after: str


def changed_charts(before: Cleared, after: Cleared) -> tuple[ChangedChart, ...]:
    """The charts that differ between two releases, in the order of the later one, then those that are gone."""
    was, now = _drawn(before), _drawn(after)
    versions = (before.package.version, after.package.version)
    return tuple(
        ChangedChart(chart, was.get(chart, ""), now.get(chart, ""))
        for chart in {**now, **was}
        if was.get(chart, "").replace(*versions) != now.get(chart, "")
    )


def chart_diff_page(charts: tuple[ChangedChart, ...]) -> dict[str, str]:
    """A page that shows the charts and the pictures that it shows, by path in a folder of their own."""
    files = {f"{one.chart}-{side}.svg": getattr(one, side) for one in charts for side in _ABSENT}
    shown = templates().get_template("pictures.html.j2").render(charts=charts, absent=_ABSENT)
    return {PAGE: shown, **{path: svg for path, svg in files.items() if svg}}


def chart_diff_markdown(charts: tuple[ChangedChart, ...], place: str) -> str:
    """The same in words, for the summary of a proposal; `place` is where the page will be found."""
    head = "\n## Charts that look different"
    if not charts:
        return f"{head}\n\nNone."
    names = "\n".join(f"- {one.chart}" for one in charts)
    return f"{head}\n\n{names}\n\nThe pictures before and after are in {place}."


def _drawn(release: Cleared) -> Mapping[str, str]:
    labels = release.labels[ORIGINAL]
    return {chart.chart: _picture(chart, release, labels) for chart in release.charts}


def _picture(chart: Chart, release: Cleared, labels: Labels) -> str:
    return standalone_svg(static_svg(chart_model(chart, release, labels), Canvas(WIDE, labels)), LIGHT)
