"""Drafts the entries of the revisions that a drafted correction needs, in the words of its form."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from scripts.contributing.csv_edit import with_row
from scripts.contributing.draft_source import Draft, file_path, find_source
from scripts.contributing.issue_form import Form
from scripts.contributing.release_diff import UNDECIDED, unexplained_changes
from scripts.reading.release.diff import Change, allowed_classes
from scripts.reading.release.release import Release


def draft_revisions(form: Form, release: Release, day: date) -> Draft:
    """Draft one entry for each cell that the correction changed; `release` is the package with the correction in it."""
    table = release.package.resources.get("revisions")
    if table is None or form.template.kind != "correction":
        return Draft({})
    changes = {c: row for c, row in unexplained_changes(release, day).items() if c.row == form.figure_id}
    names = [field.name for field in table.fields]
    content = Path(table.file).read_bytes()
    for change, row in changes.items():
        cells = dict(zip(names, row, strict=True))
        cells |= _answers(form, cells, allowed_classes(change, release)) | {"source": _source(form, release)}
        content = with_row(content, tuple(cells.values()))
    missing = (*_unfit_classes(form, changes, release), *_outdated_entries(form, release))
    return Draft({file_path(release.package, table): content} if changes else {}, missing)


def _answers(form: Form, cells: Mapping[str, str], classes: tuple[str, ...]) -> dict[str, str]:
    """The cells of an entry that a form answers: its class where that is allowed, its reason, who reported it."""
    kind = form["class"] if form["class"] in classes else classes[0]
    reason = cells["reason"].replace(UNDECIDED, form["reason"], 1)
    return {"class": kind, "reason": reason, "reported_by": form["reported_by"] or cells["reported_by"]}


def _source(form: Form, release: Release) -> str:
    """The source of an entry: empty where it is the figure's own."""
    source = find_source(form, release)
    return "" if source is None or source.code == release.by_id[form.figure_id].source else source.code


def _unfit_classes(form: Form, changes: Mapping[Change, object], release: Release) -> Iterator[str]:
    for change in changes:
        if form["class"] not in allowed_classes(change, release):
            yield f"{change.field} – cannot change in this class – another was entered; read it."


def _outdated_entries(form: Form, release: Release) -> Iterator[str]:
    """Entries of the coming release about an earlier change of the same cell, which no longer say what it is now."""
    figure = release.by_id[form.figure_id]
    cells = release.package.resources[figure.resource].row_at(figure.where.row).cells
    entries = (entry for entry in release.revisions if entry.figure == figure.id)
    for entry in entries:
        if entry.release == release.package.version and entry.now != cells.get(entry.field, entry.now):
            row = entry.where.row
            yield f"revisions.csv, row {row} – tells an earlier change of the same cell – bring it up to date."
