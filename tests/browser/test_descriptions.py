"""The descriptions inside the pages of the built site: as search engines for data read them."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest

from scripts.reading.package.descriptor import read_package
from scripts.reading.package.figures import figure_resources
from tests.conftest import ROOT
from tests.publishing.metadata.test_write_all import CONFORMS, conforms, graph

pytestmark = pytest.mark.browser

TABLES = [resource.name for resource in figure_resources(read_package(ROOT / "datapackage"))]
PAGES = ["en/index.html", "en/data/releases.html", *(f"en/data/{table}.html" for table in TABLES)]
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def held(site: Path, page: str) -> list[dict[str, Any]]:
    """What a page describes; one description or several."""
    (block,) = _BLOCK.findall((site / page).read_text(encoding="utf-8"))
    told = json.loads(block)
    return told if isinstance(told, list) else [told]


@pytest.mark.parametrize("page", PAGES)
def test_home_tables_and_releases_describe_themselves_as_search_engines_ask(page: str, site: Path) -> None:
    for description in held(site, page):
        assert conforms(graph(description, page), "schema-org.ttl") == (True, CONFORMS)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_describes_is_served(page: str, site: Path) -> None:
    for description in held(site, page):
        addresses = [one["contentUrl"] for one in description["distribution"]]
        assert addresses
        for address in (*addresses, description["url"]):
            path = urldefrag(urljoin(f"/{page}", address)).url.lstrip("/")
            assert (site / path).exists(), address


def test_the_page_of_a_table_offers_every_format(site: Path) -> None:
    for table in TABLES:
        (description,) = held(site, f"en/data/{table}.html")
        offered = {one["name"] for one in description["distribution"]}
        assert offered == {"CSV", "Parquet", "Stata"}
        page = (site / f"en/data/{table}.html").read_text(encoding="utf-8")
        for one in description["distribution"]:
            assert f'href="{one["contentUrl"]}"' in page


def test_no_other_page_holds_a_description(site: Path) -> None:
    holding = {p.relative_to(site).as_posix() for p in site.rglob("*.html") if _BLOCK.search(p.read_text("utf-8"))}
    assert holding >= {*PAGES}
    assert {page.split("/")[0] for page in holding} == {"en"}
    assert not [page for page in holding if page.startswith(("en/topics", "en/method", "en/about"))]
