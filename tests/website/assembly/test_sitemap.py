"""The map of the site names every page in every language, by addresses that are absolute."""

from pathlib import PurePosixPath
from xml.etree import ElementTree

from scripts.website.assembly.sitemap import FILE, sitemap

PAGES = [PurePosixPath(page) for page in ("en/index.html", "ru/index.html", "en/data/x.html")]
SITE = "https://site.invalid/2000.1/"
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_every_page_is_there_with_its_other_languages() -> None:
    root = ElementTree.fromstring(sitemap(PAGES, ["en", "ru"], SITE)[FILE])
    listed = {
        entry.findtext("s:loc", namespaces=SPACES): [link.get("href") for link in entry.findall("x:link", SPACES)]
        for entry in root.findall("s:url", SPACES)
    }
    home = [f"{SITE}en/index.html", f"{SITE}ru/index.html"]
    assert listed == {home[0]: home, home[1]: home, f"{SITE}en/data/x.html": [f"{SITE}en/data/x.html"]}


def test_while_the_address_is_unknown_there_is_none() -> None:
    assert sitemap(PAGES, ["en", "ru"], "") == {}
