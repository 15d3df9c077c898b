"""The command that keeps translations: python -m scripts translations [PAGE …]."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from scripts.checks import read_sound, translatable_texts
from scripts.cli.options import docs_option, exit_uncleared, exit_with, package_option, sibling_folder
from scripts.errors import NotClearedError
from scripts.files import write
from scripts.reading.declarations.catalogs import ORIGINAL, REGISTER, catalog_path, page_digest
from scripts.reading.release.release import Release

# A catalogue must name a day; a fixed one keeps the file the same while its texts are. It names no translator.
_CREATED = datetime(2026, 11, 23, tzinfo=UTC)
_HEAD: dict[str, Any] = {
    "project": "Unaccounted",
    "header_comment": "# Texts of the package: msgctxt says where each is shown, msgid is the English one.",
    "creation_date": _CREATED,
    "revision_date": _CREATED,
    **dict.fromkeys(("msgid_bugs_address", "last_translator", "language_team"), "see CONTRIBUTING.md"),
    "fuzzy": False,
}


@click.command(name="translations")
@package_option
@docs_option
@click.argument("pages", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def translations(root: Path, docs: Path | None, pages: tuple[Path, ...]) -> None:
    """Bring the catalogues up to date with the package's texts, and enter translated PAGES as up to date."""
    folder = sibling_folder(root, docs, "docs")
    try:
        release = read_sound(root, folder)
    except NotClearedError as error:
        exit_uncleared(error, root)
    texts = translatable_texts(release)
    for language, catalogue in release.declarations.catalogs.items():
        path = catalog_path(root, language)
        write({path.name: update_catalog(path, language, texts)}, path.parent)
        lacking = sum(text not in catalogue.texts for text in texts)
        click.echo(f"{path} – texts: {len(texts)}, without a translation: {lacking}")
    if pages and folder:
        write({REGISTER: update_register(release, [_path_and_language(page, folder) for page in pages])}, folder)


def update_catalog(path: Path, language: str, texts: Sequence[tuple[str, str]]) -> bytes:
    """Write a language's catalogue with exactly these texts in order; a changed text keeps its old words as fuzzy."""
    template = Catalog(**_HEAD)
    for kind, text in texts:
        template.add(text, context=kind)
    catalogue = Catalog(locale=language, **_HEAD)
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    catalogue.update(template, update_creation_date=False)
    catalogue.obsolete.clear()
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=False)
    return buffer.getvalue()


def update_register(release: Release, pages: Sequence[tuple[str, str]]) -> bytes:
    """Write the register of translated pages with these as up to date. Refuses a page without an English original."""
    originals = {
        page.path.removeprefix(f"{ORIGINAL}/"): page
        for page in release.pages.markdown
        if page.path.startswith(ORIGINAL)
    }
    entries = {language: dict(digests) for language, digests in release.pages.translated.items()}
    for page, language in pages:
        if page not in originals:
            exit_with(f"{page} – has no English page of this name – name it as its original is named.")
        entries.setdefault(language, {})[page] = page_digest(originals[page])
    return yaml.safe_dump(entries, sort_keys=True).encode()


def _path_and_language(page: Path, docs: Path) -> tuple[str, str]:
    """The path of a page below the folder of its language, and the language."""
    language, *parts = page.resolve().relative_to(docs.resolve()).parts
    return "/".join(parts), language
