"""Takes the picture of the site that the README shows: python -m tests.picture."""

import shutil

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUMS
from tests.conftest import ROOT


def main() -> None:
    """Show the home page as a desk sees it and save what is on the first screen."""
    with sync_playwright() as playwright:
        installed = next(filter(None, map(shutil.which, CHROMIUMS)), None)
        browser = playwright.chromium.launch(executable_path=installed, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1120, "height": 780})
        page.goto((ROOT / "site" / "en" / "index.html").as_uri())
        page.screenshot(path=ROOT / "docs" / "assets" / "home.png")
        browser.close()


if __name__ == "__main__":
    main()
