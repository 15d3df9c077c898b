"""What is checked before anything is shown; `clear` alone makes a release fit to publish."""

from scripts.checks.registry import (
    CHECKS,
    OTHER_SECTIONS,
    PROTECTIVE_CODES,
    Check,
    Cleared,
    NotClearedError,
    clear,
    examine,
    read_sound,
    release_in_language,
    translatable_texts,
    translate_checks,
)

__all__ = [
    "OTHER_SECTIONS",
    "CHECKS",
    "PROTECTIVE_CODES",
    "Check",
    "Cleared",
    "NotClearedError",
    "translate_checks",
    "clear",
    "examine",
    "release_in_language",
    "read_sound",
    "translatable_texts",
]
