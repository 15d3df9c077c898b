"""Names the files and folders below the project's root that the build writes and MkDocs reads."""

BUILD = "build"
FILES = f"{BUILD}/files"
"""Every file that goes to the site as it is, by its path there."""

SLOTS = f"{BUILD}/slots"
"""The HTML of the computed parts of pages, by language."""

FIGURES = f"{BUILD}/figures"
"""The figures that prose refers to, a file for each language."""

CACHE = f"{BUILD}/cache"
"""Content that takes long to make, by the hash of all that it depends on; never published, and safe to delete."""

WORDS = f"{BUILD}/words.css"
"""The labels of tables for narrow screens."""

DATA_PAGES = "docs/{language}/data"
"""The pages that the build writes for tables, by language."""


def site_file(path: str) -> str:
    """Give where a file of the site lies until the site is built."""
    return f"{FILES}/{path}"


def slot_file(language: str, name: str) -> str:
    """Give where the HTML of a slot lies until the site is built."""
    return f"{SLOTS}/{language}/{name}.html"


def figures_file(language: str) -> str:
    """Give where the figures lie that the prose of a language refers to."""
    return f"{FIGURES}/{language}.json"
