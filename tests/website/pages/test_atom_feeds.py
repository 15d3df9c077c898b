"""The Atom feeds: what RFC 4287 demands, and nothing that depends on the place or the day of the build."""

from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from scripts.checks import Cleared
from scripts.website.pages import atom_feeds
from scripts.website.pages.atom_feeds import ATOM
from scripts.website.pages.context import PageContext
from tests.website.pages.test_generate import Sizes

DAY = date(2002, 1, 1)


@pytest.fixture
def release(revised_release: Cleared) -> Cleared:
    return revised_release


def feed(release: Cleared, name: str, day: date = DAY) -> ElementTree.Element:
    return ElementTree.fromstring(text(release, name, day).encode())


def text(release: Cleared, name: str, day: date = DAY) -> str:
    return dict(atom_feeds.feeds(PageContext(release, release.labels["en"], Sizes(), day)))[f"en/feeds/{name}.xml"]


def texts(element: ElementTree.Element, path: str) -> list[str]:
    found = element.findall("/".join(f"{{{ATOM}}}{name}" for name in path.split("/")))
    return [element.text or "" for element in found]


@pytest.mark.parametrize("name", ["releases", "corrections"])
def test_a_feed_has_what_the_standard_demands(name: str, release: Cleared) -> None:
    root = feed(release, name)
    assert root.tag == f"{{{ATOM}}}feed"
    for element in (root, *root.findall(f"{{{ATOM}}}entry")):
        for required in ("id", "title", "updated"):
            assert len(texts(element, required)) == 1
            assert texts(element, required)[0]
        assert date.fromisoformat(texts(element, "updated")[0].removesuffix("T00:00:00Z"))
        assert [link for link in element.findall(f"{{{ATOM}}}link") if link.get("rel") == "alternate"]
    assert texts(root, "author/name") == ["Unaccounted"]


@pytest.mark.parametrize("name", ["releases", "corrections"])
def test_no_two_entries_share_an_id(name: str, release: Cleared) -> None:
    root = feed(release, name)
    ids = [*texts(root, "id"), *texts(root, "entry/id")]
    assert len(ids) == len(set(ids)) > 2
    assert all(each.startswith("urn:uuid:") for each in ids)


@pytest.mark.parametrize("name", ["releases", "corrections"])
def test_no_link_names_a_host(name: str, release: Cleared) -> None:
    links = [link.get("href", "") for link in feed(release, name).iter(f"{{{ATOM}}}link")]
    assert links
    assert [link for link in links if urlsplit(link).netloc or link.startswith("/")] == []


def test_releases_are_told_newest_first_without_the_one_in_preparation(release: Cleared) -> None:
    root = feed(release, "releases")
    assert texts(root, "entry/title") == ["Release 1999.1", "Release 1998.1"]
    assert texts(root, "updated") == ["1999-01-01T00:00:00Z"]
    digest = release.archives.sealed["1999.1"].entry.sha256
    assert texts(root, "entry/summary")[0] == f"Figures added: 1. Figures changed: 1. SHA-256: {digest}."


def test_a_correction_tells_what_it_was_and_is(release: Cleared) -> None:
    root = feed(release, "corrections")
    assert texts(root, "entry/summary")[2].startswith(
        "Value: was 70, is now 20 (less by 50; before 3.5 times as much)."
    )
    assert texts(root, "updated") == ["1999-12-03T00:00:00Z"]


def test_of_what_is_withheld_now_no_number_is_told(release: Cleared) -> None:
    assert texts(feed(release, "corrections"), "entry/summary")[0] == "One person could be recognised."


def test_a_feed_without_entries_is_a_feed(cleared: Cleared) -> None:
    root = feed(cleared, "releases")
    assert (texts(root, "updated"), texts(root, "entry/id")) == (["2002-01-01T00:00:00Z"], [])


def test_the_day_of_the_build_changes_nothing(release: Cleared) -> None:
    assert text(release, "corrections") == text(release, "corrections", date(2022, 2, 2))
