"""The links to correct a number: a form that knows it already and its row, where the repository is known."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from scripts.checks import Cleared
from scripts.errors import NotReadableError
from scripts.reading.declarations.contact import Contact, read_contact
from scripts.website.pages.context import PageContext
from scripts.website.pages.correction_links import correction_links
from scripts.website.text.formatting import Formatter
from tests.conftest import ROOT

REPOSITORY = "https://code.invalid/invented"


def reached_at(release: Cleared, contact: Contact) -> Cleared:
    return Cleared(replace(release, declarations=replace(release.declarations, contact=contact)))


def known(release: Cleared) -> Cleared:
    return reached_at(release, Contact(repository=REPOSITORY))


def english(release: Cleared) -> Formatter:
    return Formatter(release, release.labels["en"])


def test_the_form_has_figure_release_and_number_in_fields_that_it_really_has(cleared: Cleared) -> None:
    release = known(cleared)
    (link,) = correction_links([release.by_id["invented-lost-all"]], english(release))
    address = urlsplit(link.form)
    filled = {name: values[0] for name, values in parse_qs(address.query).items()}
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / filled.pop("template")).read_text())
    assert filled == {"figure": "invented-lost-all", "release": release.package.version, "now": link.amount}
    assert set(filled) <= {field["id"] for field in form["body"] if "id" in field}


def test_the_row_is_the_line_of_the_figure_in_its_table(valid: Path, cleared: Cleared) -> None:
    release = known(cleared)
    links = correction_links(release.figures, english(release))
    for figure, link in zip(release.figures, links, strict=True):
        path, line = link.row.removeprefix(f"{REPOSITORY}/edit/main/datapackage/").split("#L")
        assert (valid / path).read_text().splitlines()[int(line) - 1].startswith(f"{figure.id},")


def test_of_a_withheld_figure_no_number_is_filled_in(cleared: Cleared) -> None:
    release = known(cleared)
    withheld = [figure for figure in release.figures if figure.is_suppressed]
    assert withheld
    assert {link.amount for link in correction_links(withheld, english(release))} == {"withheld"}


def test_while_the_repository_is_unknown_nothing_is_linked(cleared: Cleared) -> None:
    assert {(link.form, link.row) for link in correction_links(cleared.figures, english(cleared))} == {("", "")}


@pytest.mark.parametrize(
    ("addresses", "notice"),
    [
        (Contact(), "At present nobody can reach us"),
        (Contact(private="a box under an invented bridge"), "linked here as soon as it is public"),
        (Contact(repository=REPOSITORY), "private address is not set up yet"),
        (Contact(repository=REPOSITORY, private="a box under an invented bridge"), ""),
    ],
)
def test_the_pages_say_who_can_be_reached_at_all(addresses: Contact, notice: str, cleared: Cleared) -> None:
    release = reached_at(cleared, addresses)
    shown = PageContext(release, release.labels["en"], {}, date(2002, 1, 1)).render("reaching", {})
    assert notice in shown
    assert bool(shown.strip()) is bool(notice)


@pytest.mark.parametrize("address", ["https://code.invalid/invented/", "code.invalid/invented"])
def test_a_repository_is_named_by_its_whole_address_without_a_slash_at_the_end(address: str, tmp_path: Path) -> None:
    (tmp_path / "addresses.yaml").write_text(f'repository: "{address}"\n')
    with pytest.raises(NotReadableError, match="repository"):
        read_contact(tmp_path)
