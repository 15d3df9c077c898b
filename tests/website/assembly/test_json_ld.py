"""Pages have the descriptions of what they show: home the whole, a table itself, the list of releases each of them."""

import json
from pathlib import Path

import pytest

from scripts.website.assembly.json_ld import Descriptions, descriptions_of
from tests.website.assembly.built_site import write_texts

CONTENTS = {
    "dataset": {"name": "Invented </script><b>"},
    "tables/invented": {"name": "A table"},
    "releases/2000.1": {"name": "First"},
    "releases/2000.2": {"name": "Second"},
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    write_texts(tmp_path / "metadata", {f"{path}.jsonld": json.dumps(content) for path, content in CONTENTS.items()})
    return tmp_path


def test_the_home_page_holds_the_whole_and_nothing_ends_it_early(files: Path) -> None:
    found = descriptions_of("index.html", files)
    assert json.loads(found.json) == {"name": "Invented </script><b>"}
    assert "</" not in found.json
    assert found.paths == ("metadata/dataset.jsonld",)


def test_the_page_of_a_table_holds_the_table(files: Path) -> None:
    found = descriptions_of("data/invented.html", files)
    assert json.loads(found.json) == {"name": "A table"}
    assert found.paths == ("metadata/tables/invented.jsonld",)


def test_the_page_of_releases_holds_each_of_them(files: Path) -> None:
    assert json.loads(descriptions_of("data/releases.html", files).json) == [{"name": "First"}, {"name": "Second"}]


@pytest.mark.parametrize("page", ["topics/deaths.html", "data/other.html", "method/invented.html"])
def test_other_pages_have_none(page: str, files: Path) -> None:
    assert descriptions_of(page, files) == Descriptions((), "")
