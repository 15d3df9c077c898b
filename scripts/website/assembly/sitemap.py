"""The map of the site for search engines (sitemaps.org): every page with its address in each language."""

from collections.abc import Collection, Iterator, Sequence
from html import escape
from pathlib import PurePosixPath

FILE = "sitemap.xml"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(pages: Collection[PurePosixPath], languages: Sequence[str], address: str) -> dict[str, bytes]:
    """Write the map as a file; none where the site's own address is not known, because its addresses are absolute."""
    if not address:
        return {}
    return {FILE: "".join((_HEAD, *_entries(pages, languages, address), "</urlset>\n")).encode()}


def _entries(pages: Collection[PurePosixPath], languages: Sequence[str], address: str) -> Iterator[str]:
    for page in sorted(pages):
        others = (PurePosixPath(language, *page.parts[1:]) for language in languages)
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{other.parts[0]}" href="{escape(f"{address}{other}")}"/>'
            for other in others
            if other in pages
        )
        yield f"<url><loc>{escape(f'{address}{page}')}</loc>{links}</url>\n"
