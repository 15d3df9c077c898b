"""Writes every description of the release for machines, made from the descriptor, in `metadata/` and `citations/`.

Addresses: `metadata/dataset.jsonld`, `metadata/tables/<table>.jsonld` and `metadata/releases/<version>.jsonld`
(schema.org), `metadata/catalogue.ttl` and `.jsonld` (DCAT-AP), `metadata/croissant.json`, `metadata/csvw.json` (CSV on
the Web), `metadata/datacite.json`, `metadata/zenodo.json` (which a repository to deposit holds as `.zenodo.json`),
`metadata/CITATION.cff`; and `citations/<release or table>.bib`, `.ris` and `.csl.json`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from scripts.checks import Cleared
from scripts.files import to_json
from scripts.publishing.archive.citation import cff, citations, cited_release, cited_table
from scripts.publishing.archive.publication import Publication, all_publications, current_publication
from scripts.publishing.formats.registry import Download, downloads
from scripts.publishing.metadata import croissant, datacite_zenodo, schema_org
from scripts.publishing.metadata.csvw_tables import csvw_tables
from scripts.publishing.metadata.dcat import dcat_catalog


def all_metadata(
    release: Cleared, created: date, files: Mapping[str, bytes], cache: Path | None = None
) -> dict[str, bytes]:
    """Write every description, by path on the site; `files` are the files of the package and its formats by path."""
    publication, publications = current_publication(release, created), all_publications(release, created)
    offered = downloads(publication, files)
    parts = (_metadata(publication, offered), _archives(release, publications), _citations(publication, publications))
    files_by_path = {path: content for part in parts for path, content in part}
    return {**files_by_path, **dcat_catalog(publication, offered, publications[:-1], cache)}


def _metadata(publication: Publication, offered: Sequence[Download]) -> Iterator[tuple[str, bytes]]:
    yield "metadata/dataset.jsonld", to_json(schema_org.dataset_jsonld(publication, offered, "../"))
    for name, resource in publication.package.resources.items():
        yield (
            f"metadata/tables/{name}.jsonld",
            to_json(schema_org.table_jsonld(publication, resource, offered, "../../")),
        )
    yield "metadata/croissant.json", to_json(croissant.croissant(publication, offered))
    yield "metadata/csvw.json", to_json(csvw_tables(publication, offered))
    yield "metadata/datacite.json", to_json(datacite_zenodo.datacite(publication))
    yield "metadata/zenodo.json", to_json(datacite_zenodo.zenodo(publication))
    yield "metadata/CITATION.cff", cff(publication).encode()


def _archives(release: Cleared, publications: Sequence[Publication]) -> Iterator[tuple[str, bytes]]:
    entries = {entry.version: entry for entry in release.archives.index}
    for publication in publications:
        if publication.version in entries:
            description = schema_org.archive_jsonld(publication, entries[publication.version], "../../")
            yield f"metadata/releases/{publication.version}.jsonld", to_json(description)


def _citations(publication: Publication, publications: Sequence[Publication]) -> Iterator[tuple[str, bytes]]:
    for each in publications:
        for ending, content in citations(cited_release(each)):
            yield f"citations/{each.file}.{ending}", content
    for name, resource in publication.package.resources.items():
        for ending, content in citations(cited_table(publication, resource)):
            yield f"citations/{name}.{ending}", content
