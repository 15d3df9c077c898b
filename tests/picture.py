"""Takes the pictures of the site that the README shows: python -m tests.picture."""

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import chromium
from tests.conftest import ROOT

# Name, page, width, height and colours of each picture.
PICTURES = (
    ("home", "en/index.html", 1120, 780, "light"),
    ("topic", "en/topics/deaths.html", 1120, 1100, "light"),
    ("phone", "ru/topics/relabelled.html", 360, 780, "dark"),
    ("data", "uk/data/deaths.html", 1120, 780, "light"),
)


def main() -> None:
    """Show each page as its reader sees it and save what is on the first screen."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for picture in PICTURES:
            take(browser, *picture)
        browser.close()


def take(browser: Browser, name: str, path: str, *look: object) -> None:
    """Save one page as a picture; the look is width, height and colours."""
    width, height, scheme = look
    size = {"width": width, "height": height}
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto((ROOT / "site" / path).as_uri())
    page.wait_for_timeout(500)
    page.screenshot(path=ROOT / "docs" / "assets" / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()
