"""Describes a release for an archive that takes deposits: DataCite JSON (schema 4) and Zenodo's `.zenodo.json`.

The archive assigns a DOI; the descriptor's `id` holds it afterwards.
"""

from typing import Any

from scripts.publishing.archive.citation import author_of, cite_as, cited_release
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.registry import FORMATS


def datacite(publication: Publication) -> dict[str, Any]:
    """Describe a release for DataCite (schema.datacite.org, kernel 4.5)."""
    descriptor, work = publication.package.descriptor, cited_release(publication)
    licence = descriptor["licenses"][0]
    identified = {"doi": work.doi, "url": work.address}
    return {
        **{name: value for name, value in identified.items() if value},
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Data Package"},
        "creators": [{"name": author_of(publication), "nameType": "Organizational"}],
        "titles": [{"title": publication.title, "lang": "en"}],
        "publisher": {"name": author_of(publication), "lang": "en"},
        "publicationYear": str(publication.day.year),
        "dates": [{"date": publication.day.isoformat(), "dateType": "Issued"}, *_covered(publication)],
        "language": "en",
        "version": publication.version,
        "subjects": [{"subject": word} for word in descriptor["keywords"]],
        "formats": [form.media for form in FORMATS],
        "rightsList": [
            {
                "rights": licence.get("title", licence["name"]),
                "rightsUri": licence["path"],
                "rightsIdentifier": licence["name"],
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
        ],
        "descriptions": [{"description": descriptor["description"], "descriptionType": "Abstract", "lang": "en"}],
        "geoLocations": [{"geoLocationPlace": place} for place in descriptor.get("spatial", ())],
        "relatedIdentifiers": [
            {"relatedIdentifier": s["path"], "relatedIdentifierType": "URL", "relationType": "IsDerivedFrom"}
            for s in descriptor.get("sources", ())
        ],
    }


def zenodo(publication: Publication) -> dict[str, Any]:
    """Describe a release for Zenodo (developers.zenodo.org), which reads the description from `.zenodo.json`."""
    descriptor, work = publication.package.descriptor, cited_release(publication)
    description = {
        "upload_type": "dataset",
        "title": publication.title,
        "creators": [{"name": author_of(publication)}],
        "description": descriptor["description"],
        "publication_date": publication.day.isoformat(),
        "version": publication.version,
        "language": "eng",
        "access_right": "open",
        "license": str(descriptor["licenses"][0]["name"]).lower(),
        "keywords": list(descriptor["keywords"]),
        "notes": f"Cite as: {cite_as(publication)}",
        "related_identifiers": [
            {"identifier": source["path"], "relation": "isDerivedFrom", "resource_type": "dataset"}
            for source in descriptor.get("sources", ())
        ],
        "doi": work.doi,
    }
    return {name: value for name, value in description.items() if value not in ("", [])}


def _covered(publication: Publication) -> list[dict[str, str]]:
    """Give the period that the data cover; kernel 4.5, which archives still take, has no type of date for it."""
    if "temporal" not in publication.package.descriptor:
        return []
    period = "{start}/{end}".format(**publication.package.descriptor["temporal"])
    return [{"date": period, "dateType": "Other", "dateInformation": "Period that the data cover"}]
