"""Reads a form that somebody filled in: the text of an issue, or JSON with the same questions by their identifiers.

The questions are read from the issue forms, their only definition (GitHub Docs, "Syntax for issue forms"). Anybody may
fill in a form; no message here repeats an answer.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EMPTY = "_No response_"
_LONGEST = 1000
_FORMULA = re.compile(r"[=+@]|-(?!\d)")  # A spreadsheet would compute it.
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


class NotAFormError(Exception):
    """A text is no form, or a form is not filled in as it must be; the message never repeats an answer."""


@dataclass(frozen=True)
class Question:
    """One question of a form; `options` are the answers to choose from, none where the answer is free text."""

    id: str
    label: str
    is_required: bool
    is_promise: bool
    options: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A form before it is filled in: its name and its questions."""

    kind: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """A form that was filled in: its template, and each answer by its question's identifier, empty ones as ''."""

    template: Template
    answers: Mapping[str, str]

    def __getitem__(self, question: str) -> str:
        """The answer to a question; of an option, the part before its dash."""
        return self.answers.get(question, "")

    @property
    def figure_id(self) -> str:
        """The identifier of the figure that the form is about, also where the answer is an address that ends in it."""
        return self["figure"].rsplit("#", 1)[-1]

    @property
    def answered(self) -> Iterator[tuple[str, str]]:
        """Each answer that is not empty, after the label of its question."""
        return ((q.label, self[q.id]) for q in self.template.questions if self[q.id] and not q.is_promise)


def read_templates(folder: Path) -> tuple[Template, ...]:
    """The issue forms in a folder. Raises NotAFormError where there is none."""
    files = sorted(path for path in folder.glob("*.yml") if path.stem != "config") if folder.is_dir() else []
    if not files:
        raise NotAFormError(f"{folder.as_posix()} – holds no forms – run this in the folder of the project.")
    return tuple(_template(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in files)


def read_form(text: str, templates: Iterable[Template]) -> Form:
    """Read a form that was filled in. Raises NotAFormError."""
    templates = tuple(templates)
    candidates = _from_json(text, templates) if text.lstrip().startswith("{") else _from_issue(text, templates)
    complete = [(template, answers) for template, answers in candidates if _is_complete(template, answers)]
    if not complete:
        kinds = ", ".join(template.kind for template in templates)
        raise NotAFormError(f"The text – has the questions of none of the forms {kinds} – copy the issue as it stands.")
    template, answers = max(complete, key=lambda pair: len(pair[1]))
    form = Form(template, {q.id: _answer(q, answers.get(q.id, "")) for q in template.questions})
    faults = [fault for question in template.questions for fault in _faults(question, form[question.id])]
    if faults:
        raise NotAFormError("\n".join(faults))
    return form


def _template(kind: str, content: Mapping[str, Any]) -> Template:
    return Template(kind, tuple(_question(element) for element in content["body"] if element["type"] != "markdown"))


def _question(element: Mapping[str, Any]) -> Question:
    attributes = element["attributes"]
    is_promise = element["type"] == "checkboxes"
    is_required = is_promise or element.get("validations", {}).get("required", False)
    options = () if is_promise else tuple(str(option) for option in attributes.get("options", ()))
    return Question(element["id"], attributes["label"], is_required, is_promise, options)


def _from_json(text: str, templates: Iterable[Template]) -> Iterator[tuple[Template, dict[str, str]]]:
    try:
        content = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise NotAFormError("The text – begins like JSON and is none – copy it whole.") from None
    for template in templates:
        if content.keys() <= {question.id for question in template.questions}:
            yield template, {key: "- [x]" if value is True else str(value) for key, value in content.items()}


def _from_issue(text: str, templates: Iterable[Template]) -> Iterator[tuple[Template, dict[str, str]]]:
    """The lines below each heading that is a question's label; any other heading belongs to the answer around it."""
    for template in templates:
        ids = {f"### {question.label}": question.id for question in template.questions}
        answers: dict[str, list[str]] = {}
        current: list[str] = []
        for line in text.splitlines():
            question = ids.get(line.strip())
            if question in answers:
                raise NotAFormError("A question – stands there twice – copy the issue as it stands.")
            if question:
                current = answers[question] = []
            else:
                current.append(line)
        yield template, {key: "\n".join(lines).strip() for key, lines in answers.items()}


def _is_complete(template: Template, answers: Mapping[str, str]) -> bool:
    return {question.id for question in template.questions if question.is_required} <= answers.keys()


def _answer(question: Question, text: str) -> str:
    """An answer on one line; of an option, the part before its dash."""
    line = "" if text in {EMPTY, "None"} else " ".join(text.split())
    return line.split(" – ")[0] if question.options and line in question.options else line


def _faults(question: Question, answer: str) -> Iterator[str]:
    if question.is_promise:
        if not answer or "[ ]" in answer:
            yield f"{question.label} – is not confirmed – confirm it, or send nothing."
        return
    options = {option.split(" – ")[0] for option in question.options}
    if question.is_required and not answer:
        yield f"{question.label} – is not answered – answer it."
    if answer and options and answer not in options:
        yield f"{question.label} – is none of the answers offered – choose one of: {', '.join(sorted(options))}."
    if len(answer) > _LONGEST:
        yield f"{question.label} – is longer than {_LONGEST} characters – say it in one sentence."
    if _FORMULA.match(answer) or _HIDDEN.search(answer):
        yield f"{question.label} – begins with = + - or @, or has a sign that cannot be seen – leave it out."
