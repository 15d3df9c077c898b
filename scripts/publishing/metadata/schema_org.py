"""Descriptions of the data set for search engines: schema.org `Dataset` as JSON-LD, one for each page that shows it.

Addresses are absolute where the homepage is known and else counted from the page, given the way up to the site's root.
Following Google's and ESIP's science-on-schema.org guidelines for data sets.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from scripts.publishing.archive.citation import author_of, cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.registry import ZIP, Download
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import figure_resources
from scripts.reading.release.archives import IndexEntry

CONTEXT = "https://schema.org/"


def dataset_jsonld(publication: Publication, offered: Sequence[Download], up: str) -> dict[str, Any]:
    """The whole release at hand, for the home page and short enough to stand in it; its tables are its parts."""
    root, package = publication.root(up), publication.package
    resources = [resource for resource in package.resources.values() if resource not in package.code_lists]
    measured = _indicators(publication, [resource.name for resource in figure_resources(package)])
    return {
        "@context": CONTEXT,
        **_described(publication, root),
        "distribution": [_download(one, root) for one in offered if not one.resource],
        "hasPart": [_part(resource, publication, root) for resource in resources],
        "variableMeasured": [{key: one[key] for key in one if key != "description"} for one in measured],
    }


def table_jsonld(publication: Publication, resource: Resource, offered: Sequence[Download], up: str) -> dict[str, Any]:
    """One table of the release at hand, for its page."""
    root = publication.root(up)
    shared = _described(publication, root)
    whole = {key: shared[key] for key in ("@type", "@id", "name", "description", "license", "creator")}
    return {
        "@context": CONTEXT,
        **shared,
        **_part(resource, publication, root),
        "isPartOf": whole,
        "distribution": [_download(one, root) for one in offered if one.resource == resource.name],
        "variableMeasured": _indicators(publication, [resource.name]) or _fields(resource),
    }


def archive_jsonld(publication: Publication, entry: IndexEntry, up: str) -> dict[str, Any]:
    """One sealed release, for the page of releases."""
    root = publication.root(up)
    download = Download(ZIP, "", ZIP.address(publication), entry.bytes, entry.sha256)
    return {
        "@context": CONTEXT,
        **_described(publication, root),
        "@id": f"{root}#release-{publication.version}",
        "distribution": [_download(download, root)],
    }


def _described(publication: Publication, root: str) -> dict[str, Any]:
    descriptor = publication.package.descriptor
    author = {"@type": "Organization", "name": author_of(publication)}
    described: dict[str, Any] = {
        "@type": "Dataset",
        "@id": f"{root}#dataset",
        "url": root,
        "name": publication.title,
        "description": str(descriptor["description"]),
        "version": publication.version,
        "datePublished": publication.day.isoformat(),
        "license": str(descriptor["licenses"][0]["path"]),
        "creator": author,
        "publisher": author,
        "creditText": cite_as(publication),
        "keywords": list(descriptor["keywords"]),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": author_of(publication), "url": root},
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


def _part(resource: Resource, publication: Publication, root: str) -> dict[str, Any]:
    """A table in short. Search engines ask for fifty letters of description; the whole's own words fill what lacks."""
    text = str(resource.descriptor["description"])
    return {
        "@type": "Dataset",
        "@id": f"{root}#table-{resource.name}",
        "url": f"{root}{publication.page(resource)}",
        "name": f"{resource.title}. {publication.title}",
        "description": text if len(text) >= 50 else f"{text} {publication.package.descriptor['description']}",
        "license": str(publication.package.descriptor["licenses"][0]["path"]),
        "creator": {"@type": "Organization", "name": author_of(publication)},
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


def _indicators(publication: Publication, tables: Sequence[str]) -> list[dict[str, Any]]:
    indicators = publication.registers.indicators.values()
    return list(
        _values((i.code, i.title, f"{i.definition} {i.not_this}", i.unit) for i in indicators if i.resource in tables)
    )


def _fields(resource: Resource) -> list[dict[str, Any]]:
    return list(_values((f.name, f.title, f.description, f.unit) for f in resource.fields))


def _values(told: Iterable[tuple[str, str, str, str]]) -> Iterable[dict[str, Any]]:
    for code, title, description, unit in told:
        value = {"propertyID": code, "name": title, "description": description, "unitText": unit}
        yield {"@type": "PropertyValue", **{key: text for key, text in value.items() if text}}
