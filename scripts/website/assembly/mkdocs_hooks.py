"""What MkDocs asks of us: the words of a language, English pages where it has none, slots, heads, search and cards."""

import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext, url_filter

from scripts import layout
from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.reading.declarations.contact import site_address
from scripts.reading.declarations.labels import Labels, read_labels, with_fallback
from scripts.reading.package.descriptor import read_descriptor
from scripts.website.assembly import search_index, shared_assets, social_cards
from scripts.website.assembly.head_tags import card_of, head_of
from scripts.website.assembly.page_sections import sections_of
from scripts.website.assembly.slots import CONTENTS, Slots, slot
from scripts.website.assembly.theme_mends import Mends

_EXTENSION = "scripts.website.assembly.markdown_extension"


class Unindented(Extension):
    """Reads templates without their indents, which would make a tenth of a page; none of them holds a program."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Take away what each line begins with."""
        return "\n".join(line.lstrip() for line in source.split("\n"))


def on_config(config: MkDocsConfig) -> None:
    """Set navigation, description and buttons in the language of the site, and name all languages."""
    package = _root(config) / "datapackage"
    every = read_labels(package)
    labels = with_fallback(every[config.theme["language"]], every[ORIGINAL])
    config.nav = _in_words(config.nav, labels)
    config.site_description = labels["site_description"]
    config.copyright = labels["copyright"]
    for option in config.theme["palette"]:
        option["toggle"]["name"] = labels[f"palette_{option['toggle']['name']}"]
    # The page for wrong addresses stands above the languages, and the map of the site names all of them.
    config.theme.static_templates.clear()
    config.extra.update(_extra(config, labels, every))
    config.mdx_configs[_EXTENSION] = {"figures": str(_build(config) / layout.FIGURES / f"{labels.language}.json")}


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Show a page that has no translation in English; the theme's files go to the folder that all languages share."""
    for file in [file for file in files if file.src_dir != config.docs_dir]:
        files.remove(file)
    english = _root(config) / "docs" / ORIGINAL
    for path in sorted(english.rglob("*.md")):
        name = path.relative_to(english).as_posix()
        if files.get_file_from_path(name) is None:
            files.append(File(name, str(english), config.site_dir, config.use_directory_urls))
    return files


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the slots of a page, after Markdown, which is slow on drawings and tables."""
    return _slots(config).fill(html, _here(page, config))


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Set how templates are written, and add what is made of all pages: index, list of contents, and cards."""
    env.trim_blocks = True
    env.add_extension(Unindented)
    env.filters |= {"url": _url, "mend": config.extra["mends"].mend}
    pages = [file.page for file in files.documentation_pages() if file.page]
    index, contents = search_index.search_index(
        [_searchable(page, config) for page in pages], config.theme["language"], _build(config) / layout.CACHE
    )
    for page in pages:
        page.content = (page.content or "").replace(slot(CONTENTS), contents)
    generated = {search_index.INDEX: index.encode()} | {
        f"{social_cards.FOLDER}/{card.name}": social_cards.card_image(card, _build(config) / social_cards.FOLDER)
        for card in {card_of(page, config) for page in pages}
    }
    for path, content in generated.items():
        files.append(File.generated(config, path, content=content))
    return env


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the theme the head of a page, its language, its parts, and the way to the root of the site."""
    here = _here(page, config)
    return context | {
        "base_url": posixpath.relpath(".", posixpath.dirname(here)),
        "head": head_of(page, config),
        "here": here,
        "slots": _slots(config),
        "written_in": _written_in(page, config),
    }


def on_post_build(config: MkDocsConfig) -> None:
    """Fail where the theme no longer has what we mend. Raises ThemeChangedError."""
    config.extra["mends"].check()


def _extra(config: MkDocsConfig, labels: Labels, every: Mapping[str, Labels]) -> dict[str, Any]:
    package = read_descriptor(_root(config) / "datapackage")
    return {
        "release": package.version,
        "address": site_address(package),
        "languages": {language: (words.name, words["language_short"]) for language, words in every.items()},
        "alternate": True,
        "words": labels.interface,
        "mends": Mends(),
    }


@jinja2.pass_context
def _url(context: TemplateContext, value: str) -> str:
    """Count an address below the language from the page, and an asset from the folder that all languages share."""
    if value.startswith(f"{shared_assets.FOLDER}/"):
        return f"{context['base_url']}/{value}"
    return url_filter(context, value)


def _searchable(page: Page, config: MkDocsConfig) -> search_index.SearchablePage:
    is_translated = _written_in(page, config) == config.theme["language"]
    return search_index.SearchablePage(page.url, tuple(sections_of(page.content or "")), is_translated)


def _written_in(page: Page, config: MkDocsConfig) -> str:
    return str(config.theme["language"]) if str(config.docs_dir) == page.file.src_dir else ORIGINAL


def _here(page: Page, config: MkDocsConfig) -> str:
    """Give the address of a page from the site's root."""
    return f"{config.theme['language']}/{page.url}"


def _slots(config: MkDocsConfig) -> Slots:
    return Slots(_build(config) / layout.SLOTS / config.theme["language"])


def _build(config: MkDocsConfig) -> Path:
    return Path(config.extra["build"])


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _in_words(entry: Any, labels: Labels) -> Any:
    if isinstance(entry, list):
        return [_in_words(part, labels) for part in entry]
    if isinstance(entry, Mapping):
        return {labels[title]: _in_words(content, labels) for title, content in entry.items()}
    return entry
