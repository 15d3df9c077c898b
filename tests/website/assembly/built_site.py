"""A small project with invented pages, which MkDocs builds with our theme and hooks as it builds the whole site."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.website.assembly.build_languages import build_language, tasks_of
from scripts.website.assembly.postprocess import Project
from tests.conftest import EXAMPLES, ROOT

WORDS = ':lang(en) .told td.counted-on{--is:"Invented: "}'
NAVIGATION = "nav:\n  - nav_home: index.md\n  - nav_topics:\n      - topics/index.md\n      - topics/two.md\n"
_PAGES = {"en/index.md": "# Home", "en/topics/index.md": "# Topics\n\n## One", "en/topics/two.md": "# Two\n\n## Two"}


def make_project(folder: Path, pages: Mapping[str, str], address: str = "") -> Project:
    """Make a project whose pages are given as Markdown by their paths (`en/topics/invented.md`).

    It has the languages of those pages and the words of the real site; the part that is on every page is empty.
    """
    languages = sorted({"en", *(path.split("/")[0] for path in pages)})
    shutil.copytree(EXAMPLES / "valid", folder / "datapackage", ignore=shutil.ignore_patterns("labels"))
    shutil.copytree(ROOT / "datapackage" / "labels", folder / "datapackage" / "labels")
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "scripts").symlink_to(ROOT / "scripts")
    whole = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    write_texts(folder, {"mkdocs.yml": whole[: whole.index("\nnav:\n") + 1] + NAVIGATION, "build/words.css": WORDS})
    write_texts(folder / "docs", _PAGES | dict(pages))
    (folder / "build" / "files").mkdir()
    for language in languages:
        write_texts(folder, {f"build/figures/{language}.json": "{}", f"build/slots/{language}/older.html": ""})
    for language in {*languages} - {"en"}:
        _add_language(folder, language)
    return Project(folder, folder / "build", folder / "site", address)


def build_pages(project: Project, language: str = "en") -> Path:
    """Build one language in this process, and give its folder."""
    task = tasks_of(project.root, project.site, project.build)[language]
    build_language(task)
    return task.site


def write_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _add_language(folder: Path, language: str) -> None:
    configuration = f"INHERIT: mkdocs.yml\ndocs_dir: docs/{language}\ntheme: {{language: {language}}}\n"
    write_texts(folder, {f"mkdocs.{language}.yml": configuration})
    (folder / "docs" / language).mkdir(parents=True, exist_ok=True)
