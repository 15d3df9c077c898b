"""Describes a release for open-data portals as a catalogue: DCAT-AP 3 (semiceu.github.io/DCAT-AP).

The release at hand is one data set with each of its tables as a part; earlier releases are its versions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.publishing.archive.citation import author_of
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.registry import ZIP, Download, Format
from scripts.publishing.metadata.rdf import (
    Node,
    day,
    english,
    graph_files,
    link,
    links,
    node_links,
    node_name,
    on_site,
    typed,
)
from scripts.reading.package.descriptor import Resource

_EUROPE = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
_ENGLISH = f"{_EUROPE}/language/ENG"
_PUBLIC = f"{_EUROPE}/access-right/PUBLIC"
_IRREGULAR = f"{_EUROPE}/frequency/IRREG"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat_catalog(
    publication: Publication, offered: Sequence[Download], earlier: Sequence[Publication], cache: Path | None = None
) -> dict[str, bytes]:
    """Write the catalogue as JSON-LD and as Turtle, by path on the site.

    offered: the downloads of the release. earlier: the sealed releases before it. cache: see `graph_files`.
    """
    nodes = list(_Catalog(publication, offered, earlier).nodes())
    return graph_files(nodes, _PREFIXES, publication.root("../"), cache)


@dataclass(frozen=True)
class _Catalog:
    publication: Publication
    offered: Sequence[Download]
    earlier: Sequence[Publication]

    @cached_property
    def tables(self) -> tuple[Resource, ...]:
        """The tables of the release."""
        return tuple(self.publication.package.resources.values())

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The names of the earlier releases."""
        return tuple(_release_name(publication) for publication in self.earlier)

    def nodes(self) -> Iterator[Node]:
        """Give every node in the order of the files."""
        yield self.catalog()
        yield {"@id": node_name("publisher"), "@type": "foaf:Agent", "foaf:name": author_of(self.publication)}
        yield from _coverage(self.publication)
        yield self.whole()
        for resource in self.tables:
            yield self.table(resource)
        for download in self.offered:
            yield _distribution(download, self.publication)
            yield _checksum(download)
        for publication in self.earlier:
            yield _version(publication)
            yield _archive(publication)
        publications = (*self.earlier, self.publication)
        sources = {s["path"]: s for each in publications for s in each.package.descriptor.get("sources", ())}
        yield from map(_described_source, sources.values())
        yield from self.typed_addresses()

    def typed_addresses(self) -> Iterator[Node]:
        """Say of every address of others and every page of the site what it is, as DCAT-AP asks (`dct:license` …)."""
        forms = {download.format: None for download in self.offered} | {ZIP: None}
        publications = (self.publication, *self.earlier)
        kinds: dict[str, Iterable[str]] = {
            "dct:LicenseDocument": (publication.licence_url for publication in publications),
            "dct:LinguisticSystem": (_ENGLISH,),
            "dct:RightsStatement": (_PUBLIC,),
            "dct:Frequency": (_IRREGULAR,),
            "dct:MediaType": filter(None, map(_media_type, forms)),
            "dct:MediaTypeOrExtent": filter(None, map(_file_type, forms)),
            "spdx:ChecksumAlgorithm": (_SHA256,),
        }
        for kind, addresses in kinds.items():
            yield from ({**link(address), "@type": kind} for address in dict.fromkeys(addresses))
        for page in dict.fromkeys(("index.html", *map(self.publication.page, self.tables))):
            yield {**on_site(page), "@type": "foaf:Document"}

    def catalog(self) -> Node:
        """Describe the catalogue itself."""
        names = ("dataset", *(resource.name for resource in self.tables), *self.versions)
        return {
            "@id": node_name("catalogue"),
            "@type": "dcat:Catalog",
            "dct:title": english(self.publication.title),
            "dct:description": english(self.publication.description),
            "dct:publisher": link(node_name("publisher")),
            "dct:license": link(self.publication.licence_url),
            "dct:language": link(_ENGLISH),
            "dct:modified": day(self.publication.day),
            "foaf:homepage": on_site("index.html"),
            "dcat:dataset": node_links(names),
        }

    def whole(self) -> Node:
        """Describe the release at hand."""
        publication = self.publication
        files = (f"file-{download.path}" for download in self.offered if not download.resource)
        return {
            **_dataset(publication, "dataset", publication.title, publication.description),
            "dct:hasPart": node_links(resource.name for resource in self.tables),
            "dcat:hasVersion": node_links(self.versions),
            "dcat:landingPage": on_site("index.html"),
            "dcat:distribution": node_links(files),
        }

    def table(self, resource: Resource) -> Node:
        """Describe a table of the release."""
        description = str(resource.descriptor["description"])
        files = (f"file-{download.path}" for download in self.offered if download.resource == resource.name)
        return {
            **_dataset(self.publication, resource.name, resource.title, description),
            "dct:isPartOf": link(node_name("dataset")),
            "dcat:distribution": node_links(files),
            "dcat:landingPage": on_site(self.publication.page(resource)),
        }


def _dataset(publication: Publication, name: str, title: str, description: str) -> Node:
    descriptor = publication.package.descriptor
    node: Node = {
        "@id": node_name(name),
        "@type": "dcat:Dataset",
        "dct:title": english(title),
        "dct:description": english(description),
        "dct:identifier": f"{publication.file}-{name}",
        "dct:publisher": link(node_name("publisher")),
        "dct:creator": link(node_name("publisher")),
        "dct:issued": day(publication.day),
        "dct:language": link(_ENGLISH),
        "dct:accessRights": link(_PUBLIC),
        "dct:accrualPeriodicity": link(_IRREGULAR),
        "dct:spatial": node_links(map(_slug, descriptor.get("spatial", ()))),
        "dct:source": links(source["path"] for source in descriptor.get("sources", ())),
        "dcat:version": publication.version,
        "dcat:keyword": [english(word) for word in publication.keywords],
        "dct:temporal": link(node_name("period")) if "temporal" in descriptor else [],
    }
    return {key: value for key, value in node.items() if value != []}


def _version(publication: Publication) -> Node:
    """Describe an earlier release."""
    name = _release_name(publication)
    return {
        **_dataset(publication, name, publication.title, publication.description),
        "dct:isVersionOf": link(node_name("dataset")),
        "dcat:distribution": node_links([f"{name}-file"]),
    }


def _archive(publication: Publication) -> Node:
    """Describe the archive of an earlier release."""
    node = _file(ZIP, ZIP.address(publication), publication)
    return node | {"@id": node_name(f"{_release_name(publication)}-file")}


def _release_name(publication: Publication) -> str:
    return f"release-{publication.version}"


def _distribution(download: Download, publication: Publication) -> Node:
    return {
        **_file(download.format, download.path, publication),
        "dct:title": english(download.format.name),
        "dcat:byteSize": typed(str(download.bytes), "nonNegativeInteger"),
        "spdx:checksum": link(node_name(f"sha256-{download.path}")),
    }


def _checksum(download: Download) -> Node:
    return {
        "@id": node_name(f"sha256-{download.path}"),
        "@type": "spdx:Checksum",
        "spdx:algorithm": link(_SHA256),
        "spdx:checksumValue": typed(download.sha256, "hexBinary"),
    }


def _file(form: Format, path: str, publication: Publication) -> Node:
    """Describe a file, with its media type where IANA registered it, and its European file type where there is one."""
    node: Node = {
        "@id": node_name(f"file-{path}"),
        "@type": "dcat:Distribution",
        "dcat:accessURL": on_site(path),
        "dcat:downloadURL": on_site(path),
        "dct:license": link(publication.licence_url),
    }
    types = {"dcat:mediaType": _media_type(form), "dct:format": _file_type(form)}
    return node | {name: link(address) for name, address in types.items() if address}


def _media_type(form: Format) -> str:
    """Give the address of a media type that IANA registered; empty for others."""
    return "" if "/x-" in form.media else f"{_MEDIA}/{form.media}"


def _file_type(form: Format) -> str:
    """Give the address of a file type of the European list; empty where it has none."""
    return f"{_EUROPE}/file-type/{form.file_type}" if form.file_type else ""


def _described_source(source: Mapping[str, str]) -> Node:
    """Describe a data set of others from which series were taken."""
    title, description = source["title"], f"Data set of others from which series were taken: {source['title']}."
    words = {"dct:title": english(title), "dct:description": english(description)}
    return {**link(source["path"]), "@type": "dcat:Dataset", **words}


def _coverage(publication: Publication) -> Iterator[Node]:
    """Describe the places and the period that the data cover."""
    descriptor = publication.package.descriptor
    for place in descriptor.get("spatial", ()):
        yield {"@id": node_name(_slug(place)), "@type": "dct:Location", "skos:prefLabel": english(place)}
    if "temporal" in descriptor:
        ends = {f"dcat:{end}Date": typed(descriptor["temporal"][end], "date") for end in ("start", "end")}
        yield {"@id": node_name("period"), "@type": "dct:PeriodOfTime", **ends}


def _slug(words: str) -> str:
    return words.lower().replace(" ", "-")
