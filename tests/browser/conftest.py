"""A browser and a server for the built site; nothing but the site itself can be reached."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.serving import chromium, served
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` builds it first."""
    folder = ROOT / "site"
    assert (folder / "index.html").is_file(), "site/ – there is no built site – run `make site` first"
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(site) as place:
        yield place


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open contexts that are closed after the test."""
    contexts: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        contexts.append(browser.new_context(**options))  # type: ignore[arg-type]
        contexts[-1].set_default_timeout(8000)
        return contexts[-1]

    yield open_context
    for context in contexts:
        context.close()
