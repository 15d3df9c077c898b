"""Turns a form that somebody filled in into changed rows: of the figure, of a source that is new, of the revisions.

Nothing here judges whether the proposal is right; the checks say what it breaks, and people decide.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from scripts.contributing.csv_edit import with_cells, with_row
from scripts.contributing.issue_form import Form
from scripts.contributing.release_diff import OPEN, unexplained_changes
from scripts.contributing.validate_form import refuse_misspelled
from scripts.contributing.version_bump import bump_version
from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.errors import RefusedError
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import RETRACTED, Figure
from scripts.reading.package.registers import Source
from scripts.reading.release.diff import NUMBERS, allowed_classes
from scripts.reading.release.release import Release

PRIVATE = "such a change is never proposed in public – write to us privately, as the page on corrections says."
OLD = "What the site says – is not what the table says now – look whether it was corrected meanwhile."
_GROUPED = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[ ,\u00a0\u202f][0-9]{3})+(?![0-9])")
_NEEDED = ("source_title", "source_publisher", "source_language", "source_kind")
_EMPTIED = (*NUMBERS, "interval_kind")


@dataclass(frozen=True)
class Draft:
    """Changed files, by their path beside the package, and what a person must still do, in sentences."""

    files: Mapping[str, bytes]
    missing: tuple[str, ...] = ()


def draft_rows(form: Form, release: Release, day: date) -> Draft:
    """The rows that a form changes, and the version raised where it was sealed. Raises RefusedError."""
    if form.template.kind not in _DRAFTS:
        recipe = "follow the recipe for it in CONTRIBUTING.md, or leave it to whoever reads the forms."
        raise RefusedError(f"The form {form.template.kind} – changes no row by itself – {recipe}")
    draft = _DRAFTS[form.template.kind](form, release, day)
    last = release.archives.last
    if last is None or last.version != release.package.version:
        return draft
    return replace(draft, files={**draft.files, **bump_version(release.package, day, is_correction=True)})


def draft_revisions(form: Form, release: Release, day: date) -> Draft:
    """The entries of the revisions that a drafted correction needs, in the words of its form."""
    table = release.package.resources.get("revisions")
    rows = {change: row for change, row in unexplained_changes(release, day).items() if change.row == _identifier(form)}
    if table is None or form.template.kind != "correction":
        return Draft({})
    content = Path(table.file).read_bytes()
    for change, row in rows.items():
        cells = dict(zip((field.name for field in table.fields), row, strict=True))
        told = _told(form, cells, allowed_classes(change, release))
        content = with_row(content, tuple((cells | told | {"source": _said_at(form, release)}).values()))
    unfit = (f"{c.field} – cannot change in this class – another was entered; read it." for c in rows
             if form["class"] not in allowed_classes(c, release))  # fmt: skip
    return Draft({_path(release.package, table): content} if rows else {}, (*unfit, *_outdated(form, release)))


def _told(form: Form, cells: Mapping[str, str], fitting: tuple[str, ...]) -> dict[str, str]:
    """What an entry says in the words of a form, and in the class that fits."""
    kind = form["class"] if form["class"] in fitting else fitting[0]
    reason = cells["reason"].replace(OPEN, form["reason"], 1)
    return {"class": kind, "reason": reason, "reported_by": form["reported_by"] or cells["reported_by"]}


def _said_at(form: Form, release: Release) -> str:
    """The source of an entry: nothing where it is the figure's own."""
    code = next(s.code for s in release.registers.sources.values() if _is_at(s, form["source_url"]))
    return "" if code == release.by_id[_identifier(form)].source else code


def _corrected(form: Form, release: Release, day: date) -> Draft:
    figure = _figure(form, release)
    source, files = _source(form, release, day)
    # What was withdrawn stands where it stood; the page that says so belongs to the entry alone.
    moved = {} if form["field"] == "status" else {"source": source}
    answered = _answered(form)
    cells = {**answered, **moved}
    resource = release.package.resources[figure.resource]
    fitting = {"should_be": (form["field"], answered.get(form["field"], ""))}
    refuse_misspelled(form, fitting, resource, release.package)
    row = resource.row_at(figure.where.row)
    changed = {field: text for field, text in cells.items() if row.cells[field] != text}
    if not changed:
        raise RefusedError("The form – says what the table says already – nothing is to be done.")
    is_old = form["field"] in NUMBERS and row.cells[form["field"]] not in ("", *_numbers(form["now"]))
    missing = (OLD,) if is_old else ()
    table = with_cells(Path(resource.file).read_bytes(), row.number, changed)
    return Draft({**files, _path(release.package, resource): table}, missing)


def _corroborated(form: Form, release: Release, day: date) -> Draft:
    figure = _figure(form, release)
    source, files = _source(form, release, day)
    resource = release.package.resources["corroborated_by"]
    if source in (figure.source, *release.relations.sources_of(figure.id)):
        raise RefusedError("Address of the page – is a source of this figure already – nothing is to be done.")
    content = with_row(Path(resource.file).read_bytes(), (figure.id, source, ""))
    return Draft({**files, _path(release.package, resource): content})


_DRAFTS = {"correction": _corrected, "new-source": _corroborated}


def _figure(form: Form, release: Release) -> Figure:
    figure = release.by_id.get(_identifier(form))
    if figure is None:
        meant = suggestion(_identifier(form), release.by_id)
        raise RefusedError(f"Figure – no figure has this identifier – copy it from its address on the site.{meant}")
    if figure.is_suppressed:
        raise RefusedError(f"Figure – it is withheld – {PRIVATE}")
    return figure


def _identifier(form: Form) -> str:
    """The identifier of a figure, also out of an address that ends in it."""
    return form["figure"].rsplit("#", 1)[-1]


def _answered(form: Form) -> dict[str, str]:
    """The cells that a form says should be otherwise, but for its source."""
    field, text = form["field"], form["should_be"]
    if field == "source":
        return {}
    if field == "status":
        if text != RETRACTED:
            raise RefusedError(f"What it should say – a status becomes “{RETRACTED}” and nothing else – {PRIVATE}")
        return {"status": RETRACTED, **dict.fromkeys(_EMPTIED, "")}
    if not text and field not in ("note", *NUMBERS[1:]):
        raise RefusedError("What it should say – is not answered – answer it, or choose the page as what is wrong.")
    return {field: _ungrouped(text) if field in NUMBERS else text}


def _source(form: Form, release: Release, day: date) -> tuple[str, dict[str, bytes]]:
    """The source that a form names, and the table with its row where it is new. Raises RefusedError."""
    known = (source for source in release.registers.sources.values() if _is_at(source, form["source_url"]))
    found = next(known, None)
    if found:
        return found.code, {}
    table = release.package.resources["sources"]
    asked = {field.name: form[f"source_{field.name}"] for field in table.fields}
    code = _code(asked, release)
    gap = "" if asked["archived"] else "not-looked-for"
    cells = {**asked, "source": code, "accessed": day.strftime("%Y-%m"), "archive_gap": gap}
    open_ = [q.label for q in form.template.questions if q.id in _NEEDED and not form[q.id]]
    if open_:
        lines = (f"{label} – is not answered, and the page is new here – answer it." for label in open_)
        raise RefusedError("\n".join(lines))
    answers = {f"source_{name}": (name, cell) for name, cell in asked.items()}
    refuse_misspelled(form, answers, table, release.package)
    content = with_row(Path(table.file).read_bytes(), tuple(cells.values()))
    return code, {_path(release.package, table): content}


def _is_at(source: Source, address: str) -> bool:
    return _bare(address) in {_bare(source.url), _bare(source.archived or source.url)}


def _bare(address: str) -> str:
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _code(asked: Mapping[str, str], release: Release) -> str:
    """An identifier for a source: its host without www and ending, its day; with a number where that is taken."""
    host = (urlsplit(asked["url"]).hostname or "page").removeprefix("www.").rsplit(".", 1)[0]
    name = re.sub(r"[^a-z0-9]+", "-", f"{host}-{asked['published'] or 'undated'}".lower()).strip("-")
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(free for free in names if free not in release.registers.sources)


def _outdated(form: Form, release: Release) -> Iterator[str]:
    """Entries of the coming release that tell an earlier change of the same cell, and now tell it wrongly."""
    figure = release.by_id[_identifier(form)]
    rows = {r.where.row: r for r in release.revisions if r.figure == figure.id}
    resource = release.package.resources[figure.resource]
    cells = resource.row_at(figure.where.row).cells
    for number, entry in rows.items():
        if entry.release == release.package.version and entry.now != cells.get(entry.field, entry.now):
            yield f"revisions.csv, row {number} – tells an earlier change of the same cell – bring it up to date."


def _ungrouped(text: str) -> str:
    """A text in which thousands are not grouped: 1,348 as 1348."""
    return _GROUPED.sub(lambda match: "".join(filter(str.isdigit, match[0])), text)


def _numbers(text: str) -> list[str]:
    return re.findall(r"[0-9]+(?:\.[0-9]+)?", _ungrouped(text))


def _path(package: Package, resource: Resource) -> str:
    return f"{package.root.name}/{resource.path}"
