"""A chart that nobody touched: the picture is there, fetches nothing more, and can be taken along."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.serving import settled
from tests.browser.test_site import requests_of

pytestmark = pytest.mark.browser

DEATHS = "en/topics/deaths.html"
MONTHLY = "chart-deaths-monthly"

Visit = Callable[..., BrowserContext]


def test_a_link_to_a_picture_fetches_nothing_more(visit: Visit, address: str) -> None:
    context = visit()
    seen = requests_of(context)
    page = context.new_page()
    settled(page, f"{address}/{DEATHS}#{MONTHLY}")
    assert not [url for url in seen if url.endswith("vega.js")]
    assert page.locator(f"#{MONTHLY} .wide svg").is_visible()


def test_without_javascript_there_is_the_picture_and_no_button(visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{address}/{DEATHS}")
    figure = page.locator(f"#{MONTHLY}")
    assert figure.locator(".wide svg[role=img]").is_visible()
    assert not figure.locator(".explore").is_visible()


def test_each_chart_can_be_taken_as_svg_and_png(visit: Visit, address: str) -> None:
    page = visit().new_page()
    page.goto(f"{address}/{DEATHS}")
    for kind, head in (("svg", b"<svg"), ("png", b"\x89PNG")):
        link = page.locator(f"#{MONTHLY} a[href$='.{kind}']").evaluate("link => link.href")
        assert page.request.get(link).body().startswith(head)
