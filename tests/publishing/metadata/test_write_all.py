"""The descriptions for machines, each held against an independent validator that needs no network.

Each validator must also refuse a description from which something was taken, so that none says yes to everything.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import jsonschema
import mlcroissant
import pyshacl
import pytest
from datacite import schema45
from rdflib import RDF, SDO, Graph, URIRef

from scripts.checks import Cleared, clear
from scripts.files import write
from scripts.publishing.archive import bundle
from scripts.publishing.archive.publication import Publication, current_publication
from scripts.publishing.formats import registry
from scripts.publishing.metadata.write_all import all_metadata
from scripts.website.text.plain_references import plain_references
from tests.conftest import ROOT
from tests.publishing.archive.test_publication import describe
from tests.publishing.formats.invented import DAY

HERE = Path(__file__).parent
SITE = "https://site.invalid/"
CATALOGUE = "metadata/catalogue.jsonld"
CONFORMS = "Validation Report\nConforms: True\n"


@pytest.fixture(scope="module")
def site(checkout: Cleared, published: Publication, files: dict[str, bytes]) -> dict[str, bytes]:
    served = bundle.bundle(checkout, DAY, ROOT, plain_references(checkout, checkout.labels["en"])) | files
    return served | all_metadata(checkout, DAY, served)


@pytest.fixture(scope="module")
def revised_site(revised_release: Cleared) -> dict[str, bytes]:
    return described(revised_release)


def described(release: Cleared) -> dict[str, bytes]:
    served = bundle.bundle(release, DAY, ROOT, plain_references(release, release.labels["en"]))
    served |= registry.all_format_files(current_publication(release, DAY))
    return served | all_metadata(release, DAY, served)


def graph(content: Mapping[str, Any], path: str) -> Graph:
    """A schema.org description as a graph; its context is not fetched but given, as any consumer has it."""
    local = {**content, "@context": {"@vocab": str(SDO), **{name: {"@type": "@id"} for name in ("license", "url")}}}
    return Graph().parse(data=json.dumps(local), format="json-ld", publicID=f"{SITE}{path}")


def conforms(content: Graph, shapes: str) -> tuple[bool, str]:
    found, _, said = pyshacl.validate(content, shacl_graph=Graph().parse(HERE / shapes), inference="none")
    return bool(found), str(said)


def schema_org(site: Mapping[str, bytes]) -> list[str]:
    return [
        path for path in site if path.startswith("metadata/") and path.endswith("jsonld") and "catalogue" not in path
    ]


def test_schema_org_descriptions_say_what_search_engines_ask(site: dict[str, bytes]) -> None:
    for path in schema_org(site):
        assert conforms(graph(json.loads(site[path]), path), "schema-org.ttl") == (True, CONFORMS), path


@pytest.mark.parametrize("lost", ["name", "description", "license", "creator"])
def test_a_schema_org_description_that_lacks_something_is_refused(lost: str, site: dict[str, bytes]) -> None:
    content = json.loads(site["metadata/tables/deaths.jsonld"])
    del content[lost]
    assert not conforms(graph(content, ""), "schema-org.ttl")[0]


def test_schema_org_descriptions_use_words_that_schema_org_has(site: dict[str, bytes]) -> None:
    for path in schema_org(site):
        told = graph(json.loads(site[path]), path)
        words = {*told.predicates(), *told.objects(None, RDF.type)} - {RDF.type}
        assert words <= set(dir(SDO)), path


def test_the_home_page_can_hold_its_description(site: dict[str, bytes]) -> None:
    assert len(site["metadata/dataset.jsonld"]) < 50_000


def test_a_table_says_where_it_is_what_it_counts_and_what_it_is_part_of(site: dict[str, bytes]) -> None:
    content = json.loads(site["metadata/tables/prosecutions.jsonld"])
    assert [one["name"] for one in content["distribution"]] == ["CSV", "Parquet", "Stata"]
    assert content["isPartOf"]["name"] == json.loads(site["metadata/dataset.jsonld"])["name"]
    assert {"cases", "verdicts"} <= {variable["unitText"] for variable in content["variableMeasured"]}


def catalogue(site: Mapping[str, bytes], ending: str) -> Graph:
    form = {"ttl": "turtle", "jsonld": "json-ld"}[ending]
    return Graph().parse(data=site[f"metadata/catalogue.{ending}"], format=form, publicID=f"{SITE}metadata/")


def test_the_catalogue_is_a_dcat_ap_catalogue(site: dict[str, bytes], revised_site: dict[str, bytes]) -> None:
    for told in (site, revised_site):
        assert conforms(catalogue(told, "ttl"), "dcat-ap.ttl") == (True, CONFORMS)


@pytest.mark.parametrize(
    "lost",
    ["http://purl.org/dc/terms/title", "http://www.w3.org/ns/dcat#accessURL", "http://xmlns.com/foaf/0.1/name"],
)
def test_a_catalogue_that_lacks_something_is_refused(lost: str, site: dict[str, bytes]) -> None:
    told = catalogue(site, "ttl")
    told.remove((None, URIRef(lost), None))
    assert not conforms(told, "dcat-ap.ttl")[0]


RANGES = (
    "http://purl.org/dc/terms/LicenseDocument",
    "http://purl.org/dc/terms/LinguisticSystem",
    "http://purl.org/dc/terms/RightsStatement",
    "http://purl.org/dc/terms/Frequency",
    "http://purl.org/dc/terms/MediaType",
    "http://purl.org/dc/terms/MediaTypeOrExtent",
    "http://xmlns.com/foaf/0.1/Document",
    "http://spdx.org/rdf/terms#ChecksumAlgorithm",
)


@pytest.mark.parametrize("kind", RANGES)
def test_a_catalogue_that_does_not_say_what_an_address_is_is_refused(kind: str, site: dict[str, bytes]) -> None:
    told = catalogue(site, "ttl")
    told.remove((None, RDF.type, URIRef(kind)))
    assert not conforms(told, "dcat-ap.ttl")[0]


def test_the_sources_of_series_are_data_sets_with_titles(site: dict[str, bytes], published: Publication) -> None:
    told = catalogue(site, "ttl")
    for source in published.package.descriptor["sources"]:
        assert (URIRef(source["path"]), RDF.type, URIRef("http://www.w3.org/ns/dcat#Dataset")) in told
        assert str(told.value(URIRef(source["path"]), URIRef("http://purl.org/dc/terms/title"))) == source["title"]


def test_both_forms_of_the_catalogue_say_the_same(revised_site: dict[str, bytes]) -> None:
    turtle, linked = catalogue(revised_site, "ttl"), catalogue(revised_site, "jsonld")
    assert len(turtle) > 100
    assert set(turtle) == set(linked)


def test_the_catalogue_lists_earlier_releases_as_versions(revised_site: dict[str, bytes]) -> None:
    told = catalogue(revised_site, "ttl")
    downloads = {str(address) for address in told.objects(None, URIRef("http://www.w3.org/ns/dcat#downloadURL"))}
    assert {f"{SITE}releases/unaccounted-{version}.zip" for version in ("1998.1", "1999.1", "2000.1")} <= downloads


def test_every_address_leads_to_a_file_that_is_served(site: dict[str, bytes]) -> None:
    pages = {path.relative_to(ROOT / "site").as_posix() for path in (ROOT / "site").rglob("*.html")}
    assert pages, "site/ – there is no built site – run `make site` first"
    for path, content in site.items():
        if path.startswith("metadata/") and path.endswith(("json", "jsonld")):
            for address in addresses(json.loads(content)):
                target = urldefrag(urljoin(f"{SITE}{path}", address)).url.removeprefix(SITE)
                assert target in {"", *pages, *site}, (path, address)


def addresses(content: Any) -> Iterator[str]:
    """Every relative address in a description: what is one by its key and does not begin with a scheme."""
    if isinstance(content, dict):
        for key, told in content.items():
            if key in ("@id", "url", "contentUrl") and isinstance(told, str) and told.startswith("."):
                yield told
            yield from addresses(told)
    if isinstance(content, list):
        for one in content:
            yield from addresses(one)


def test_with_a_homepage_every_address_is_absolute(editable: Path) -> None:
    describe(editable, homepage="https://site.invalid/data/")
    told = described(clear(editable))
    for path, content in told.items():
        if path.startswith("metadata/"):
            assert b"../" not in content, path
    assert b"https://site.invalid/data/2000.1/package/data/" in told["metadata/croissant.json"]
    assert b"UR  - https://site.invalid/data/2000.1/" in told["citations/unaccounted-2000.1.ris"]


@pytest.fixture(scope="module")
def unpacked(site: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    write(site, root)
    return root


def test_croissant_is_valid_and_loads_every_table(unpacked: Path, published: Publication) -> None:
    dataset = mlcroissant.Dataset(str(unpacked / "metadata/croissant.json"))
    assert dataset.metadata.ctx.issues.errors == set()
    assert dataset.metadata.ctx.issues.warnings == set()
    for name, resource in published.package.resources.items():
        assert len(list(dataset.records(name))) == len(resource.rows), name


def test_croissant_loads_the_cells_as_they_are(unpacked: Path, published: Publication) -> None:
    dataset = mlcroissant.Dataset(str(unpacked / "metadata/croissant.json"))
    rows = published.package.resources["absences"].rows
    for record, row in zip(dataset.records("absences"), rows, strict=True):
        for name, text in row.cells.items():
            cell = record[f"absences/{name}"]
            told = cell.decode() if isinstance(cell, bytes) else cell
            assert (told is None) if not text else (told == text or Decimal(str(told)) == Decimal(text)), name


def test_a_croissant_without_its_fields_is_refused(unpacked: Path) -> None:
    content = json.loads((unpacked / "metadata/croissant.json").read_text())
    content["recordSet"][0]["field"][0]["source"]["fileObject"]["@id"] = "nowhere.csv"
    broken = unpacked / "metadata/broken.json"
    broken.write_text(json.dumps(content))
    with pytest.raises(mlcroissant.ValidationError):
        mlcroissant.Dataset(str(broken))


def test_datacite_metadata_fit_datacites_schema(site: dict[str, bytes]) -> None:
    content = json.loads(site["metadata/datacite.json"])
    assert [error.message for error in schema45.validator.iter_errors(content)] == []
    for lost in ("titles", "creators", "types"):
        assert not schema45.validate({key: told for key, told in content.items() if key != lost})


def test_zenodo_metadata_say_what_zenodo_takes(site: dict[str, bytes]) -> None:
    schema = json.loads((HERE / "zenodo.schema.json").read_text())
    content = json.loads(site["metadata/zenodo.json"])
    jsonschema.validate(content, schema)
    for wrong in ({"title": ""}, {"upload_type": "song"}, {"colour": "red"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(content | wrong, schema)


@pytest.mark.parametrize("file", ["generated", "of the repository", "broken"])
def test_citation_files_fit_the_schema_of_the_format(file: str, unpacked: Path, tmp_path: Path) -> None:
    generated = unpacked / "metadata/CITATION.cff"
    broken = tmp_path / "CITATION.cff"
    broken.write_text(generated.read_text().replace("authors:", "writers:"))
    path = {"generated": generated, "of the repository": ROOT / "CITATION.cff", "broken": broken}[file]
    line = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", str(path)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if file == "broken" else 0), done.stdout


def test_descriptions_are_equal_to_the_byte_when_made_again(checkout: Cleared, site: dict[str, bytes]) -> None:
    again = all_metadata(checkout, DAY, site)
    # Not compared as a whole: a difference would print every description.
    assert [path for path in again if again[path] != site[path]] == []


def test_descriptions_of_a_sealed_release_stay_whatever_the_day(checkout: Cleared, site: dict[str, bytes]) -> None:
    later = all_metadata(checkout, date(2031, 1, 1), site)
    versions = [entry.version for entry in checkout.archives.index]
    sealed = [
        path for path in later if any(path.rsplit("/", 1)[1].startswith((v, f"unaccounted-{v}.")) for v in versions)
    ]
    assert len(sealed) == 4 * len(versions)
    assert [path for path in sealed if later[path] != site[path]] == []


def test_csv_on_the_web_describes_every_table_with_its_columns_and_key(
    site: dict[str, bytes], published: Publication
) -> None:
    tables = {csvw_path(table["url"]): table for table in json.loads(site["metadata/csvw.json"])["tables"]}
    assert {*tables} == {f"package/{resource.path}" for resource in published.package.resources.values()}
    for resource in published.package.resources.values():
        path = f"package/{resource.path}"
        schema = tables[path]["tableSchema"]
        assert ",".join(column["name"] for column in schema["columns"]) == site[path].decode().partition("\n")[0]
        assert schema["primaryKey"] == [*resource.key]


def test_references_in_csv_on_the_web_lead_to_columns_and_are_never_empty(
    site: dict[str, bytes], published: Publication
) -> None:
    tables = {table["url"]: table["tableSchema"] for table in json.loads(site["metadata/csvw.json"])["tables"]}
    resources = {f"package/{resource.path}": resource for resource in published.package.resources.values()}
    pairs = [(url, key) for url, schema in tables.items() for key in schema.get("foreignKeys", ())]
    assert len(pairs) > len(published.package.code_lists)
    for url, key in pairs:
        known = {column["name"] for column in tables[key["reference"]["resource"]]["columns"]}
        assert {*key["reference"]["columnReference"]} <= known
        assert all(row.cells[name] for row in resources[csvw_path(url)].rows for name in key["columnReference"])


def csvw_path(url: str) -> str:
    """The path on the site of a table that the description in `metadata/` names."""
    return urljoin(f"{SITE}metadata/", url).removeprefix(SITE)
