"""The checks that a release must pass before anything is shown; only `clear` makes a release fit to publish."""

from scripts.checks.registry import (
    CHECKS,
    OTHER_SECTIONS,
    PROTECTIVE_CODES,
    Check,
    Cleared,
    Folders,
    clear,
    clear_folders,
    examine,
    examine_folders,
    read_sound,
    release_in_language,
    translatable_texts,
    translate_checks,
)

__all__ = [
    "CHECKS",
    "OTHER_SECTIONS",
    "PROTECTIVE_CODES",
    "Check",
    "Cleared",
    "Folders",
    "clear",
    "clear_folders",
    "examine",
    "examine_folders",
    "read_sound",
    "release_in_language",
    "translatable_texts",
    "translate_checks",
]
