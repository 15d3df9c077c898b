"""The assets of the site, which all languages share: those of the theme that are used, and our own over them."""

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from scripts.website.assembly.theme_mends import mend

FOLDER = "assets"

# Maps are for those who mend the theme; its search with its dictionaries is not used; its styles go into our sheet.
_UNUSED = ("*.map", "*/lunr/*", "*/workers/*", "*/stylesheets/*")
_BUNDLE = "assets/javascripts/bundle.*.js"
# The theme puts each button that copies a program into a landmark of its own, all without a name.
_LANDMARK, _PLAIN = '("nav",{class:"md-code__nav"})', '("div",{class:"md-code__nav"})'


def read_assets(themes: Sequence[Path]) -> dict[str, bytes]:
    """Read the assets by their paths on the site; of two themes' files of one path the later one's counts.

    Raises ThemeChangedError where the theme's bundle has nothing to mend.
    """
    files = {}
    for theme in themes:
        for file in sorted((theme / FOLDER).rglob("*")):
            path = file.relative_to(theme).as_posix()
            if file.is_file() and not any(fnmatch(path, unused) for unused in _UNUSED):
                files[path] = file.read_bytes()
    for path in [path for path in files if fnmatch(path, _BUNDLE)]:
        files[path] = mend(files[path].decode(), _LANDMARK, _PLAIN).encode()
    return files


def theme_styles(theme: Path) -> str:
    """Read the style sheet of the theme, without its palette, which is not used."""
    sheets = sorted((theme / FOLDER / "stylesheets").glob("main.*.css"))
    return "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
