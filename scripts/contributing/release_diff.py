"""Compares two releases: as text for a maintainer, as JSON for machines, as sections for the summary of a proposal.

Only this comparison and that summary print cells: published ones, and never those of a figure that is withheld now.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum, auto

from scripts.disclosure.audit.margins import margins
from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.markdown import BINDING, Page
from scripts.reading.package.descriptor import Package
from scripts.reading.package.figures import Status
from scripts.reading.package.revisions import RevisionClass
from scripts.reading.release.archives import version_key
from scripts.reading.release.diff import (
    Change,
    Changes,
    RowReference,
    SchemaChange,
    allowed_classes,
    diff_packages,
    size_to_name,
)
from scripts.reading.release.release import Release

UNDECIDED = "?"
READER = "a reader"
LEGEND = (
    "the columns are release, resource, figure, field, was, now, class, reason, source, reported_by, decided_on. The "
    "class is correction (we had copied or understood it wrongly), revision (who counted says something else now), "
    "retraction (the number no longer stands) or redefinition (we define it otherwise); the reason is one sentence, "
    "between double quotes where it has a comma; the release is the version after it was raised"
)
_SLOT = re.compile(r"\[\[\s*slot:\s*chart-([\w-]+)\s*\]\]")


@dataclass(frozen=True)
class ReleaseDiff:
    """The differences between a release and an earlier one, their effect on charts and pages, and the missing entries.

    withheld: identifiers of the figures whose cells must not be printed. entries: lines for `revisions.csv`, in which a
    person puts the right words for each question mark.
    """

    before: str
    after: str
    changes: Changes
    withheld: frozenset[str]
    totals: tuple[str, ...]
    charts: tuple[str, ...]
    pages: tuple[str, ...]
    entries: tuple[str, ...]


class SectionKind(Enum):
    """How the summary of a proposal prints a section: as a list, as the table of changed figures, or at its end."""

    LIST = auto()
    FIGURE_TABLE = auto()
    ENTRIES = auto()


@dataclass(frozen=True)
class Section:
    """One part of a comparison under its title, a line for each difference.

    reveals_cells: whether a line holds the content of a cell. A section does unless it declares the opposite, so that a
    new one stays hidden wherever a check that protects people has found anything.
    """

    title: str
    lines: tuple[str, ...]
    kind: SectionKind = SectionKind.LIST
    reveals_cells: bool = True


def compare_releases(release: Release, previous: Package, day: date) -> ReleaseDiff:
    """Compare a release with an earlier package."""
    changes = diff_packages(previous, release.package)
    changed = {change.row for change in changes.figures.changed} | {row.row for row in changes.figures.removed}
    charts = tuple(chart.chart for chart in release.charts if _is_chart_affected(chart, changed, release))
    return ReleaseDiff(
        before=previous.version,
        after=release.package.version,
        changes=changes,
        withheld=frozenset(figure.id for figure in release.figures if figure.is_suppressed),
        totals=tuple(_affected_totals(release, changed)),
        charts=charts,
        pages=(
            *(page.path for page in release.pages.markdown if _is_page_affected(page, changed, charts, release)),
            *_table_pages(changes),
        ),
        entries=tuple(_csv_line(row) for row in unexplained_changes(release, day).values()),
    )


def unexplained_changes(release: Release, day: date) -> dict[Change, tuple[str, ...]]:
    """Map each change since the last release that has no entry in `revisions.csv` to the row that it needs.

    Certain cells are filled in; a question mark stands for what a person must decide. Until somebody knows better, the
    row names a reader as the reporter and this day as that of the decision.
    """
    last = release.archives.last
    if last is None:
        return {}
    explained = {r.key for r in release.revisions if version_key(r.release) > version_key(last.version)}
    changes = [c for c in diff_packages(last.package, release.package).to_explain if c.key not in explained]
    return {change: (*_entry(change, release), READER, day.isoformat()) for change in changes}


def diff_as_text(comparison: ReleaseDiff) -> str:
    """Render a comparison for a terminal."""
    parts = [f"Release {comparison.after} against {comparison.before}", ""]
    for section in sections(comparison):
        parts += [section.title, *(f"  {line}" for line in section.lines), ""]
    return "\n".join(parts)


def diff_as_json(comparison: ReleaseDiff) -> str:
    """Render a comparison for machines; the cells of withheld figures are null."""
    content = asdict(comparison)
    content["withheld"] = sorted(comparison.withheld)
    for rows in (content["changes"]["figures"], content["changes"]["definitions"], content["changes"]["others"]):
        for change in rows["changed"]:
            if change["row"] in comparison.withheld:
                change["was"] = change["now"] = None
    return json.dumps(content, ensure_ascii=False, indent=2)


def sections(comparison: ReleaseDiff) -> Iterator[Section]:
    """Yield the sections of a comparison that have any line."""
    entries = f"Entries to paste into revisions.csv, with your words for each question mark; {LEGEND}"
    parts = (
        *_figure_sections(comparison),
        *_other_sections(comparison.changes),
        Section(entries, comparison.entries, SectionKind.ENTRIES),
    )
    yield from (section for section in parts if section.lines)


def _figure_sections(comparison: ReleaseDiff) -> tuple[Section, ...]:
    figures = comparison.changes.figures
    retracted = (c for c in figures.changed if (c.field, c.now) == ("status", Status.RETRACTED))
    changed = _changed_cells(figures.changed, comparison.withheld)
    return (
        Section("Figures added", _row_names(figures.added), reveals_cells=False),
        Section("Figures changed", changed, SectionKind.FIGURE_TABLE),
        Section("Figures retracted", _row_names(retracted), reveals_cells=False),
        Section("Figures gone", _row_names(figures.removed), reveals_cells=False),
        Section("Totals that move, or whose parts do", comparison.totals, reveals_cells=False),
        Section("Charts affected", comparison.charts, reveals_cells=False),
        Section("Pages affected", comparison.pages, reveals_cells=False),
    )


def _other_sections(changes: Changes) -> tuple[Section, ...]:
    """The sections about all other tables; a row of a table that declares no key is named by all of its cells."""
    definitions, others = changes.definitions, changes.others
    return (
        Section("Definitions added", _row_names(definitions.added)),
        Section("Definitions changed", _changed_cells(definitions.changed)),
        Section("Definitions gone", _row_names(definitions.removed)),
        Section("Other rows added", _row_names(others.added)),
        Section("Other rows changed", _changed_cells(others.changed)),
        Section("Other rows gone", _row_names(others.removed)),
        Section("Tables and fields", tuple(map(_schema_line, changes.schemas)), reveals_cells=False),
    )


def _row_names(rows: Iterable[RowReference | Change]) -> tuple[str, ...]:
    return tuple(f"{row.resource} {row.row}" for row in rows)


def _changed_cells(changes: Iterable[Change], withheld: frozenset[str] = frozenset()) -> tuple[str, ...]:
    return tuple(_changed_cell(change, change.row in withheld) for change in changes)


def _changed_cell(change: Change, is_withheld: bool) -> str:
    cells = "withheld" if is_withheld else f"{change.was or '(empty)'} → {change.now or '(empty)'}"
    return f"{change.resource} {change.row}, {change.field}: {cells}"


def _schema_line(change: SchemaChange) -> str:
    name = f"{change.resource}.{change.field}" if change.field else change.resource
    return f"{name}: {change.what}{' in ' if change.properties else ''}{', '.join(change.properties)}"


def _entry(change: Change, release: Release) -> tuple[str, ...]:
    """The cells of an entry up to its source; the cells of a withheld figure and the size of its change stay empty."""
    figure = release.by_id.get(change.row)
    classes = allowed_classes(change, release)
    is_public = figure is None or not figure.is_suppressed or classes == (RevisionClass.REDEFINITION,)
    size = size_to_name(change, release.archives.last) if release.archives.last and is_public else ""
    cells = (change.was, change.now) if is_public else ("", "")
    kind = classes[0] if len(classes) == 1 else UNDECIDED
    reason = f"{UNDECIDED} ({size})" if size else UNDECIDED
    version = UNDECIDED if release.package.version in release.archives.sealed else release.package.version
    return (version, *change.key, *cells, kind, reason, "")


def _csv_line(row: tuple[str, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(row)
    return buffer.getvalue()


def _affected_totals(release: Release, changed: set[str]) -> Iterator[str]:
    affected = (m.total.id for m in margins(release) if changed & {m.total.id, *(part.id for part in m.parts)})
    return iter(dict.fromkeys(affected))


def _is_chart_affected(chart: Chart, changed: set[str], release: Release) -> bool:
    references = (name for text in (chart.title, chart.subtitle, chart.description) for name in BINDING.findall(text))
    bound = {figure.id for reference in references for figure in release.figures_in(reference)}
    return bool(changed & (bound | {figure.id for figure in release.figures_of(chart)}))


def _table_pages(changes: Changes) -> Iterator[str]:
    """The page of each table in which a figure came, changed or went; every language has one."""
    figures = changes.figures
    tables = {change.resource for change in figures.changed}
    tables |= {row.resource for row in (*figures.added, *figures.removed)}
    return (f"data/{table}.html" for table in sorted(tables))


def _is_page_affected(page: Page, changed: set[str], charts: tuple[str, ...], release: Release) -> bool:
    drawn = {name for line in page.lines for name in _SLOT.findall(line)}
    bound = {figure.id for _, reference in page.bindings for figure in release.figures_in(reference)}
    return bool(changed & bound) or bool(drawn & {*charts})
