"""Shows what a release changes: for its maker and for machines; `effect` shows it to those who review a proposal.

These are the places that print cells: all of them are published, and what is withheld now is never among them.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date

from scripts.disclosure.audit.margins import margins
from scripts.reading.declarations.charts import Chart
from scripts.reading.declarations.markdown import BINDING, Page
from scripts.reading.package.descriptor import Package
from scripts.reading.package.expressions import evaluate, is_expression
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

OPEN = "?"
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
    """What differs between a release and an earlier one, what that touches, and the entries that are missing.

    entries: lines for `revisions.csv`, in which a person puts the right words for each question mark.
    """

    before: str
    after: str
    changes: Changes
    withheld: frozenset[str]
    totals: tuple[str, ...]
    charts: tuple[str, ...]
    pages: tuple[str, ...]
    entries: tuple[str, ...]


def compare_releases(release: Release, previous: Package, day: date) -> ReleaseDiff:
    """Compare a release with an earlier package."""
    changes = diff_packages(previous, release.package)
    touched = {c.row for c in changes.figures.changed} | {line.row for line in changes.figures.removed}
    charts = tuple(chart.chart for chart in release.charts if _draws(chart, touched, release))
    return ReleaseDiff(
        before=previous.version,
        after=release.package.version,
        changes=changes,
        withheld=frozenset(figure.id for figure in release.figures if figure.is_suppressed),
        totals=tuple(_totals(release, touched)),
        charts=charts,
        pages=(
            *(page.path for page in release.pages.markdown if _shows(page, touched, charts, release)),
            *_pages_of_tables(changes),
        ),
        entries=tuple(_spelled(row) for row in unexplained_changes(release, day).values()),
    )


def unexplained_changes(release: Release, day: date) -> dict[Change, tuple[str, ...]]:
    """Each change since the last release that `revisions.csv` does not tell, with the row that it needs.

    What is certain is filled in; what a person must decide is a question mark. It says that a reader told us and that
    it was decided on this day, until somebody knows better.
    """
    last = release.archives.last
    if last is None:
        return {}
    told = {r.key for r in release.revisions if version_key(r.release) > version_key(last.version)}
    changes = diff_packages(last.package, release.package).to_explain
    return {change: (*_entry(change, release), READER, day.isoformat()) for change in changes if change.key not in told}


def diff_as_text(comparison: ReleaseDiff) -> str:
    """A comparison for a terminal."""
    return "\n".join(line for title, lines in sections(comparison) for line in (title, *(f"  {x}" for x in lines), ""))


def diff_as_json(comparison: ReleaseDiff) -> str:
    """A comparison for machines; of withheld figures the cells are null."""
    content = asdict(comparison)
    content["withheld"] = sorted(comparison.withheld)
    for rows in (content["changes"]["figures"], content["changes"]["definitions"], content["changes"]["others"]):
        for change in rows["changed"]:
            if change["row"] in comparison.withheld:
                change["was"] = change["now"] = None
    return json.dumps(content, ensure_ascii=False, indent=2)


def sections(comparison: ReleaseDiff) -> Iterator[tuple[str, list[str]]]:
    """Every part that has something to say, under its title."""
    changes, figures = comparison.changes, comparison.changes.figures
    hidden = comparison.withheld
    retracted = [c for c in figures.changed if (c.field, c.now) == ("status", "retracted")]
    parts: tuple[tuple[str, list[str]], ...] = (
        ("Figures added", _named(figures.added)),
        ("Figures changed", [_told(change, hidden) for change in figures.changed]),
        ("Figures retracted", [f"{change.resource} {change.row}" for change in retracted]),
        ("Figures gone", _named(figures.removed)),
        ("Totals that move, or whose parts do", list(comparison.totals)),
        ("Charts affected", list(comparison.charts)),
        ("Pages affected", list(comparison.pages)),
        ("Definitions added", _named(changes.definitions.added)),
        ("Definitions changed", [_told(change, frozenset()) for change in changes.definitions.changed]),
        ("Definitions gone", _named(changes.definitions.removed)),
        ("Other rows added", _named(changes.others.added)),
        ("Other rows changed", [_told(change, frozenset()) for change in changes.others.changed]),
        ("Other rows gone", _named(changes.others.removed)),
        ("Tables and fields", [_schema(change) for change in changes.schemas]),
        (
            f"Entries to paste into revisions.csv, with your words for each question mark; {LEGEND}",
            list(comparison.entries),
        ),
    )
    yield f"Release {comparison.after} against {comparison.before}", []
    yield from ((title, lines) for title, lines in parts if lines)


def _named(lines: Iterable[RowReference]) -> list[str]:
    return [f"{line.resource} {line.row}" for line in lines]


def _told(change: Change, hidden: frozenset[str]) -> str:
    cells = "withheld" if change.row in hidden else f"{change.was or '(empty)'} → {change.now or '(empty)'}"
    return f"{change.resource} {change.row}, {change.field}: {cells}"


def _schema(change: SchemaChange) -> str:
    name = f"{change.resource}.{change.field}" if change.field else change.resource
    return f"{name}: {change.what}{' in ' if change.properties else ''}{', '.join(change.properties)}"


def _entry(change: Change, release: Release) -> tuple[str, ...]:
    figure = release.by_id.get(change.row)
    classes = allowed_classes(change, release)
    told = figure is None or not figure.is_suppressed or classes == ("redefinition",)
    size = size_to_name(change, release.archives.last) if release.archives.last and told else ""
    cells = (change.was, change.now) if told else ("", "")
    kind = classes[0] if len(classes) == 1 else OPEN
    reason = f"{OPEN} ({size})" if size else OPEN
    version = OPEN if release.package.version in release.archives.sealed else release.package.version
    return (version, *change.key, *cells, kind, reason, "")


def _spelled(row: tuple[str, ...]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(row)
    return written.getvalue()


def _totals(release: Release, touched: set[str]) -> Iterator[str]:
    moved = (m.total.id for m in margins(release) if touched & {m.total.id, *(part.id for part in m.parts)})
    return iter(dict.fromkeys(moved))


def _draws(chart: Chart, touched: set[str], release: Release) -> bool:
    words = {id_ for text in (chart.title, chart.subtitle, chart.description) for id_ in BINDING.findall(text)}
    return bool(touched & (words | {figure.id for figure in release.drawn(chart)}))


def _pages_of_tables(changes: Changes) -> Iterator[str]:
    """The page of each table in which a figure came, changed or went; every language has one."""
    figures = changes.figures
    tables = {c.resource for c in figures.changed} | {line.resource for line in (*figures.added, *figures.removed)}
    return (f"data/{table}.html" for table in sorted(tables))


def _shows(page: Page, touched: set[str], charts: tuple[str, ...], release: Release) -> bool:
    drawn = {name for line in page.lines for name in _SLOT.findall(line)}
    bound = {id_ for _, expression in page.bindings for id_ in _bound(expression, release)}
    return bool(touched & bound) or bool(drawn & {*charts})


def _bound(expression: str, release: Release) -> tuple[str, ...]:
    if not is_expression(expression):
        return (expression,)
    derivation = evaluate(expression, release.by_id)
    return derivation.left.id, derivation.right.id
