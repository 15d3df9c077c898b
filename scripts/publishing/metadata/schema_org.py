"""Describes the data for search engines: schema.org `Dataset` as JSON-LD, one for each page that shows them.

Addresses are absolute where the homepage is known, else relative to the page: `up` leads from it to the root of the
site. Follows the guidelines of Google and of ESIP (science-on-schema.org) for data sets.
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


# What only the descriptions of single tables say of an indicator, so that the home page stays light.
_TOLD_BY_TABLES = ("description", "propertyID")


def dataset_jsonld(publication: Publication, offered: Sequence[Download], up: str) -> dict[str, Any]:
    """Describe the whole release, with its tables as parts, briefly enough for the head of the home page."""
    root, package = publication.root(up), publication.package
    resources = [resource for resource in package.resources.values() if resource not in package.code_lists]
    measured = _indicators(publication, [resource.name for resource in figure_resources(package)])
    return {
        "@context": CONTEXT,
        **_release(publication, root),
        "distribution": [_download(download, root) for download in offered if not download.resource],
        "hasPart": [_part(resource, publication, root) for resource in resources],
        "variableMeasured": [
            {key: text for key, text in value.items() if key not in _TOLD_BY_TABLES} for value in measured
        ],
    }


def table_jsonld(publication: Publication, resource: Resource, offered: Sequence[Download], up: str) -> dict[str, Any]:
    """Describe one table of a release, for its page."""
    root = publication.root(up)
    shared = _release(publication, root)
    whole = {key: shared[key] for key in ("@type", "@id", "name", "description", "license", "creator")}
    return {
        "@context": CONTEXT,
        **shared,
        **_part(resource, publication, root),
        "isPartOf": whole,
        "distribution": [_download(d, root) for d in offered if d.resource == resource.name],
        "variableMeasured": _indicators(publication, [resource.name]) or _fields(resource),
    }


def archive_jsonld(publication: Publication, entry: IndexEntry, up: str) -> dict[str, Any]:
    """Describe a sealed release, for the page of releases."""
    root = publication.root(up)
    download = Download(ZIP, "", ZIP.address(publication), entry.bytes, entry.sha256)
    return {
        "@context": CONTEXT,
        **_release(publication, root),
        "@id": f"{root}#release-{publication.version}",
        "distribution": [_download(download, root)],
    }


def _release(publication: Publication, root: str) -> dict[str, Any]:
    descriptor = publication.package.descriptor
    author = {"@type": "Organization", "name": author_of(publication)}
    description: dict[str, Any] = {
        "@type": "Dataset",
        "@id": f"{root}#dataset",
        "url": root,
        "name": publication.title,
        "description": publication.description,
        "version": publication.version,
        "datePublished": publication.day.isoformat(),
        "license": publication.licence_url,
        "creator": author,
        "publisher": author,
        "creditText": cite_as(publication),
        "keywords": publication.keywords,
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
        description["temporalCoverage"] = "{start}/{end}".format(**descriptor["temporal"])
    if "id" in descriptor:
        description["identifier"] = str(descriptor["id"])
    return {key: value for key, value in description.items() if value not in ("", [])}


def _part(resource: Resource, publication: Publication, root: str) -> dict[str, Any]:
    """Describe a table briefly; search engines ask for fifty letters, so a shorter text gets the release's, too."""
    text = str(resource.descriptor["description"])
    return {
        "@type": "Dataset",
        "@id": f"{root}#table-{resource.name}",
        "url": f"{root}{publication.page(resource)}",
        "name": f"{resource.title}. {publication.title}",
        "description": text if len(text) >= 50 else f"{text} {publication.description}",
        "license": publication.licence_url,
        "creator": {"@type": "Organization", "name": author_of(publication)},
    }


def _download(download: Download, root: str) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": download.format.name,
        "encodingFormat": download.format.media,
        "contentUrl": f"{root}{download.path}",
        "contentSize": f"{download.bytes} B",
        "sha256": download.sha256,
    }


def _indicators(publication: Publication, tables: Sequence[str]) -> list[dict[str, Any]]:
    indicators = publication.registers.indicators.values()
    return list(
        _values((i.code, i.title, f"{i.definition} {i.not_this}", i.unit) for i in indicators if i.resource in tables)
    )


def _fields(resource: Resource) -> list[dict[str, Any]]:
    return list(_values((f.name, f.title, f.description, f.unit) for f in resource.fields))


def _values(variables: Iterable[tuple[str, str, str, str]]) -> Iterable[dict[str, Any]]:
    for code, title, description, unit in variables:
        value = {"propertyID": code, "name": title, "description": description, "unitText": unit}
        yield {"@type": "PropertyValue", **{key: text for key, text in value.items() if text}}
