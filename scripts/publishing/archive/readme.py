"""Writes the README inside the package: its description, tables, fields, indicators and known gaps."""

import re
from collections.abc import Callable, Iterator, Sequence

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.reading.declarations.markdown import BINDING, Page
from scripts.reading.package.descriptor import Field, Package, Resource
from scripts.reading.package.figures import figure_resources
from scripts.reading.package.registers import Registers

LICENCE = (
    "Data: CC BY 4.0 (LICENSE-DATA). Figures taken from The Economist's data are CC BY 4.0 too, those from "
    "PetroIvaniuk's data set MIT; the register `sources` names the page behind every figure."
)
GAPS = "en/method/gaps.md"

Resolve = Callable[[str], str]
"""Makes plain text of a reference: a figure's id, or an expression over figures."""

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")

STATUSES = (
    "An empty cell is not zero: the field `status` says whether a number is withheld (suppressed), was never given "
    "(not-reported), is meaningless (not-applicable) or was withdrawn (retracted). Figures of different kinds, "
    "units or status families must not be added."
)

READING = (
    "Reading the tables: polars takes the type of a column from its first rows and fails where a decimal comes later – "
    "give `read_csv` the option `infer_schema_length=None`. Dates may be a month or a year (2024-12, 2024): keep them "
    "as texts. Versions of releases are texts, too: 2026.10 is not 2026.1."
)
BESIDE = (
    "Two more tables are computed from this package and the releases before it, and stand beside it on the site, each "
    "with a descriptor that says what its columns mean. `formats/csv/figures.csv` has every figure of every table in "
    "one row, with its unit, titles, days, source and the day from which it could be known; `formats/parquet/` and "
    "`formats/stata/` have it too. `releases/vintages.csv` has each figure in each release."
)


def readme(publication: Publication, prose: Sequence[Page], resolve: Resolve) -> str:
    """Describe the package, how to cite it, its tables, fields and indicators, and the known gaps.

    prose: the pages about the package, of which the one on gaps is taken. resolve: gives the text that replaces each
    reference to a figure; only descriptions of fields keep theirs, because they explain how to write one.
    """
    package = publication.package
    tables, shared = package.resources.values(), _shared_by_figures(package)
    parts = [
        f"# {package.descriptor['title']}",
        f"Release {package.version}, {publication.day.isoformat()}. {_plain(publication.description, resolve)}",
        LICENCE,
        STATUSES,
        READING,
        BESIDE,
        f"Cite as: {cite_as(publication)}",
        "Check what you downloaded: `sha256sum -c SHA256SUMS`.",
        "## Tables",
        *_shared_fields(shared, package),
        *(part for resource in tables for part in _table(resource, shared, resolve)),
        "## Indicators",
        *(_plain(text, resolve) for text in _indicators(publication.registers)),
        *(_plain(text, resolve) for text in _gaps(prose)),
    ]
    return "\n\n".join(parts) + "\n"


def _plain(text: str, resolve: Resolve) -> str:
    return BINDING.sub(lambda reference: resolve(reference[1]), text)


def _shared_by_figures(package: Package) -> Sequence[str]:
    """List how the fields are described that every table of figures has alike, in the order of the first table."""
    described = [[_field(field, table) for field in table.fields] for table in figure_resources(package)]
    first = described[0] if described else []
    return [text for text in first if all(text in fields for fields in described)]


def _shared_fields(shared: Sequence[str], package: Package) -> Iterator[str]:
    if shared:
        yield "### Fields of every table of figures"
        yield f"They stand in {', '.join(f'`{table.name}`' for table in figure_resources(package))}."
        yield "\n".join(shared)


def _table(resource: Resource, shared: Sequence[str], resolve: Resolve) -> Iterator[str]:
    described = [_field(field, resource) for field in resource.fields]
    own = [text for text in described if text not in shared or resource.key != ("figure",)]
    yield f"### {resource.title} (`{resource.path}`)"
    yield _plain(str(resource.descriptor["description"]), resolve)
    if len(own) < len(described):
        yield "Besides the fields of every table of figures it has:"
    yield "\n".join(own)


def _field(field: Field, resource: Resource) -> str:
    unit = f", unit: {field.unit}" if field.unit else ""
    values = f" One of: {', '.join(field.values)}." if field.values else ""
    target = resource.references.get(field.name)
    reference = "" if target is None else f" Refers to `{target}`."
    return f"- `{field.name}` ({field.type}{unit}): {field.description}{values}{reference}"


def _indicators(registers: Registers) -> Iterator[str]:
    for indicator in registers.indicators.values():
        facts = f"{indicator.kind}, {indicator.unit}, {indicator.measure}, dated by {indicator.date_basis}"
        yield f"- `{indicator.code}`: **{indicator.title}** ({facts}). {indicator.definition} {indicator.not_this}"


def _gaps(prose: Sequence[Page]) -> Iterator[str]:
    """Give the text below the heading of the page on gaps, without links, which lead nowhere from the package."""
    page = next((page for page in prose if page.path == GAPS), None)
    if page:
        start = next(number for number, line in enumerate(page.lines) if line.startswith("# "))
        yield "## Known gaps"
        yield _LINK.sub(r"\1", "\n".join(page.lines[start + 1 :]).strip())
