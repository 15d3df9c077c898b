"""What machines read to find a release."""

import json
from datetime import date

import pytest

from scripts.checks import Cleared
from scripts.files import sha256
from scripts.publishing.archive import bundle, versions_json
from scripts.website.text.plain_references import plain_references
from tests.conftest import ROOT


@pytest.fixture
def release(revised_release: Cleared) -> Cleared:
    return revised_release


def test_every_sealed_release_is_listed_newest_first(release: Cleared) -> None:
    listed = json.loads(versions_json.release_pointers(release)["releases/versions.json"])
    assert [(one["version"], one["sealed_on"], one["latest"]) for one in listed] == [
        ("1999.1", "1999-01-01", True),
        ("1998.1", "1998-01-01", False),
    ]


def test_what_is_listed_lies_beside_the_list(release: Cleared) -> None:
    served = bundle.bundle(release, date(2002, 1, 1), ROOT, plain_references(release, release.labels["en"]))
    for one in json.loads(versions_json.release_pointers(release)["releases/versions.json"]):
        content = served[f"releases/{one['archive']}"]
        assert (one["bytes"], one["sha256"]) == (len(content), sha256(content))


def test_the_newest_has_an_address_that_stays(release: Cleared) -> None:
    files = versions_json.release_pointers(release)
    newest = json.loads(files["releases/latest.json"])
    assert newest["version"] == "1999.1"
    assert newest in json.loads(files["releases/versions.json"])


def test_before_the_first_release_nothing_is_listed(cleared: Cleared) -> None:
    assert versions_json.release_pointers(cleared) == {"releases/versions.json": b"[]\n"}
