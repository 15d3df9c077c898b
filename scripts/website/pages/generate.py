"""Composes every page and file that is computed from a cleared release, as content by path from the project's root.

Pages are short Markdown files with slots; the slots' HTML is put in after MkDocs has built the pages, which keeps
the build fast and the search index small. An address that begins with `@/` is counted from the site's root.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from scripts import layout
from scripts.reading.declarations.labels import Labels
from scripts.website.pages.atom_feeds import feeds
from scripts.website.pages.chart_slots import chart_files, chart_slots
from scripts.website.pages.context import PageContext, templates
from scripts.website.pages.generated_page import page_path, slot_path
from scripts.website.pages.history import history_slots, release_page
from scripts.website.pages.language import notice_slots, search_page
from scripts.website.pages.method import method_slots
from scripts.website.pages.references import reference_file
from scripts.website.pages.registers import register_pages
from scripts.website.pages.research import research_slots
from scripts.website.pages.table_labels import table_labels
from scripts.website.pages.tables import table_pages, table_slots

_PAGES = (table_pages, register_pages, release_page, search_page)
_SLOTS = (chart_slots, table_slots, method_slots, research_slots, history_slots, notice_slots)


def compose(context: PageContext) -> dict[str, str]:
    """Compose every computed page, slot and file of one language, by path from the project's root."""
    return dict(_files(context))


def front(languages: Sequence[Labels], address: str = "") -> dict[str, str]:
    """Compose the files above all languages: the first page, the one for wrong addresses, and words for the styles.

    The second is shown at any address, so that its links work only where the site's own address is known.
    """
    content = {"languages": languages, "t": languages[0], "root": ""}
    template = templates().get_template("chooser.html.j2")
    return {
        layout.site_file("index.html"): template.render(**content, missing=False),
        layout.site_file("404.html"): template.render(**content | {"root": address}, missing=True),
        f"{layout.BUILD}/{layout.WORDS}": table_labels(languages),
    }


def sweep(kept: Collection[str], root: Path) -> None:
    """Delete computed files that this release no longer has, so that nothing withdrawn is published again."""
    for folder in (
        *(root / layout.BUILD / name for name in (layout.SLOTS, layout.FIGURES, layout.FILES)),
        *root.glob(layout.DATA_PAGES.format(language="*")),
    ):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.relative_to(root).as_posix() not in kept:
                file.unlink()


def _files(context: PageContext) -> Iterator[tuple[str, str]]:
    pages = [page for topic in _PAGES for page in topic(context)]
    yield from ((page_path(page, context), page.markdown) for page in pages)
    for slot in (*(page.slot for page in pages), *(slot for topic in _SLOTS for slot in topic(context))):
        yield slot_path(slot.name, context), context.render(slot.template, slot.content)
    yield from chart_files(context)
    yield from ((layout.site_file(path), content) for path, content in feeds(context))
    yield reference_file(context)
