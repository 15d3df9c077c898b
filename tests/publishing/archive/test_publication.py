"""Which release is published, and from which day it is said to be."""

import json
from datetime import date
from pathlib import Path

from scripts.checks import Cleared, clear
from scripts.publishing.archive.publication import all_publications, current_publication
from tests.sealing import seal_as

LATER = date(2031, 1, 1)


def test_what_is_not_sealed_is_from_the_day_on_which_it_is_built(cleared: Cleared) -> None:
    publication = current_publication(cleared, LATER)
    assert (publication.version, publication.day, publication.homepage) == ("2000.1", LATER, "")


def test_a_sealed_release_keeps_its_day_whenever_it_is_built(editable: Path) -> None:
    releases = editable.parent / "releases"
    releases.mkdir()
    describe(editable, version="1999.2")
    seal_as("1999.2", editable, releases)
    publication = current_publication(clear(editable, None, releases), LATER)
    assert publication.day == date(1999, 2, 1)
    assert publication.package.root.name == "unaccounted-1999.2.zip"


def test_every_release_is_told_once_the_oldest_first(revised_release: Cleared) -> None:
    publications = all_publications(revised_release, LATER)
    assert [(e.version, e.day.year) for e in publications] == [("1998.1", 1998), ("1999.1", 1999), ("2000.1", 2031)]


def test_addresses_are_absolute_where_the_homepage_is_known_and_only_there(editable: Path) -> None:
    assert current_publication(clear(editable), LATER).root("../") == "../"
    describe(editable, homepage="https://site.invalid/data")
    assert current_publication(clear(editable), LATER).root("../") == "https://site.invalid/data/2000.1/"


def describe(package: Path, **told: str) -> None:
    file = package / "datapackage.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **told}))
