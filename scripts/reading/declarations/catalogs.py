"""Translations: of the package's texts as gettext catalogues, of pages as files beside the English ones.

A text is looked up by its English words, so that a translation ends with the words that it translated (GNU gettext, PO
files). For pages, `docs/translations.yaml` keeps which English page, by its hash, a translation was made from.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from scripts.errors import NotReadableError
from scripts.findings import Place, Rule
from scripts.reading.declarations.markdown import Page
from scripts.reading.declarations.strict_yaml import read_declaration

ORIGINAL = "en"
REGISTER = "translations.yaml"

UNREADABLE = Rule(
    "translation-unreadable",
    "A catalogue of translations is not a PO file.",
    "Restore the file, or write it anew with `make translations`.",
)

RULES = (UNREADABLE,)


@dataclass(frozen=True)
class Catalog:
    """The package's texts in one language: by kind (`indicators.title`) and English words, the translation."""

    language: str
    texts: Mapping[tuple[str, str], str]
    rows: Mapping[tuple[str, str], int]
    file: str

    def translate(self, kind: str, text: str) -> str:
        """Give a text in the language, or in English where it has no translation."""
        return self.texts.get((kind, text), text)


def catalog_path(root: Path, language: str) -> Path:
    """Give the path of the catalogue of a language in the package."""
    return root / "translations" / f"{language}.po"


def read_catalog(root: Path, language: str) -> Catalog:
    """Read a language's catalogue; a missing one is empty. Raises NotReadableError where it is no PO file."""
    path = catalog_path(root, language)
    texts, rows = {}, {}
    if path.is_file():
        try:
            with path.open("rb") as file:
                messages = read_po(file, locale=language, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError):
            raise _unreadable(path, "It is not a PO file in UTF-8.") from None
        for message in messages:
            if message.id and message.string and not message.fuzzy:
                texts[message.context or "", str(message.id)] = str(message.string)
                rows[message.context or "", str(message.id)] = message.lineno or 0
    return Catalog(language, texts, rows, path.as_posix())


def page_digest(page: Page) -> str:
    """Identify the content of a page: by the beginning of its SHA-256."""
    return hashlib.sha256("\n".join(page.lines).encode()).hexdigest()[:16]


def read_translated_versions(docs: Path | None) -> Mapping[str, Mapping[str, str]]:
    """Read for each language its pages, each with the digest of the English page that was translated.

    Raises NotReadableError where the register is not as it must be.
    """
    path = docs / REGISTER if docs else None
    return read_declaration(path, dict[str, dict[str, str]]) if path and path.is_file() else {}


def _unreadable(path: Path, message: str) -> NotReadableError:
    return NotReadableError(UNREADABLE.broken(Place(path.as_posix()), message))
