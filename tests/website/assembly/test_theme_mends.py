"""Mends of the theme: each says so when the theme no longer has what it mends."""

from pathlib import Path

import pytest

from scripts.website.assembly.shared_assets import read_assets
from scripts.website.assembly.theme_mends import Mends, ThemeChangedError, mend
from tests.website.assembly.built_site import build_pages, make_project, write_texts

BUNDLE = 'e("nav",{class:"md-code__nav"})'


def test_a_fault_is_mended() -> None:
    assert mend("a fault", "fault", "remedy") == "a remedy"


def test_a_mend_that_finds_nothing_fails() -> None:
    with pytest.raises(ThemeChangedError, match="theme – nothing was found to mend at fault – look at the new theme"):
        mend("sound", "fault", "remedy")


def test_a_fault_may_be_on_some_pages_alone() -> None:
    mends = Mends()
    assert mends.mend("sound", "fault", "remedy") == "sound"
    assert mends.mend("a fault", "fault", "remedy") == "a remedy"
    mends.check()


def test_of_mends_with_one_name_one_must_find_something() -> None:
    mends = Mends()
    mends.mend("a fault", "fault", "remedy", "either")
    mends.mend("a fault", "flaw", "remedy", "either")
    mends.check()
    mends.mend("a fault", "flaw", "remedy")
    with pytest.raises(ThemeChangedError, match="flaw"):
        mends.check()


def test_a_bundle_without_its_fault_fails(tmp_path: Path) -> None:
    write_texts(tmp_path, {"assets/javascripts/bundle.1.min.js": BUNDLE})
    assert read_assets([tmp_path]) == {"assets/javascripts/bundle.1.min.js": b'e("div",{class:"md-code__nav"})'}
    write_texts(tmp_path, {"assets/javascripts/bundle.1.min.js": "e()"})
    with pytest.raises(ThemeChangedError, match="md-code__nav"):
        read_assets([tmp_path])


@pytest.mark.parametrize(
    ("partial", "fault"),
    [
        ("header.html", "__drawer"),
        ("nav.html", "tabindex"),
        ("nav-item.html", "tabindex"),
    ],
)
def test_a_theme_that_no_longer_has_a_fault_stops_the_build(partial: str, fault: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {})
    macro = "{% macro render(item, path, level) %}{% endmacro %}" if partial == "nav-item.html" else ""
    write_texts(project.root, {f"theme/partials/{partial}": macro})
    with pytest.raises(ThemeChangedError, match=fault):
        build_pages(project)
