"""The ways to correct a number: a form that knows it already and its row, where the repository is known."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from scripts.checks import Cleared, clear
from scripts.errors import NotReadableError
from scripts.reading.declarations.contact import Contact, read_contact
from scripts.reading.release.release import Release
from scripts.website.pages.context import PageContext
from scripts.website.pages.correction_links import correction_links
from tests.conftest import ROOT

REPOSITORY = "https://code.invalid/invented"


def reached_at(release: Release, contact: Contact) -> Release:
    return replace(release, declarations=replace(release.declarations, contact=contact))


def known(release: Release) -> Release:
    return reached_at(release, Contact(repository=REPOSITORY))


def test_the_form_has_figure_release_and_number_in_fields_that_it_really_has(valid: Path) -> None:
    release = known(clear(valid))
    (way,) = correction_links([release.by_id["invented-lost-all"]], release, release.labels["en"])
    address = urlsplit(way.form)
    filled = {name: values[0] for name, values in parse_qs(address.query).items()}
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / filled.pop("template")).read_text())
    assert filled == {"figure": "invented-lost-all", "release": release.package.version, "now": way.shown}
    assert set(filled) <= {field["id"] for field in form["body"] if "id" in field}


def test_the_row_is_the_line_of_the_figure_in_its_table(valid: Path) -> None:
    release = known(clear(valid))
    for figure, way in zip(
        release.figures, correction_links(release.figures, release, release.labels["en"]), strict=True
    ):
        path, line = way.row.removeprefix(f"{REPOSITORY}/edit/main/datapackage/").split("#L")
        assert (valid / path).read_text().splitlines()[int(line) - 1].startswith(f"{figure.id},")


def test_of_a_withheld_figure_no_number_is_filled_in(valid: Path) -> None:
    release = known(clear(valid))
    withheld = [figure for figure in release.figures if figure.is_suppressed]
    assert withheld
    assert {way.shown for way in correction_links(withheld, release, release.labels["en"])} == {"withheld"}


def test_while_the_repository_is_unknown_nothing_is_linked(valid: Path) -> None:
    release = clear(valid)
    assert {(way.form, way.row) for way in correction_links(release.figures, release, release.labels["en"])} == {
        ("", "")
    }


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        (Contact(), "At present nobody can reach us"),
        (Contact(private="a box under an invented bridge"), "linked here as soon as it is public"),
        (Contact(repository=REPOSITORY), "private address is not set up yet"),
        (Contact(repository=REPOSITORY, private="a box under an invented bridge"), ""),
    ],
)
def test_the_pages_say_who_can_be_reached_at_all(addresses: Contact, told: str, valid: Path) -> None:
    release = Cleared(reached_at(clear(valid), addresses))
    said = PageContext(release, release.labels["en"], {}, date(2002, 1, 1)).fill("reaching")
    assert told in said
    assert bool(said.strip()) is bool(told)


@pytest.mark.parametrize("address", ["https://code.invalid/invented/", "code.invalid/invented"])
def test_a_repository_is_named_by_its_whole_address_without_a_slash_at_the_end(address: str, tmp_path: Path) -> None:
    (tmp_path / "addresses.yaml").write_text(f'repository: "{address}"\n')
    with pytest.raises(NotReadableError, match="repository"):
        read_contact(tmp_path)
