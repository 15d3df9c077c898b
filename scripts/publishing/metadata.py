"""Every description of the release for machines, generated from the descriptor, in `metadata/` and `citations/`.

Addresses: `metadata/dataset.jsonld`, `metadata/tables/<table>.jsonld` and `metadata/releases/<version>.jsonld`
(schema.org), `metadata/catalogue.ttl` and `.jsonld` (DCAT-AP), `metadata/croissant.json`, `metadata/datacite.json`,
`metadata/zenodo.json` (which a repository to deposit holds as `.zenodo.json`), `metadata/CITATION.cff`; and
`citations/<release or table>.bib`, `.ris` and `.csl.json`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from scripts.checks import Cleared
from scripts.publishing import croissant, deposit, schema_org
from scripts.publishing.catalogue import catalogue
from scripts.publishing.citation import cff, citations, part, whole
from scripts.publishing.edition import Edition, at_hand, every
from scripts.publishing.formats import Download, downloads


def metadata(release: Cleared, created: date, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every description, by path on the site; `files` are the files of the package and its formats by path."""
    edition, editions = at_hand(release, created), every(release, created)
    offered = downloads(edition, files)
    parts = (_described(edition, offered), _released(release, editions), _cited(edition, editions))
    described = {path: content for told in parts for path, content in told}
    return {**described, **catalogue(edition, offered, editions[:-1])}


def _described(edition: Edition, offered: Sequence[Download]) -> Iterator[tuple[str, bytes]]:
    yield "metadata/dataset.jsonld", _written(schema_org.dataset(edition, offered, "../"))
    for name, resource in edition.package.resources.items():
        yield f"metadata/tables/{name}.jsonld", _written(schema_org.table(edition, resource, offered, "../../"))
    yield "metadata/croissant.json", _written(croissant.croissant(edition, offered))
    yield "metadata/datacite.json", _written(deposit.datacite(edition))
    yield "metadata/zenodo.json", _written(deposit.zenodo(edition))
    yield "metadata/CITATION.cff", cff(edition).encode()


def _released(release: Cleared, editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    entries = {entry.version: entry for entry in release.published.index}
    for edition in editions:
        if edition.version in entries:
            described = schema_org.sealed(edition, entries[edition.version], "../../")
            yield f"metadata/releases/{edition.version}.jsonld", _written(described)


def _cited(edition: Edition, editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    for one in editions:
        for ending, content in citations(whole(one)):
            yield f"citations/{one.file}.{ending}", content
    for name, resource in edition.package.resources.items():
        for ending, content in citations(part(edition, resource)):
            yield f"citations/{name}.{ending}", content


def _written(content: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
