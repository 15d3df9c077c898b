"""Finishes the site after MkDocs: what stands above all languages, one step a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs.utils import get_theme_dir

from scripts import layout
from scripts.files import write
from scripts.website.assembly import offline_copy, shared_assets, social_cards
from scripts.website.assembly.build_languages import BuildTask, build_languages, tasks_of
from scripts.website.assembly.sitemap import sitemap
from scripts.website.assembly.stylesheet import stylesheet

STYLES = "assets/site.css"
# A library that sets no class of the theme, and is long.
_LIBRARY = "assets/vega.js"


@dataclass(frozen=True)
class Project:
    """The folders of a site: `root` with MkDocs' configuration, `build` with what was computed, `site` for the result.

    address: the site's own, empty where it is not known.
    """

    root: Path
    build: Path
    site: Path
    address: str = ""


def finish_site(project: Project, languages: Sequence[str] = ()) -> None:
    """Build the site from what was computed before; with languages named, the pages of those alone.

    Raises LanguageNotBuiltError where MkDocs fails, ThemeChangedError where a mend of the theme finds nothing.
    """
    tasks = tasks_of(project.root, project.site, project.build)
    build_languages([task for language, task in tasks.items() if not languages or language in languages])
    pages = _read_pages(tasks)
    downloads = _read_tree(project.build / layout.FILES)
    assets = shared_assets.read_assets([theme_folder(), project.root / "theme"])
    styles = {STYLES: _stylesheet(project, pages, {**downloads, **assets})}
    site_map = sitemap(pages.keys(), sorted(tasks), project.address)
    files: dict[str, str | bytes] = {**downloads, **assets, **styles, **site_map}
    write(files, project.site)
    _sweep(project.site, {*files}, {*tasks, offline_copy.FOLDER})
    _forget_cards(project, tasks)


def theme_folder() -> Path:
    """Find the folder of the theme that ours extends."""
    return Path(get_theme_dir("material"))


def _read_pages(tasks: dict[str, BuildTask]) -> dict[PurePosixPath, bytes]:
    """Read every page of every language by its path on the site."""
    return {
        PurePosixPath(language, file.relative_to(task.site).as_posix()): file.read_bytes()
        for language, task in sorted(tasks.items())
        for file in sorted(task.site.rglob("*.html"))
    }


def _read_tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _stylesheet(project: Project, pages: dict[PurePosixPath, bytes], files: dict[str, bytes]) -> bytes:
    """Write the one style sheet for the pages of all languages and for every script of the site."""
    scripts = [
        content.decode()
        for path, content in files.items()
        if path.startswith(f"{shared_assets.FOLDER}/") and path.endswith(".js") and path != _LIBRARY
    ]
    own = (project.root / "theme" / STYLES).read_text(encoding="utf-8")
    words = (project.build / layout.WORDS).read_text(encoding="utf-8")
    return stylesheet(shared_assets.theme_styles(theme_folder()), own + words, pages.values(), scripts).encode()


def _forget_cards(project: Project, tasks: dict[str, BuildTask]) -> None:
    used = {file.name for task in tasks.values() for file in (task.site / social_cards.FOLDER).glob("*.png")}
    social_cards.forget_unused(project.build / social_cards.FOLDER, used)


def _sweep(site: Path, kept: set[str], others: set[str]) -> None:
    """Delete files above the languages that this build did not write, so that nothing withdrawn is published again."""
    for file in site.rglob("*"):
        path = file.relative_to(site)
        if file.is_file() and path.parts[0] not in others and path.as_posix() not in kept:
            file.unlink()
