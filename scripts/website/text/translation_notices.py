"""Notices on pages that are not in the reader's language, or whose English original has changed since."""

from collections.abc import Mapping

from scripts.reading.declarations.catalogs import ORIGINAL, page_digest
from scripts.reading.release.release import Release

UNTRANSLATED, ENGLISH_ONLY, OUTDATED = "untranslated", "english_only", "outdated"


def translation_notices(release: Release, language: str) -> Mapping[str, str]:
    """Give the key of the label for each page that needs a notice, by the page's path below the language's folder."""
    pages = {page.path: page for page in release.pages.markdown}
    notices = {}
    for path, original in pages.items():
        folder, _, name = path.partition("/")
        if language == ORIGINAL or folder != ORIGINAL:
            continue
        if f"{language}/{name}" not in pages:
            notices[name] = ENGLISH_ONLY if original.is_english_only else UNTRANSLATED
        elif release.pages.translated.get(language, {}).get(name) != page_digest(original):
            notices[name] = OUTDATED
    return notices
