"""The README inside the package: what it is, what each table, field and indicator means, and what is not known."""

import re
from collections.abc import Iterator, Sequence

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.reading.declarations.markdown import Page
from scripts.reading.package.descriptor import Field, Resource
from scripts.reading.package.registers import Registers

LICENCE = (
    "Data: CC BY 4.0 (LICENSE-DATA). Figures taken from The Economist's data are CC BY 4.0 too, those from "
    "PetroIvaniuk's data set MIT; the register `sources` names the page behind every figure."
)
GAPS = "en/method/gaps.md"
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")

STATUSES = (
    "An empty cell is not zero: the field `status` says whether a number is withheld (suppressed), was never given "
    "(not-reported), is meaningless (not-applicable) or was withdrawn (retracted). Figures of different kinds, "
    "units or status families must not be added."
)


def readme(publication: Publication, prose: Sequence[Page]) -> str:
    """What the package is, how to cite it, what its tables, fields and indicators mean, and the gaps that are known.

    `prose` are the pages about it, of which the one on gaps is taken.
    """
    package = publication.package
    parts = [
        f"# {package.descriptor['title']}",
        f"Release {package.version}, {publication.day.isoformat()}. {package.descriptor['description']}",
        LICENCE,
        STATUSES,
        f"Cite as: {cite_as(publication)}",
        "Check what you downloaded: `sha256sum -c SHA256SUMS`.",
        "## Tables",
        *(part for resource in package.resources.values() for part in _table(resource)),
        "## Indicators",
        *_indicators(publication.registers),
        *_gaps(prose),
    ]
    return "\n\n".join(parts) + "\n"


def _table(resource: Resource) -> Iterator[str]:
    yield f"### {resource.title} (`{resource.path}`)"
    yield str(resource.descriptor["description"])
    yield "\n".join(_field(field, resource) for field in resource.fields)


def _field(field: Field, resource: Resource) -> str:
    unit = f", unit: {field.unit}" if field.unit else ""
    values = f" One of: {', '.join(field.values)}." if field.values else ""
    refers = (
        f" Refers to `{resource.references[field.name] or resource.name}`." if field.name in resource.references else ""
    )
    return f"- `{field.name}` ({field.type}{unit}): {field.description}{values}{refers}"


def _indicators(registers: Registers) -> Iterator[str]:
    for indicator in registers.indicators.values():
        facts = f"{indicator.kind}, {indicator.unit}, {indicator.measure}, dated by {indicator.date_basis}"
        yield f"- `{indicator.code}`: **{indicator.title}** ({facts}). {indicator.definition} {indicator.not_this}"


def _gaps(prose: Sequence[Page]) -> Iterator[str]:
    """What the page on gaps says below its heading, without its links, which lead nowhere from the package."""
    page = next((page for page in prose if page.path == GAPS), None)
    if page:
        start = next(number for number, line in enumerate(page.lines) if line.startswith("# "))
        yield "## Known gaps"
        yield _LINK.sub(r"\1", "\n".join(page.lines[start + 1 :]).strip())
