"""The version changes wherever a document names the coming release, and nothing else does."""

from datetime import date

import pytest

from scripts.contributing.version_bump import bump_version, next_version
from scripts.reading.package.descriptor import read_package
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("version", "year", "is_correction", "expected"),
    [
        ("2026.2", 2026, False, "2026.3"),
        ("2026.2", 2026, True, "2026.2.1"),
        ("2026.2.1", 2026, True, "2026.2.2"),
        ("2026.2.1", 2026, False, "2026.3"),
        ("2026.2", 2027, False, "2027.1"),
        ("2026.2", 2025, False, "2026.3"),
    ],
)
def test_the_next_version(version: str, year: int, is_correction: bool, expected: str) -> None:
    assert next_version(version, date(year, 5, 1), is_correction) == expected


def test_each_document_that_names_the_release_changes_in_that_word_alone() -> None:
    package = read_package(ROOT / "datapackage")
    files = bump_version(package, date(2999, 1, 1), is_correction=False)
    pages = {f"docs/{language}/about/cite.md" for language in ("en", "ru", "uk")}
    assert files.keys() == {"datapackage/datapackage.json", "CITATION.cff", "README.md", *pages}
    for path, content in files.items():
        before, after = ((ROOT / path).read_text(encoding="utf-8").splitlines(), content.decode().splitlines())
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
        assert [old.replace(package.version, "2999.1") for old, _ in changed] == [new for _, new in changed]
        assert len(changed) == 1
