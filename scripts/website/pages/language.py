"""The search page of a language, and notices on pages whose translation is missing or old."""

from collections.abc import Iterator

from scripts.website.pages.context import PageContext
from scripts.website.pages.generated_page import GeneratedPage, Slot
from scripts.website.text.translation_notices import translation_notices


def search_page(context: PageContext) -> Iterator[GeneratedPage]:
    """Give the search page."""
    labels = context.labels
    yield GeneratedPage("search", labels["search_title"], labels["site_description"], Slot("search", "search"))


def notice_slots(context: PageContext) -> Iterator[Slot]:
    """Give the notice of each page that needs one."""
    for page, label in translation_notices(context.release, context.folder).items():
        name = page.removesuffix(".md")
        yield Slot(f"translation/{name}", "translation", {"note": label, "page": f"{name}.html"})
