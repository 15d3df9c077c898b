"""Refuses the answers of a form that point to a person, or that do not have the format of their cells."""

from collections.abc import Iterator, Mapping

from scripts.checks.cell_format import cell_fault, reference_fault
from scripts.contributing.issue_form import Form
from scripts.disclosure.personal_data.detector import find_matches
from scripts.errors import RefusedError
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.registers import is_address


def refuse_persons(form: Form) -> None:
    """Raise RefusedError where an answer has the form of a name, a number of a person or a hidden text."""
    matches = dict.fromkeys((label, match.form) for label, answer in form.answered for match in find_matches(answer))
    lines = [f"{label} – has the form of: {form_} – take it out, also where you sent it." for label, form_ in matches]
    if lines:
        raise RefusedError("\n".join((*lines, "Nothing was changed, and nothing of it is repeated here.")))


def refuse_misspelled(form: Form, answers: Mapping[str, tuple[str, str]], resource: Resource, package: Package) -> None:
    """Raise RefusedError where an answer does not fit its cell; `answers` maps a question to a field and its cell."""
    labels = {question.id: question.label for question in form.template.questions}
    lines = [
        f"{labels[question]} – cannot stand in the table – {fault}"
        for question, (name, cell) in answers.items()
        if cell
        for fault in _faults(name, cell, resource, package)
    ]
    if lines:
        raise RefusedError("\n".join(lines))


def _faults(name: str, cell: str, resource: Resource, package: Package) -> Iterator[str]:
    field = resource.declared(name)
    fault = cell_fault(cell, field)
    if not fault and name in resource.references:
        fault = reference_fault(cell, name, resource, package)
    if fault:
        yield fault
    elif field.get("format") == "uri" and not is_address(cell):
        yield "Copy the address whole; it begins with https://."
