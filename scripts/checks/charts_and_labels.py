"""Checks the fields, units, series and texts of charts, and that every value has a label."""

from collections.abc import Iterable, Iterator

from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.findings import Finding, Place, Rule
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.charts import NEEDS, Chart, FigureFilter
from scripts.reading.declarations.labels import Labels
from scripts.reading.declarations.markdown import BINDING
from scripts.reading.package.figures import figure_resources
from scripts.reading.release.release import Release, field_text

QUESTION = (
    "Is what readers will see complete and honest: real fields, one unit to an axis, nothing mixed, every word there?"
)

FIELD = Rule(
    "chart-field-unknown",
    "A chart names a resource or field that does not exist, or lacks the field that its kind needs.",
    "Name a resource and fields of its schema; bars need label, lines time and series, groups label and series.",
)
EMPTY = Rule("chart-empty", "A chart chooses no published figure.", "Correct the values in its filter.")
UNITS = Rule(
    "chart-units-mixed",
    "A chart shows two units on one axis.",
    "Make one chart for each unit.",
)
FAMILIES = Rule(
    "chart-families-mixed",
    "A chart shows figures of several status families in one series, as if they could be added.",
    "Give each status family a series and a hue of its own.",
)
WORDS = Rule(
    "chart-words",
    "A chart lacks a title, subtitle or description, or its words name a figure that is unknown or not published.",
    "Write the words; bind numbers with [[figure-id]].",
)
COLOUR = Rule(
    "chart-hue",
    "A series of a chart has no hue, or a hue is given to a series that the chart does not have.",
    "Give each series one hue of its status family in `hues`.",
)
LABEL = Rule(
    "label-missing",
    "A value that readers see has no word in English, from which all other languages are translated.",
    "Add the word to labels/en.yaml.",
)

RULES = (FIELD, EMPTY, UNITS, FAMILIES, WORDS, COLOUR, LABEL)


def check(release: Release) -> Iterator[Finding]:
    """Yield the faults of charts and the values without a label."""
    for chart in release.charts:
        where = Place((release.package.root / "charts.yaml").as_posix(), field=chart.chart)
        fields = list(_field_faults(chart, release, where))
        yield from fields
        yield from () if fields else _figure_faults(chart, release, where)
        yield from _word_faults(chart, release, where)
    yield from _label_faults(release.labels[ORIGINAL], release)


def _field_faults(chart: Chart, release: Release, where: Place) -> Iterator[Finding]:
    known = {r.name: {field.name for field in r.fields} for r in figure_resources(release.package)}
    for need in NEEDS[chart.kind]:
        if not getattr(chart, need):
            yield FIELD.broken(where, f"A chart of the kind {chart.kind} needs the field {need}.")
    for row_filter in chart.rows:
        if row_filter.resource not in known:
            hint = suggestion(row_filter.resource, known)
            yield FIELD.broken(where, f"There is no resource {row_filter.resource} with figures.{hint}")
            continue
        for field in filter(None, (*row_filter.where, chart.label, chart.time, chart.series)):
            if field not in known[row_filter.resource]:
                hint = suggestion(field, known[row_filter.resource])
                yield FIELD.broken(where, f"The resource {row_filter.resource} has no field {field}.{hint}")


def _figure_faults(chart: Chart, release: Release, where: Place) -> Iterator[Finding]:
    drawn = release.figures_of(chart)
    for row_filter in chart.rows:
        if not any(figure.is_published for figure in release.select(row_filter)):
            hint = _suggestions(row_filter, release)
            yield EMPTY.broken(where, f"No published figure of {row_filter.resource} fits its filter.{hint}")
    if len({release.indicator_of(figure).unit for figure in drawn}) > 1:
        yield UNITS.broken(where, "The figures have several units.")
    families: dict[str, set[str]] = {}
    for figure in drawn:
        indicator = release.indicator_of(figure)
        families.setdefault(field_text(figure, chart.coloured_by), set()).add(indicator.status_family)
    if any(len(names) > 1 for names in families.values()):
        yield FAMILIES.broken(where, "One series holds several status families.")
    if families and set(families) != set(chart.hues):
        yield COLOUR.broken(where, "The series with hues are not the series of the chart.")


def _word_faults(chart: Chart, release: Release, where: Place) -> Iterator[Finding]:
    for name in ("title", "subtitle", "description"):
        text = getattr(chart, name)
        if not text.strip():
            yield WORDS.broken(where, f"Its {name} is empty.")
        for figure_id in BINDING.findall(text):
            figure = release.figure_named(figure_id)
            if figure is None or not figure.is_published:
                hint = "" if figure else suggestion(figure_id, release.by_id)
                yield WORDS.broken(where, f"Its {name} names a figure that is unknown or not published.{hint}")


def _suggestions(row_filter: FigureFilter, release: Release) -> str:
    """Suggest codes in place of those that no figure of the resource has; never suggest a number."""
    figures = release.figures_of_table(row_filter.resource)
    codes = {"figure", *release.package.resources[row_filter.resource].references} & {*row_filter.where}
    known = {field: {field_text(figure, field) for figure in figures} for field in codes}
    unknown = (
        (field, value) for field in sorted(codes) for value in row_filter.where[field] if value not in known[field]
    )
    return "".join(suggestion(value, known[field]) for field, value in unknown)


def _label_faults(labels: Labels, release: Release) -> Iterator[Finding]:
    where = Place((release.package.root / "labels" / f"{labels.language}.yaml").as_posix())
    for field, values in _listed_values(release):
        words = labels.fields.get(field, {})
        yield from _missing_labels(where, field, sorted(values - set(words)))
    units = {indicator.unit for indicator in release.registers.indicators.values()}
    yield from _missing_labels(where, "units", sorted(units - set(labels.units)))
    yield from _missing_labels(
        where, "qualifiers", sorted({f.qualifier for f in release.figures} - set(labels.qualifiers))
    )


def _listed_values(release: Release) -> Iterator[tuple[str, set[str]]]:
    """Return the listed values by field, without units and qualifiers, whose labels have several forms."""
    listed: dict[str, set[str]] = {}
    for resource in release.package.resources.values():
        for field in resource.fields:
            if field.values and field.name not in ("unit", "qualifier"):
                listed.setdefault(field.name, set()).update(field.values)
    return iter(listed.items())


def _missing_labels(where: Place, field: str, values: Iterable[str]) -> Iterator[Finding]:
    for value in values:
        yield LABEL.broken(Place(where.file, field=f"{field}.{value}"), "There is no word for this value.")
