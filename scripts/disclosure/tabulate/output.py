"""Writes a protected table as the package has it: figures in CSV, code lists, schema, descriptor entry, certificate."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.disclosure.audit.margins import PublishedTables
from scripts.disclosure.audit.system import System
from scripts.disclosure.tabulate.specification import EVER, Dimension, Specification
from scripts.disclosure.tabulate.table import Codes, Table
from scripts.files import sha256
from scripts.reading.package.figures import Qualifier, Status, Via, dimensions_of, figure_resources
from scripts.reading.package.registers import Registers

WITHHELD = "Withheld: a small cell."
ROUNDED = "Rounded so that nobody can be found; margins add up."


@dataclass(frozen=True)
class ProtectedTable:
    """A table that may be published: the number of every cell, None where it is withheld, and the method used."""

    table: Table
    numbers: Mapping[Codes, int | None]
    system: System[Codes]
    method: Mapping[str, object]


def render_files(protected: ProtectedTable, specification: Specification, edition: PublishedTables) -> dict[str, str]:
    """Render the files of the table by their paths in the package, without the certificate.

    Schema and descriptor entry are those of the edition's first figures, with the dimensions of this table.
    """
    name, template = specification.table, figure_resources(edition.package)[0]
    replaced = dimensions_of(template, edition.package)
    files = {f"data/{name}.csv": _figures(protected, specification)}
    for position, dimension in enumerate(specification.dimensions.values()):
        codes = protected.table.codes(position)
        files[f"codelists/{dimension.list}.csv"] = _code_list(dimension, codes, edition.registers)
    files[f"schemas/{name}.json"] = _json(_schema(specification, template.schema, set(replaced)))
    names = {"name": name, "title": specification.title, "path": f"data/{name}.csv", "schema": f"schemas/{name}.json"}
    files["descriptor.json"] = _json({**template.descriptor, **names, "description": specification.title})
    files["policy.yaml"] = _policy(protected, specification)
    return files


def certificate(
    protected: ProtectedTable, specification: Specification, files: Mapping[str, str], seconds: float
) -> str:
    """Certify the method and the proof, without any count of people, for the proposal that adds the table."""
    data = files[f"data/{specification.table}.csv"]
    return _json(
        {
            "table": specification.table,
            "counted_on": specification.counted_on,
            "method": dict(protected.method),
            "dimensions": list(protected.table.dimensions),
            "cells": len(protected.numbers),
            "withheld": sum(number is None for number in protected.numbers.values()),
            "margins": len(protected.table.margins),
            "proven": "for each cell that is not told exactly two tables of whole numbers fit all that is told, and"
            " differ in it by the width at least; for rounded cells by the base less one",
            "seconds": round(seconds, 1),
            "sha256": sha256(data.encode()),
        }
    )


def _code_list(dimension: Dimension, codes: Sequence[str], registers: Registers) -> str:
    """The codes that the table uses, from the package or from the specification."""
    known = registers.code_lists[dimension.list]
    rows = []
    for code in codes:
        if code in dimension.codes:
            new = dimension.codes[code]
            rows.append((code, new.title, new.parent, new.partition, ""))
        else:
            old = known[code]
            rows.append((code, old.title, old.parent, old.partition, old.note))
    return _csv(("code", "title", "parent", "partition", "note"), rows)


def _figures(protected: ProtectedTable, specification: Specification) -> str:
    """The figures of the table in CSV, a row for each cell."""
    header = (
        "figure", "indicator", *specification.dimensions, "period_start", "period_end", "counted_on", "value",
        "value_low", "value_high", "interval_kind", "qualifier", "status", "originator", "source", "via", "confidence",
        "note",
    )  # fmt: skip
    exact = protected.method["name"] == "suppression"
    rows = []
    for codes, number in protected.numbers.items():
        start, end = _span(protected, codes[-1]) if specification.period else ("", specification.counted_on)
        qualifier = Qualifier.EXACT if exact or number is None else Qualifier.ABOUT
        status = Status.SUPPRESSED if number is None else Status.PUBLISHED
        note = WITHHELD if number is None else "" if exact else ROUNDED
        figure = "-".join((specification.table.replace("_", "-"), *codes, specification.counted_on)).lower()
        rows.append(
            (
                figure, specification.indicator, *codes[: len(specification.dimensions)], start, end,
                specification.counted_on, "" if number is None else str(number), "", "", "", qualifier, status,
                specification.originator, specification.source, Via.OWN_PAGE, "high", note,
            )
        )  # fmt: skip
    return _csv(header, rows)


def _span(protected: ProtectedTable, code: str) -> tuple[str, str]:
    """The first and the last month of a period's code; for a longer period, those of the finest periods in it."""
    parts = [part for part in protected.table.codes(-1) if part != code and (code == EVER or part.startswith(code))]
    if parts:
        spans = [_span(protected, part) for part in parts]
        return min(spans)[0], max(end for _, end in spans)
    if "-Q" in code:
        first = int(code[-1]) * 3 - 2
        return f"{code[:4]}-{first:02}", f"{code[:4]}-{first + 2:02}"
    return (f"{code}-01", f"{code}-12") if len(code) == 4 else (code, code)


def _schema(specification: Specification, template: Mapping[str, Any], replaced: set[str]) -> dict[str, Any]:
    own = [
        {"name": name, "type": "string", "title": name.capitalize(), "constraints": {"required": True}}
        for name in specification.dimensions
    ]
    fields = [field for field in template["fields"] if field["name"] not in replaced]
    after = [field["name"] for field in fields].index("indicator") + 1
    keys = [key for key in template["foreignKeys"] if key["fields"][0] not in replaced]
    keys += [
        {"fields": [name], "reference": {"resource": dimension.list, "fields": ["code"]}}
        for name, dimension in specification.dimensions.items()
    ]
    return {**template, "fields": [*fields[:after], *own, *fields[after:]], "foreignKeys": keys}


def _policy(protected: ProtectedTable, specification: Specification) -> str:
    base = protected.method.get("base")
    rounding = f", rounding: controlled, base: {base}" if base else ""
    reason = "Made from a confidential list; see its certificate."
    return f'{specification.table}: {{rule: tabulated{rounding}, reason: "{reason}"}}\n'


def _csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _json(content: Any) -> str:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"
