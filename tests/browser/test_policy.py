"""The policy of every page allows the theme's own scripts by their hashes, and no other script inside a page."""

import base64
import hashlib
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT

pytestmark = pytest.mark.browser


def hash_of(script: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    return {str(page): LexborHTMLParser(page.read_text(encoding="utf-8")) for page in sorted(site.glob("*/**/*.html"))}


def listed() -> list[str]:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    hashes: list[str] = yaml.safe_load(text)["extra"]["script_hashes"]
    return hashes


def test_the_scripts_inside_pages_are_those_of_the_list(pages: dict[str, LexborHTMLParser]) -> None:
    scripts = {script.text() for page in pages.values() for script in page.css("script:not([src]):not([type])")}
    assert {hash_of(script) for script in scripts} == set(listed())


def test_every_page_has_the_policy_before_anything_that_it_governs(pages: dict[str, LexborHTMLParser]) -> None:
    allowed = " ".join(["'self'", *(f"'{each}'" for each in listed())])
    for path, page in pages.items():
        charset, policy = page.css("head > *")[:2]
        assert "charset" in charset.attributes, path
        assert policy.attributes["http-equiv"] == "Content-Security-Policy", path
        assert (policy.attributes["content"] or "").startswith(f"default-src 'none'; script-src {allowed}; "), path
    assert len(pages) > 100
