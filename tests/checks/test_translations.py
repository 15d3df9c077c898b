"""Translations: the same figures and numbers in other words, and English where there are none."""

from pathlib import Path

import pytest

from scripts.checks import clear, read_sound, release_in_language, translatable_texts
from scripts.checks.translations import check
from scripts.cli.translate import update_catalog
from scripts.files import write
from scripts.findings import Finding
from scripts.reading.declarations.catalogs import catalog_path
from scripts.reading.declarations.labels import read_labels, with_fallback
from tests.conftest import EXAMPLES

BEGUN = EXAMPLES / "broken" / "language-begun" / "labels" / "ru.yaml"
KIND, TEXT = "indicators.title", "Requests"


@pytest.fixture
def bilingual(editable: Path) -> Path:
    """The invented package with an empty Russian beside its English."""
    (editable / "labels" / "ru.yaml").write_bytes(BEGUN.read_bytes())
    return editable


def translate(package: Path, kind: str, text: str, translated: str) -> None:
    """Enter one translation into the catalogue as a translator does in its file."""
    file = catalog_path(package, "ru")
    write({file.name: update_catalog(file, "ru", translatable_texts(read_sound(package)))}, file.parent)
    entry = f'msgctxt "{kind}"\nmsgid "{text}"\nmsgstr "'
    assert file.read_text().count(f'{entry}"') == 1
    file.write_text(file.read_text().replace(entry, entry + translated))


def differing(package: Path) -> list[Finding]:
    return [finding for finding in check(read_sound(package)) if finding.code == "translation-differs"]


def test_a_translated_text_is_shown_and_any_other_stays_english(bilingual: Path) -> None:
    translate(bilingual, KIND, TEXT, "Запросы")
    shown = release_in_language(clear(bilingual), "ru").registers.indicators
    assert (shown["invented-asked"].title, shown["invented-found"].title) == (
        "Запросы",
        "Inhabitants recorded as found",
    )


def test_a_translation_changes_no_figure(bilingual: Path) -> None:
    translate(bilingual, KIND, TEXT, "Запросы")
    release = clear(bilingual)
    for there, here in zip(release_in_language(release, "ru").figures, release.figures, strict=True):
        assert (there.id, there.value, there.status, there.source) == (here.id, here.value, here.status, here.source)


def test_a_changed_original_ends_its_translation(bilingual: Path) -> None:
    translate(bilingual, KIND, TEXT, "Запросы")
    table = bilingual / "indicators.csv"
    table.write_text(table.read_text().replace("invented-asked,Requests,", "invented-asked,Requests for help,"))
    assert (
        release_in_language(clear(bilingual), "ru").registers.indicators["invented-asked"].title == "Requests for help"
    )
    file = catalog_path(bilingual, "ru")
    write({file.name: update_catalog(file, "ru", translatable_texts(clear(bilingual)))}, file.parent)
    assert "#, fuzzy" in file.read_text()
    assert (
        release_in_language(clear(bilingual), "ru").registers.indicators["invented-asked"].title == "Requests for help"
    )


@pytest.mark.parametrize(
    ("translated", "same"), [("Of 2 000: {}", True), ("Of 2000: {}", True), ("Of 2001: {}", False), ("Of 2000", False)]
)
def test_digits_and_placeholders_are_those_of_the_original(bilingual: Path, translated: str, same: bool) -> None:
    table = bilingual / "indicators.csv"
    table.write_text(table.read_text().replace("invented-asked,Requests,", 'invented-asked,"Of 2,000: {}",'))
    translate(bilingual, KIND, "Of 2,000: {}", translated)
    assert (differing(bilingual) == []) is same


def test_a_language_without_a_word_shows_the_english_one(bilingual: Path) -> None:
    labels = read_labels(bilingual)
    whole = with_fallback(labels["ru"], labels["en"])
    assert (whole.language, whole["source"], whole.of("kind", "claim")) == ("ru", "Source", "claim")
