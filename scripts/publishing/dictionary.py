"""The texts inside the package: README with the data dictionary, and how to cite."""

from collections.abc import Iterator
from datetime import date

import yaml

from scripts.checks import Cleared
from scripts.reading.package import Field, Resource


def readme(release: Cleared, created: date) -> str:
    """What the package is, what each table and field means, what each indicator is and is not, and how to cite it."""
    package = release.package
    parts = [
        f"# {package.descriptor['title']}",
        f"Release {package.version}, {created.isoformat()}. {package.descriptor['description']}",
        "Data: CC BY 4.0 (LICENSE-DATA). Figures taken from The Economist's data are CC BY 4.0 too, those from "
        "PetroIvaniuk's data set MIT; the register `sources` names the page behind every figure.",
        "An empty cell is not zero: the field `status` says whether a number is withheld (suppressed), was never given "
        "(not-reported), is meaningless (not-applicable) or was withdrawn (retracted). Figures of different kinds, "
        "units or status families must not be added.",
        f"Cite as: {cite_as(release, created)}",
        "Check what you downloaded: `sha256sum -c SHA256SUMS`.",
        "## Tables",
        *(part for resource in package.resources.values() for part in _table(resource)),
        "## Indicators",
        *_indicators(release),
    ]
    return "\n\n".join(parts) + "\n"


def cite_as(release: Cleared, created: date) -> str:
    """The citation of a release, as a reference list has it."""
    title = release.package.descriptor["title"]
    return f"Unaccounted ({created.year}). {title}. Release {release.package.version}. CC BY 4.0."


def citation(release: Cleared, created: date) -> str:
    """The citation of the data as a CITATION.cff (citation-file-format.github.io, 1.2.0)."""
    content = {
        "cff-version": "1.2.0",
        "message": "Please cite this release of the data.",
        "type": "dataset",
        "title": release.package.descriptor["title"],
        "abstract": release.package.descriptor["description"],
        "authors": [{"name": "Unaccounted"}],
        "version": release.package.version,
        "date-released": created.isoformat(),
        "license": "CC-BY-4.0",
        "keywords": list(release.package.descriptor["keywords"]),
    }
    return str(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=110))


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


def _indicators(release: Cleared) -> Iterator[str]:
    for indicator in release.registers.indicators.values():
        facts = f"{indicator.kind}, {indicator.unit}, {indicator.measure}, dated by {indicator.date_basis}"
        yield f"- `{indicator.code}`: **{indicator.title}** ({facts}). {indicator.definition} {indicator.not_this}"
