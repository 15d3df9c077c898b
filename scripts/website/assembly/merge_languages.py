"""Makes one site of the sites of each language: what all of them have alike lies once, beside their folders."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

ASSETS = "assets"

_ADDRESS = re.compile(r'((?:href|src)="|"search": ")((?:\.\./)*)(?:\./)?assets/')
_BASE = re.compile(r'"base": "([^"]*)"')
# Maps are for those who mend the theme; its search with its dictionaries, and its palette, are not used.
_UNUSED = ("*.map", "lunr", "workers", "palette.*")
# The page for wrong addresses stands beside the languages; a map of the site needs its address, which is not known.
_PAGES = ("404.html", "sitemap.xml", "sitemap.xml.gz")

# The theme puts each button that copies a program into a landmark of its own, all without a name.
_LANDMARK, _PLAIN = '("nav",{class:"md-code__nav"})', '("div",{class:"md-code__nav"})'


def unite(site: Path, languages: Sequence[str]) -> None:
    """Lay the assets of all languages in one place, and take away what a language's folder has no use for."""
    for language in languages:
        shutil.copytree(
            site / language / ASSETS, site / ASSETS, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*_UNUSED)
        )
        shutil.rmtree(site / language / ASSETS)
        for unused in _PAGES:
            (site / language / unused).unlink(missing_ok=True)
    for script in (site / ASSETS).glob("javascripts/bundle.*.js"):
        script.write_text(script.read_text(encoding="utf-8").replace(_LANDMARK, _PLAIN), encoding="utf-8")


def united(page: str) -> str:
    """A page that finds the shared assets one folder higher."""
    page = _ADDRESS.sub(r"\1\2../assets/", page)
    return _BASE.sub(lambda match: f'"base": "{match[1].rstrip("/")}/.."', page)
