"""Turns a form that somebody filled in into changed rows: of the figure, and of a source that is new.

Nothing here judges whether the proposal is right; the checks say what it breaks, and people decide.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from scripts.contributing.csv_edit import with_cells
from scripts.contributing.draft_source import (
    PRIVATE,
    Draft,
    draft_corroboration,
    figure_of,
    file_path,
    source_or_draft,
)
from scripts.contributing.issue_form import Form
from scripts.contributing.validate_form import refuse_misspelled
from scripts.contributing.version_bump import bump_version
from scripts.errors import RefusedError
from scripts.reading.package.figures import Status
from scripts.reading.release.diff import NUMBERS
from scripts.reading.release.release import Release

OUTDATED = "What the site says – is not what the table says now – look whether it was corrected meanwhile."
_GROUPED = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[ ,\u00a0\u202f][0-9]{3})+(?![0-9])")
_EMPTY_WHEN_RETRACTED = (*NUMBERS, "interval_kind")


def draft_correction(form: Form, release: Release, day: date) -> Draft:
    """Draft the row of a figure with the cell that a form corrects, and with its source. Raises RefusedError."""
    figure = figure_of(form, release)
    source, files = source_or_draft(form, release, day)
    answers = _corrected_cells(form)
    resource = release.package.resources[figure.resource]
    refuse_misspelled(form, {"should_be": (form["field"], answers.get(form["field"], ""))}, resource, release.package)
    # A retracted figure keeps its source; the page that reports the retraction belongs to the entry alone.
    cells = answers if form["field"] == "status" else {**answers, "source": source}
    row = resource.row_at(figure.where.row)
    changed = {field: text for field, text in cells.items() if row.cells[field] != text}
    if not changed:
        raise RefusedError("The form – says what the table says already – nothing is to be done.")
    is_outdated = form["field"] in NUMBERS and row.cells[form["field"]] not in ("", *_numbers(form["now"]))
    table = with_cells(Path(resource.file).read_bytes(), row.number, changed)
    return Draft({**files, file_path(release.package, resource): table}, (OUTDATED,) if is_outdated else ())


DRAFTS = {"correction": draft_correction, "new-source": draft_corroboration}
"""What drafts the rows of each kind of form; no other kind changes a row by itself."""


def draft_rows(form: Form, release: Release, day: date) -> Draft:
    """Draft the rows that a form changes, and raise the version where it is sealed. Raises RefusedError."""
    if form.template.kind not in DRAFTS:
        recipe = "follow the recipe for it in CONTRIBUTING.md, or leave it to whoever reads the forms."
        raise RefusedError(f"The form {form.template.kind} – changes no row by itself – {recipe}")
    draft = DRAFTS[form.template.kind](form, release, day)
    last = release.archives.last
    if last is None or last.version != release.package.version:
        return draft
    return replace(draft, files={**draft.files, **bump_version(release.package, day, is_correction=True)})


def _corrected_cells(form: Form) -> dict[str, str]:
    """The cells that a form corrects, apart from the source. Raises RefusedError where its answer cannot be taken."""
    field, text = form["field"], form["should_be"]
    if field == "source":
        return {}
    if field == "status":
        if text != Status.RETRACTED:
            raise RefusedError(
                f"What it should say – a status becomes “{Status.RETRACTED}” and nothing else – {PRIVATE}"
            )
        return {"status": Status.RETRACTED, **dict.fromkeys(_EMPTY_WHEN_RETRACTED, "")}
    if not text and field not in ("note", *NUMBERS[1:]):
        raise RefusedError("What it should say – is not answered – answer it, or choose the page as what is wrong.")
    return {field: _ungroup(text) if field in NUMBERS else text}


def _ungroup(text: str) -> str:
    """Remove the separators of thousands: 1,348 becomes 1348."""
    return _GROUPED.sub(lambda match: "".join(filter(str.isdigit, match[0])), text)


def _numbers(text: str) -> list[str]:
    return re.findall(r"[0-9]+(?:\.[0-9]+)?", _ungroup(text))
