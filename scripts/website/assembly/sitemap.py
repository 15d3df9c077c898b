"""The map of the site for search engines (sitemaps.org): every page with its address in each language."""

from collections.abc import Collection, Iterator, Sequence
from html import escape
from pathlib import Path

FILE = Path("sitemap.xml")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(places: Collection[Path], languages: Sequence[str], address: str) -> dict[Path, bytes]:
    """The map as a file; none where the site's own address is not known, because its addresses must be absolute."""
    if not address:
        return {}
    return {FILE: "".join((_HEAD, *_entries(places, languages, address), "</urlset>\n")).encode()}


def _entries(places: Collection[Path], languages: Sequence[str], address: str) -> Iterator[str]:
    for place in sorted(places):
        others = (Path(language, *place.parts[1:]) for language in languages)
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{other.parts[0]}" href="{escape(f"{address}{other.as_posix()}")}"/>'
            for other in others
            if other in places
        )
        yield f"<url><loc>{escape(f'{address}{place.as_posix()}')}</loc>{links}</url>\n"
