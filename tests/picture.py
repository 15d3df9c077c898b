"""Takes the picture of the site that the README shows: python -m tests.picture."""

from playwright.sync_api import sync_playwright

from tests.browser.serving import chromium
from tests.conftest import ROOT


def main() -> None:
    """Show the home page as a desk sees it and save what is on the first screen."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": 1120, "height": 780})
        page.goto((ROOT / "site" / "en" / "index.html").as_uri())
        page.screenshot(path=ROOT / "docs" / "assets" / "home.png")
        browser.close()


if __name__ == "__main__":
    main()
