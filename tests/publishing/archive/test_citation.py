"""How a release and its tables are cited, read by programs that read references."""

from dataclasses import replace
from pathlib import Path

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from scripts.publishing.archive.citation import CitedWork, citations, cite_as, cited_release, cited_table
from scripts.publishing.archive.publication import Publication
from tests.conftest import ROOT
from tests.publishing.formats.invented import ODD, invented


@pytest.fixture(params=["whole", "part"])
def work(request: pytest.FixtureRequest, published: Publication) -> CitedWork:
    return (
        cited_release(published)
        if request.param == "whole"
        else cited_table(published, published.package.resources["deaths"])
    )


def told(work: CitedWork) -> dict[str, str]:
    return {ending: content.decode() for ending, content in citations(work)}


def described(**words: str) -> Publication:
    """An invented release whose descriptor says something else."""
    before = invented(ODD)
    package = replace(before.package, descriptor={**before.package.descriptor, **words})
    return replace(before, package=package)


def test_in_words_it_names_author_year_title_release_and_licence(published: Publication) -> None:
    title = published.title
    assert cite_as(published) == f"Unaccounted ({published.day.year}). {title}. Release {published.version}. CC BY 4.0."


def test_bibtex_is_read_without_a_fault(work: CitedWork) -> None:
    library = parse_string(told(work)["bib"])
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("misc", work.key)
    assert entry["title"].strip("{}") == work.title
    assert (entry["year"], entry["edition"]) == (str(work.publication.day.year), f"Release {work.publication.version}")


def test_bibtex_escapes_what_tex_takes_for_commands() -> None:
    titled = described(title="50% of A & B_C")
    assert r"{{50\% of A \& B\_C}}" in told(cited_release(titled))["bib"]


def test_ris_is_read_as_a_data_set(work: CitedWork) -> None:
    (entry,) = rispy.loads(told(work)["ris"])
    assert (entry["type_of_reference"], entry["title"]) == ("DATA", work.title)
    assert (entry["authors"], entry["year"]) == (["Unaccounted"], str(work.publication.day.year))
    assert entry["edition"] == work.publication.version


def test_csl_json_is_set_by_a_citation_processor(work: CitedWork, tmp_path: Path) -> None:
    source = CiteProcJSON(yaml.safe_load(told(work)["csl.json"]))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(work.key)]))
    (line,) = map(str, bibliography.bibliography())
    assert line.startswith("Unaccounted")
    assert work.title in line
    assert str(work.publication.day.year) in line


def test_a_doi_is_named_where_the_descriptor_has_one() -> None:
    cited = told(cited_release(described(id="https://doi.org/10.1234/invented.1")))
    assert "doi = {10.1234/invented.1}" in cited["bib"]
    assert "DO  - 10.1234/invented.1" in cited["ris"]
    assert '"DOI": "10.1234/invented.1"' in cited["csl.json"]


def test_the_citation_file_of_the_repository_says_what_the_descriptor_says(published: Publication) -> None:
    content = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    descriptor = published.package.descriptor
    assert (content["title"], content["version"]) == (published.title, published.version)
    assert content["license"] == descriptor["licenses"][0]["name"]
    assert [author["name"] for author in content["authors"]] == ["Unaccounted"]
    assert content["keywords"] == descriptor["keywords"]
