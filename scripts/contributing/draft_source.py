"""Drafts the row of a page that a form cites and the register of sources lacks, and the row of a corroboration."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from scripts.contributing.csv_edit import with_row
from scripts.contributing.issue_form import Form
from scripts.contributing.validate_form import refuse_misspelled
from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.errors import RefusedError
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import Figure
from scripts.reading.package.registers import Source
from scripts.reading.release.release import Release

PRIVATE = "such a change is never proposed in public – write to us privately, as the page on corrections says."
_REQUIRED = ("source_title", "source_publisher", "source_language", "source_kind")


@dataclass(frozen=True)
class Draft:
    """Changed files by their path beside the package, and sentences on what a person must still do."""

    files: Mapping[str, bytes]
    missing: tuple[str, ...] = ()


def draft_corroboration(form: Form, release: Release, day: date) -> Draft:
    """Draft the row that names one more source of a figure. Raises RefusedError."""
    figure = figure_of(form, release)
    source, files = source_or_draft(form, release, day)
    resource = release.package.resources["corroborated_by"]
    if source in (figure.source, *release.relations.sources_of(figure.id)):
        raise RefusedError("Address of the page – is a source of this figure already – nothing is to be done.")
    content = with_row(Path(resource.file).read_bytes(), (figure.id, source, ""))
    return Draft({**files, file_path(release.package, resource): content})


def figure_of(form: Form, release: Release) -> Figure:
    """Look up the figure that a form is about. Raises RefusedError where it is unknown or withheld."""
    figure = release.by_id.get(form.figure_id)
    if figure is None:
        similar = suggestion(form.figure_id, release.by_id)
        raise RefusedError(f"Figure – no figure has this identifier – copy it from its address on the site.{similar}")
    if figure.is_suppressed:
        raise RefusedError(f"Figure – it is withheld – {PRIVATE}")
    return figure


def find_source(form: Form, release: Release) -> Source | None:
    """Look up the source whose address, or archived address, is the one that a form cites."""
    address = _bare(form["source_url"])
    sources = release.registers.sources.values()
    return next((s for s in sources if address in {_bare(s.url), _bare(s.archived or s.url)}), None)


def source_or_draft(form: Form, release: Release, day: date) -> tuple[str, dict[str, bytes]]:
    """Give the code of the source that a form cites, and the table with its row if it is new. Raises RefusedError."""
    known = find_source(form, release)
    if known:
        return known.code, {}
    table = release.package.resources["sources"]
    _refuse_unanswered(form)
    cells = {field.name: form[f"source_{field.name}"] for field in table.fields}
    refuse_misspelled(form, {f"source_{name}": (name, cell) for name, cell in cells.items()}, table, release.package)
    code = _new_code(cells, release)
    gap = "" if cells["archived"] else "not-looked-for"
    cells |= {"source": code, "accessed": day.strftime("%Y-%m"), "archive_gap": gap}
    content = with_row(Path(table.file).read_bytes(), tuple(cells.values()))
    return code, {file_path(release.package, table): content}


def file_path(package: Package, resource: Resource) -> str:
    """The path of a table from the folder in which the package lies."""
    return f"{package.root.name}/{resource.path}"


def _refuse_unanswered(form: Form) -> None:
    labels = [q.label for q in form.template.questions if q.id in _REQUIRED and not form[q.id]]
    if labels:
        lines = (f"{label} – is not answered, and the page is new here – answer it." for label in labels)
        raise RefusedError("\n".join(lines))


def _bare(address: str) -> str:
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _new_code(cells: Mapping[str, str], release: Release) -> str:
    """A code for a source: its host without www and ending, and its day; with a number where that is taken."""
    host = (urlsplit(cells["url"]).hostname or "page").removeprefix("www.").rsplit(".", 1)[0]
    name = re.sub(r"[^a-z0-9]+", "-", f"{host}-{cells['published'] or 'undated'}".lower()).strip("-")
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(free for free in names if free not in release.registers.sources)
