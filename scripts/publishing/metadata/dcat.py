"""The catalogue for open-data portals: DCAT-AP 3 (semiceu.github.io/DCAT-AP) as JSON-LD and as Turtle.

The release at hand is one data set with each of its tables as a part; earlier releases are its versions. Every node has
a name and none is blank, so that the same release gives the same bytes. In both files a node's name is an address in
the Turtle file.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rdflib import Graph

from scripts.publishing.archive.citation import author_of
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.registry import ZIP, Download
from scripts.reading.package.descriptor import Resource

TURTLE, JSON_LD = "metadata/catalogue.ttl", "metadata/catalogue.jsonld"

_EUROPE = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
# Stands for the site's root where nobody knows its address; RFC 2606 keeps the domain from ever being one.
_UNKNOWN = "https://unknown.invalid/"
_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


def dcat_catalog(
    publication: Publication, offered: Sequence[Download], earlier: Sequence[Publication]
) -> dict[str, bytes]:
    """The catalogue in both forms, by path on the site; `earlier` are the sealed releases before the one at hand."""
    nodes = list(_nodes(publication, offered, earlier))
    described = json.dumps({"@context": _PREFIXES, "@graph": nodes}, ensure_ascii=False, indent=0)
    graph = Graph().parse(data=described, format="json-ld", publicID=f"{_UNKNOWN}metadata/")
    turtle = graph.serialize(format="turtle")
    root = publication.root("../")
    texts = {JSON_LD: f"{described}\n", TURTLE: turtle}
    return {path: text.replace(_UNKNOWN, root).encode() for path, text in texts.items()}


def _nodes(publication: Publication, offered: Sequence[Download], earlier: Sequence[Publication]) -> Iterator[Node]:
    resources = publication.package.resources.values()
    parts = [_name(resource.name) for resource in resources]
    yield _catalogue(publication, [_name("dataset"), *parts, *(_name(f"release-{e.version}") for e in earlier)])
    yield {"@id": _name("publisher"), "@type": "foaf:Agent", "foaf:name": author_of(publication)}
    yield from _places(publication)
    whole = _dataset(publication, "dataset", publication.title, str(publication.package.descriptor["description"]))
    yield whole | {
        "dct:hasPart": _links(parts),
        "dcat:hasVersion": _links(_name(f"release-{e.version}") for e in earlier),
        "dcat:landingPage": _link(f"{_UNKNOWN}index.html"),
        "dcat:distribution": _links(_name(f"file-{one.path}") for one in offered if not one.resource),
    }
    for resource in resources:
        yield _table(publication, resource, offered)
    for one in offered:
        yield from _distribution(one, publication)
    for before in earlier:
        yield from _version(before)


def _catalogue(publication: Publication, datasets: Sequence[str]) -> Node:
    return {
        "@id": _name("catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": _text(publication.title),
        "dct:description": _text(str(publication.package.descriptor["description"])),
        "dct:publisher": _link(_name("publisher")),
        "dct:license": _link(_licence(publication)),
        "dct:language": _link(f"{_EUROPE}/language/ENG"),
        "dct:modified": _day(publication),
        "foaf:homepage": _link(f"{_UNKNOWN}index.html"),
        "dcat:dataset": _links(datasets),
    }


def _dataset(publication: Publication, name: str, title: str, description: str) -> Node:
    descriptor = publication.package.descriptor
    node: Node = {
        "@id": _name(name),
        "@type": "dcat:Dataset",
        "dct:title": _text(title),
        "dct:description": _text(description),
        "dct:identifier": f"{publication.file}-{name}",
        "dct:publisher": _link(_name("publisher")),
        "dct:creator": _link(_name("publisher")),
        "dct:issued": _day(publication),
        "dct:language": _link(f"{_EUROPE}/language/ENG"),
        "dct:accessRights": _link(f"{_EUROPE}/access-right/PUBLIC"),
        "dct:accrualPeriodicity": _link(f"{_EUROPE}/frequency/IRREG"),
        "dct:spatial": _links(_name(_slug(place)) for place in descriptor.get("spatial", ())),
        "dct:source": _links(source["path"] for source in descriptor.get("sources", ())),
        "dcat:version": publication.version,
        "dcat:keyword": [_text(word) for word in descriptor["keywords"]],
    }
    if "temporal" in descriptor:
        node["dct:temporal"] = _link(_name("period"))
    return {key: told for key, told in node.items() if told != []}


def _table(publication: Publication, resource: Resource, offered: Sequence[Download]) -> Node:
    node = _dataset(publication, resource.name, resource.title, str(resource.descriptor["description"]))
    node["dct:isPartOf"] = _link(_name("dataset"))
    node["dcat:distribution"] = _links(_name(f"file-{one.path}") for one in offered if one.resource == resource.name)
    return node | {"dcat:landingPage": _link(f"{_UNKNOWN}{publication.page(resource)}")}


def _version(publication: Publication) -> Iterator[Node]:
    """An earlier release, whose archive lies beside the newer ones."""
    name = f"release-{publication.version}"
    node = _dataset(publication, name, publication.title, str(publication.package.descriptor["description"]))
    node |= {"dct:isVersionOf": _link(_name("dataset")), "dcat:distribution": [_link(_name(f"{name}-file"))]}
    yield node
    yield {
        **_file(ZIP.address(publication), publication),
        "@id": _name(f"{name}-file"),
        **_kind(ZIP.media, ZIP.file_type),
    }


def _distribution(one: Download, publication: Publication) -> Iterator[Node]:
    checksum = _name(f"sha256-{one.path}")
    yield (
        _file(one.path, publication)
        | _kind(one.format.media, one.format.file_type)
        | {
            "dct:title": _text(one.format.name),
            "dcat:byteSize": {"@value": str(one.bytes), "@type": "xsd:nonNegativeInteger"},
            "spdx:checksum": _link(checksum),
        }
    )
    yield {
        "@id": checksum,
        "@type": "spdx:Checksum",
        "spdx:algorithm": _link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": {"@value": one.sha256, "@type": "xsd:hexBinary"},
    }


def _file(path: str, publication: Publication) -> Node:
    return {
        "@id": _name(f"file-{path}"),
        "@type": "dcat:Distribution",
        "dcat:accessURL": _link(f"{_UNKNOWN}{path}"),
        "dcat:downloadURL": _link(f"{_UNKNOWN}{path}"),
        "dct:license": _link(_licence(publication)),
    }


def _kind(media: str, file_type: str) -> Node:
    """The media type, where IANA has registered it, and the European code of the file type, where there is one."""
    registered = {} if "/x-" in media else {"dcat:mediaType": _link(f"{_MEDIA}/{media}")}
    return registered | ({"dct:format": _link(f"{_EUROPE}/file-type/{file_type}")} if file_type else {})


def _places(publication: Publication) -> Iterator[Node]:
    descriptor = publication.package.descriptor
    for place in descriptor.get("spatial", ()):
        yield {"@id": _name(_slug(place)), "@type": "dct:Location", "skos:prefLabel": _text(place)}
    if "temporal" in descriptor:
        ends = {f"dcat:{end}Date": _typed(descriptor["temporal"][end]) for end in ("start", "end")}
        yield {"@id": _name("period"), "@type": "dct:PeriodOfTime", **ends}


def _licence(publication: Publication) -> str:
    return str(publication.package.descriptor["licenses"][0]["path"])


def _name(part: str) -> str:
    return f"{_UNKNOWN}{TURTLE}#{part}"


def _slug(words: str) -> str:
    return words.lower().replace(" ", "-")


def _link(address: str) -> Node:
    return {"@id": address}


def _links(addresses: Any) -> list[Node]:
    return [_link(address) for address in addresses]


def _text(words: str) -> Node:
    return {"@value": words, "@language": "en"}


def _day(publication: Publication) -> Node:
    return _typed(publication.day.isoformat())


def _typed(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}
