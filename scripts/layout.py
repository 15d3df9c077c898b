"""Names the files and folders that the build writes and MkDocs reads, below the project's root."""

BUILD = "build"
"""The folder of everything that is computed before the site; safe to delete."""

FILES = "files"
"""In the build: every file that goes to the site as it is, by its path there."""

SLOTS = "slots"
"""In the build: the HTML of the computed parts of pages, by language."""

FIGURES = "figures"
"""In the build: the figures that prose refers to, a file for each language."""

CACHE = "cache"
"""In the build: content that takes long to make, by the hash of all that it depends on; never published."""

WORDS = "words.css"
"""In the build: the labels of tables for narrow screens."""

DATA_PAGES = "docs/{language}/data"
"""The pages that the build writes for tables, by language."""


def site_file(path: str) -> str:
    """Give where a file of the site lies until the site is built, from the project's root."""
    return f"{BUILD}/{FILES}/{path}"


def slot_file(language: str, name: str) -> str:
    """Give where the HTML of a slot lies until the site is built, from the project's root."""
    return f"{BUILD}/{SLOTS}/{language}/{name}.html"


def figures_file(language: str) -> str:
    """Give where the figures lie that the prose of a language refers to, from the project's root."""
    return f"{BUILD}/{FIGURES}/{language}.json"
