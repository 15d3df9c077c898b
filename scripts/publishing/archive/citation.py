"""Writes how a release or one of its tables is cited: in words, as CITATION.cff, BibTeX, RIS and CSL-JSON.

All of them are made from the descriptor. There is no address where the homepage is not known, and no DOI where the
descriptor has no `id`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from scripts.files import to_json
from scripts.publishing.archive.publication import Publication
from scripts.reading.package.descriptor import Resource


@dataclass(frozen=True)
class CitedWork:
    """A release or table to cite; `doi` and `address` are empty where there is none."""

    key: str
    title: str
    author: str
    publication: Publication
    licence: str
    doi: str
    address: str


def author_of(publication: Publication) -> str:
    """Give the author that a release names."""
    contributors = publication.package.descriptor.get("contributors", ())
    return next((str(c["title"]) for c in contributors if "author" in c.get("roles", ())), publication.title)


def cite_as(publication: Publication) -> str:
    """Write the citation of a release for a list of references."""
    licence = re.sub(r"^CC-BY-", "CC BY ", publication.licence)
    author, year = author_of(publication), publication.day.year
    return f"{author} ({year}). {publication.title}. Release {publication.version}. {licence}."


def cited_release(publication: Publication) -> CitedWork:
    """Give the whole release as a work."""
    return _work(publication, publication.file, publication.title)


def cited_table(publication: Publication, resource: Resource) -> CitedWork:
    """Give a table as a work of its own, whose title names the release."""
    return _work(publication, f"{publication.file}-{resource.name}", f"{resource.title}. Table of {publication.title}")


def citations(work: CitedWork) -> Iterator[tuple[str, bytes]]:
    """Write a work in every form that reference managers read, by the ending of its file."""
    yield "bib", bibtex(work).encode()
    yield "ris", ris(work).encode()
    yield "csl.json", to_json([csl(work)], indent=1)


def cff(publication: Publication) -> str:
    """Write the citation of the data as a CITATION.cff (citation-file-format.github.io, 1.2.0)."""
    content = {
        "cff-version": "1.2.0",
        "message": "Please cite this release of the data.",
        "type": "dataset",
        "title": publication.title,
        "abstract": publication.description,
        "authors": [{"name": author_of(publication)}],
        "version": publication.version,
        "date-released": publication.day.isoformat(),
        "license": publication.licence,
        "keywords": publication.keywords,
    }
    return str(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=110))


def _work(publication: Publication, key: str, title: str) -> CitedWork:
    doi = re.fullmatch(
        r"(?:https://doi\.org/|doi:)?(10\.\d{4,9}/\S+)", str(publication.package.descriptor.get("id", ""))
    )
    return CitedWork(
        key=key,
        title=title,
        author=author_of(publication),
        publication=publication,
        licence=publication.licence,
        doi=doi[1] if doi else "",
        address=publication.root(""),
    )


def bibtex(work: CitedWork) -> str:
    """Write a work as BibTeX."""
    day = work.publication.day
    fields = {
        "author": f"{{{_escaped(work.author)}}}",
        "title": f"{{{_escaped(work.title)}}}",
        "year": str(day.year),
        "month": str(day.month),
        "edition": f"Release {work.publication.version}",
        "howpublished": "Data set",
        "publisher": _escaped(work.author),
        "note": f"Licence: {work.licence}",
        "doi": work.doi,
        "url": work.address,
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@misc{{{work.key},\n{lines}}}\n"


def _escaped(text: str) -> str:
    """Escape the characters that TeX takes for commands."""
    return re.sub(r"([&%$#_{}])", r"\\\1", text)


def ris(work: CitedWork) -> str:
    """Write a work as RIS."""
    publication = work.publication
    fields = (
        ("TY", "DATA"),
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.title),
        ("PY", str(publication.day.year)),
        ("DA", f"{publication.day:%Y/%m/%d}"),
        ("ET", publication.version),
        ("PB", work.author),
        ("LA", "en"),
        ("N1", f"Licence: {work.licence}"),
        ("DO", work.doi),
        ("UR", work.address),
        *(("KW", str(word)) for word in publication.keywords),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {text}\r\n" for tag, text in fields if text or tag == "ER")


def csl(work: CitedWork) -> dict[str, object]:
    """Describe a work as an item of CSL-JSON."""
    day = work.publication.day
    content = {
        "id": work.key,
        "type": "dataset",
        "title": work.title,
        "author": [{"literal": work.author}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": work.publication.version,
        "publisher": work.author,
        "language": "en",
        "license": work.licence,
        "DOI": work.doi,
        "URL": work.address,
    }
    return {name: value for name, value in content.items() if value}
