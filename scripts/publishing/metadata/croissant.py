"""Describes a release for machine learning: Croissant 1.1 (docs.mlcommons.org/croissant), by which tables are loaded.

Every table is a set of records with its key, types, and references to other tables; code lists are enumerations.
Partial dates such as 2024-12 are texts, as they are in the tables.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scripts.publishing.archive.citation import author_of, bibtex, cite_as, cited_release
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.registry import CSV, Download
from scripts.reading.package.descriptor import Field, Package, Resource

VERSION = "http://mlcommons.org/croissant/1.1"
# The context that the specification prescribes.
CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {
    "number": "sc:Float",
    "integer": "sc:Integer",
    "year": "sc:Integer",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}


def croissant(publication: Publication, offered: Sequence[Download]) -> dict[str, Any]:
    """Describe a release; addresses are counted from `metadata/` where the homepage is not known."""
    root = publication.root("../")
    package = publication.package
    author = {"@type": "sc:Organization", "name": author_of(publication)}
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": VERSION,
        "name": str(package.descriptor["name"]),
        "alternateName": publication.title,
        "description": publication.description,
        "version": publication.version,
        "datePublished": publication.day.isoformat(),
        "license": publication.licence_url,
        "url": publication.root("") or f"urn:{package.descriptor['name']}:{publication.version}",
        "creator": author,
        "publisher": author,
        "creditText": cite_as(publication),
        "citeAs": bibtex(cited_release(publication)),
        "keywords": publication.keywords,
        "inLanguage": "en",
        "isLiveDataset": False,
        "distribution": [_file(download, root) for download in offered if download.format == CSV],
        "recordSet": [_records(resource, package) for resource in package.resources.values()],
    }


def _file(download: Download, root: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{download.resource}.csv",
        "name": f"{download.resource}.csv",
        "contentUrl": f"{root}{download.path}",
        "contentSize": f"{download.bytes} B",
        "encodingFormat": download.format.media,
        "sha256": download.sha256,
    }


def _records(resource: Resource, package: Package) -> dict[str, Any]:
    records: dict[str, Any] = {
        "@type": "cr:RecordSet",
        "@id": resource.name,
        "name": resource.title,
        "description": str(resource.descriptor["description"]),
        "key": [{"@id": f"{resource.name}/{name}"} for name in resource.key],
        "field": [_field(field, resource, package) for field in resource.fields],
    }
    return records | ({"dataType": "sc:Enumeration"} if resource in package.code_lists else {})


def _field(field: Field, resource: Resource, package: Package) -> dict[str, Any]:
    description: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{resource.name}/{field.name}",
        "name": field.title,
        "description": field.description,
        "dataType": _TYPES.get(field.type, "sc:Text"),
        "source": {"fileObject": {"@id": f"{resource.name}.csv"}, "extract": {"column": field.name}},
    }
    if resource.references.get(field.name, resource.name) != resource.name:
        # A code list that refers to itself is left out: the reference implementation cannot load one.
        other = package.resources[resource.references[field.name]]
        description["references"] = {"field": {"@id": f"{other.name}/{other.key[0]}"}}
    return description
