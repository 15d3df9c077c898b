"""Describes every table of the package as CSV on the Web (W3C): columns, keys, and references between tables."""

from collections.abc import Iterator, Sequence

from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.csvw import CONTEXT, Description, csvw_column, csvw_release, csvw_schema
from scripts.publishing.formats.registry import CSV, Download
from scripts.reading.package.descriptor import Resource


def csvw_tables(publication: Publication, offered: Sequence[Download]) -> Description:
    """Describe a release as a group of tables; addresses are counted from `metadata/` where the homepage is unknown."""
    root = publication.root("../")
    addresses = {download.resource: f"{root}{download.path}" for download in offered if download.format == CSV}
    tables = publication.package.resources.values()
    return {
        "@context": CONTEXT,
        "dc:title": {"@value": publication.title, "@language": "en"},
        "dc:description": {"@value": publication.description, "@language": "en"},
        **csvw_release(publication),
        "tables": [_table(resource, addresses) for resource in tables],
    }


def _table(resource: Resource, addresses: dict[str, str]) -> Description:
    columns = (csvw_column(field, field.required) for field in resource.fields)
    schema = csvw_schema(columns, resource.key)
    foreign_keys = list(_foreign_keys(resource, addresses))
    return {
        "url": addresses[resource.name],
        "dc:title": resource.title,
        "dc:description": str(resource.descriptor["description"]),
        "tableSchema": {**schema, **({"foreignKeys": foreign_keys} if foreign_keys else {})},
    }


def _foreign_keys(resource: Resource, addresses: dict[str, str]) -> Iterator[Description]:
    """Give the references whose column is never empty; strict validators refuse an empty cell in any other."""
    required = {field.name for field in resource.fields if field.required}
    for key in resource.schema.get("foreignKeys", ()):
        if not required.issuperset(key["fields"]):
            continue
        reference = {
            "resource": addresses[resource.references[key["fields"][0]]],
            "columnReference": list(key["reference"]["fields"]),
        }
        yield {"columnReference": list(key["fields"]), "reference": reference}
