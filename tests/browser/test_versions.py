"""Three releases side by side as a reader meets them: changing between them, and old ones that say they are old."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from tests.browser.serving import served, settled
from tests.browser.test_site import complaints_of, requests_of
from tests.deployment import FIGURE, REVISED, begin_published, built_site, deploy

pytestmark = pytest.mark.browser

TOPIC, DATA, GONE = "en/topics/relabelled.html", "en/data/relabelled.html", "en/topics/missing.html"
FIRST, SECOND, THIRD = "2000.1", "2000.2", "2000.3"
SITES = {FIRST: (TOPIC, DATA, GONE), SECOND: (TOPIC, DATA, GONE), THIRD: (TOPIC, DATA)}

Visit = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def deployed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where three releases are served from a clone of what was pushed, under a path as on a shared host."""
    root = tmp_path_factory.mktemp("versions")
    repository = begin_published(root)
    for version, pages in SITES.items():
        every = ("index.html", "en/index.html", *pages)
        deploy(repository, built_site(site, root / version, version, every), version, (REVISED,))
    repository.git("clone", "--quiet", "--branch", "gh-pages", "../served.git", "../host/unaccounted")
    with served(root / "host") as place:
        yield f"{place}/unaccounted"


def test_the_selector_lists_every_release_and_keeps_the_page(visit: Visit, deployed: str) -> None:
    page = visit().new_page()
    page.goto(f"{deployed}/{FIRST}/{TOPIC}")
    page.locator(".md-version__current").wait_for()
    assert page.locator(".md-version__current").inner_text() == FIRST
    assert page.locator(".md-version__link").all_text_contents() == [THIRD, SECOND, FIRST]
    page.locator(".md-version__current").focus()
    page.locator(".md-version__link", has_text=SECOND).click()
    page.wait_for_url(f"**/{SECOND}/{TOPIC}")


def test_a_page_that_a_release_lacks_leads_to_its_first_page(visit: Visit, deployed: str) -> None:
    page = visit().new_page()
    page.goto(f"{deployed}/{FIRST}/{GONE}")
    page.locator(".older .same").click()
    page.wait_for_url(f"**/unaccounted/{THIRD}/")
    assert page.get_by_text("English").is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_latest_leads_to_the_newest_release(visit: Visit, deployed: str, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript).new_page()
    page.goto(f"{deployed}/latest/{DATA}#{FIGURE}")
    page.wait_for_url(f"**/{THIRD}/{DATA}#{FIGURE}" if javascript else f"**/{THIRD}/{DATA}")
    page.goto(f"{deployed}/index.html")
    page.wait_for_url(f"**/{THIRD}/index.html")


def test_old_releases_alone_say_that_they_are_old(visit: Visit, deployed: str) -> None:
    page = visit().new_page()
    for version in (FIRST, SECOND):
        page.goto(f"{deployed}/{version}/{TOPIC}")
        page.locator(".older").wait_for()
        assert f"This is release {version}; the latest is {THIRD}." in page.locator(".older").inner_text()
    settled(page, f"{deployed}/{THIRD}/{TOPIC}")
    assert not page.locator(".older").is_visible()


def test_a_figure_that_was_corrected_later_is_named_where_it_stands(visit: Visit, deployed: str) -> None:
    page = visit().new_page()
    for version, path, named in ((FIRST, TOPIC, 1), (FIRST, DATA, 1), (FIRST, GONE, 0), (SECOND, TOPIC, 0)):
        page.goto(f"{deployed}/{version}/{path}")
        page.locator(".older").wait_for()
        assert page.locator(".older li").count() == named
        assert page.locator(".older .changed").is_visible() == bool(named)
    page.goto(f"{deployed}/{FIRST}/{TOPIC}")
    assert page.locator(".older li").inner_text() == f"{FIGURE} (in release {SECOND})"
    page.locator(".older li a").click()
    page.wait_for_url(f"**/{THIRD}/{DATA}#{FIGURE}")


def test_axe_finds_no_barrier_on_an_old_page(visit: Visit, deployed: str) -> None:
    page = visit(reduced_motion="reduce", viewport={"width": 1280, "height": 800}).new_page()
    settled(page, f"{deployed}/{FIRST}/{TOPIC}")
    page.locator(".older").wait_for()
    found = Axe().run(page).response["violations"]
    assert [(issue["id"], issue["nodes"][0]["target"]) for issue in found] == []


def test_no_release_calls_another_host_or_breaks_its_policy(visit: Visit, deployed: str) -> None:
    context = visit()
    seen = requests_of(context)
    page = context.new_page()
    said = complaints_of(page)
    for path in (f"{FIRST}/{TOPIC}", f"{SECOND}/{DATA}", f"{THIRD}/en/index.html", f"latest/{TOPIC}", "index.html"):
        settled(page, f"{deployed}/{path}")
    assert any(url.endswith("/corrected.json") for url in seen)
    assert [url for url in seen if not url.startswith(deployed)] == []
    assert said == []


def test_a_site_alone_asks_for_no_versions(visit: Visit, address: str, site: Path) -> None:
    for place in (address, site.as_uri()):
        context = visit()
        seen = requests_of(context)
        page = context.new_page()
        said = complaints_of(page)
        settled(page, f"{place}/{TOPIC}")
        assert [url for url in seen if url.endswith(("versions.json", "corrected.json"))] == []
        assert not page.locator(".older").is_visible()
        assert page.locator(".md-version").count() == 0
        assert said == []
