"""The release as published, in every format, and an odd invented one, made once for all tests of publishing."""

from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.files import write
from scripts.publishing.archive.flat_table import with_flat_table
from scripts.publishing.archive.publication import Publication, current_publication
from scripts.publishing.formats import registry
from tests.conftest import ROOT
from tests.publishing.formats.invented import DAY, ODD, invented


@pytest.fixture(scope="session")
def checkout() -> Cleared:
    """The release of the checkout with all sealed ones."""
    return clear(ROOT / "datapackage", None, ROOT / "releases")


@pytest.fixture(scope="session")
def published(checkout: Cleared) -> Publication:
    return current_publication(checkout, DAY)


@pytest.fixture(scope="session")
def flat(published: Publication, checkout: Cleared) -> Publication:
    """The published release with the table of all its figures."""
    return with_flat_table(published, checkout.archives)


@pytest.fixture(scope="session")
def files(flat: Publication) -> dict[str, bytes]:
    return registry.all_format_files(flat)


@pytest.fixture(scope="session")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published release in every format, on disk."""
    root = tmp_path_factory.mktemp("published")
    write(files, root)
    return root


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The odd table in every format, on disk."""
    root = tmp_path_factory.mktemp("odd")
    write(registry.all_format_files(invented(ODD)), root)
    return root
