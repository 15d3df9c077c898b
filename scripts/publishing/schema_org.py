"""Descriptions of the data set for search engines: schema.org `Dataset` as JSON-LD, one for each page that shows it.

Addresses are absolute where the homepage is known and else counted from the page, given the way up to the site's root.
Following Google's and ESIP's science-on-schema.org guidelines for data sets.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from scripts.publishing.citation import author_of, cite_as
from scripts.publishing.edition import Edition
from scripts.publishing.formats import ZIP, Download
from scripts.reading.figures import figure_resources
from scripts.reading.package import Resource
from scripts.reading.published import Entry

CONTEXT = "https://schema.org/"


def dataset(edition: Edition, offered: Sequence[Download], up: str) -> dict[str, Any]:
    """The whole release at hand, for the home page and short enough to stand in it; its tables are its parts."""
    root, package = edition.root(up), edition.package
    resources = [resource for resource in package.resources.values() if resource not in package.code_lists]
    measured = _indicators(edition, [resource.name for resource in figure_resources(package)])
    return {
        "@context": CONTEXT,
        **_described(edition, root),
        "distribution": [_download(one, root) for one in offered if not one.resource],
        "hasPart": [_part(resource, edition, root) for resource in resources],
        "variableMeasured": [{key: one[key] for key in one if key != "description"} for one in measured],
    }


def table(edition: Edition, resource: Resource, offered: Sequence[Download], up: str) -> dict[str, Any]:
    """One table of the release at hand, for its page."""
    root = edition.root(up)
    shared = _described(edition, root)
    whole = {key: shared[key] for key in ("@type", "@id", "name", "description", "license", "creator")}
    return {
        "@context": CONTEXT,
        **shared,
        **_part(resource, edition, root),
        "isPartOf": whole,
        "distribution": [_download(one, root) for one in offered if one.resource == resource.name],
        "variableMeasured": _indicators(edition, [resource.name]) or _fields(resource),
    }


def sealed(edition: Edition, entry: Entry, up: str) -> dict[str, Any]:
    """One sealed release, for the page of releases."""
    root = edition.root(up)
    download = Download(ZIP, "", ZIP.address(edition), entry.bytes, entry.sha256)
    return {
        "@context": CONTEXT,
        **_described(edition, root),
        "@id": f"{root}#release-{edition.version}",
        "distribution": [_download(download, root)],
    }


def _described(edition: Edition, root: str) -> dict[str, Any]:
    descriptor = edition.package.descriptor
    author = {"@type": "Organization", "name": author_of(edition)}
    described: dict[str, Any] = {
        "@type": "Dataset",
        "@id": f"{root}#dataset",
        "url": root,
        "name": edition.title,
        "description": str(descriptor["description"]),
        "version": edition.version,
        "datePublished": edition.day.isoformat(),
        "license": str(descriptor["licenses"][0]["path"]),
        "creator": author,
        "publisher": author,
        "creditText": cite_as(edition),
        "keywords": list(descriptor["keywords"]),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": author_of(edition), "url": root},
        "isBasedOn": [
            {"@type": "CreativeWork", "name": source["title"], "url": source["path"]}
            for source in descriptor.get("sources", ())
        ],
        "spatialCoverage": [{"@type": "Place", "name": place} for place in descriptor.get("spatial", ())],
    }
    if "temporal" in descriptor:
        described["temporalCoverage"] = "{start}/{end}".format(**descriptor["temporal"])
    if "id" in descriptor:
        described["identifier"] = str(descriptor["id"])
    return {key: told for key, told in described.items() if told not in ("", [])}


def _part(resource: Resource, edition: Edition, root: str) -> dict[str, Any]:
    """A table in short. Search engines ask for fifty letters of description; the whole's own words fill what lacks."""
    text = str(resource.descriptor["description"])
    return {
        "@type": "Dataset",
        "@id": f"{root}#table-{resource.name}",
        "url": f"{root}{edition.page(resource)}",
        "name": f"{resource.title}. {edition.title}",
        "description": text if len(text) >= 50 else f"{text} {edition.package.descriptor['description']}",
        "license": str(edition.package.descriptor["licenses"][0]["path"]),
        "creator": {"@type": "Organization", "name": author_of(edition)},
    }


def _download(one: Download, root: str) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": one.format.name,
        "encodingFormat": one.format.media,
        "contentUrl": f"{root}{one.path}",
        "contentSize": f"{one.bytes} B",
        "sha256": one.sha256,
    }


def _indicators(edition: Edition, tables: Sequence[str]) -> list[dict[str, Any]]:
    indicators = edition.registers.indicators.values()
    return list(
        _values((i.code, i.title, f"{i.definition} {i.not_this}", i.unit) for i in indicators if i.resource in tables)
    )


def _fields(resource: Resource) -> list[dict[str, Any]]:
    return list(_values((f.name, f.title, f.description, f.unit) for f in resource.fields))


def _values(told: Iterable[tuple[str, str, str, str]]) -> Iterable[dict[str, Any]]:
    for code, title, description, unit in told:
        value = {"propertyID": code, "name": title, "description": description, "unitText": unit}
        yield {"@type": "PropertyValue", **{key: text for key, text in value.items() if text}}
