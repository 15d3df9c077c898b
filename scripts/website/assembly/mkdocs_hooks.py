"""The few lines that only MkDocs needs: the words of a language, and English pages where it has none."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.labels import Labels, read_labels, with_fallback


def on_config(config: MkDocsConfig) -> None:
    """Say the map, the description and the buttons in the language of the site, and name all languages."""
    every = read_labels(_root(config) / "datapackage")
    labels = with_fallback(every[config.theme["language"]], every[ORIGINAL])
    config.nav = _in_words(config.nav, labels)
    config.site_description = labels["site_description"]
    config.copyright = labels["copyright"]
    config.extra["release"] = _version(_root(config))
    for option in config.theme["palette"]:
        option["toggle"]["name"] = labels[f"palette_{option['toggle']['name']}"]
    config.extra["languages"] = {language: (words.name, words["language_short"]) for language, words in every.items()}
    config.extra["alternate"] = True
    config.extra["words"] = labels.interface
    config.mdx_configs["scripts.website.assembly.markdown_extension"] = {
        "figures": f"build/figures/{labels.language}.json"
    }


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Show a page that has no translation in English; its note is put in when the site is finished."""
    english = _root(config) / "docs" / ORIGINAL
    for path in sorted(english.rglob("*.md")):
        name = path.relative_to(english).as_posix()
        if files.get_file_from_path(name) is None:
            files.append(File(name, str(english), config.site_dir, config.use_directory_urls))
    return files


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Tell the theme which language a page is written in, and whether it was translated."""
    context["written_in"] = config.theme["language"] if str(config.docs_dir) == page.file.src_dir else ORIGINAL
    return context


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _version(root: Path) -> str:
    return str(json.loads((root / "datapackage" / "datapackage.json").read_text(encoding="utf-8"))["version"])


def _in_words(entry: Any, labels: Labels) -> Any:
    if isinstance(entry, list):
        return [_in_words(part, labels) for part in entry]
    if isinstance(entry, Mapping):
        return {labels[title]: _in_words(content, labels) for title, content in entry.items()}
    return entry
