"""What is checked before anything is shown; `clear` alone makes a release fit to publish."""

from scripts.checks.registry import (
    ASIDE,
    CHECKS,
    PROTECTING,
    Check,
    Cleared,
    NotClearedError,
    checks_in,
    clear,
    examine,
    in_language,
    read_sound,
    texts_of,
)

__all__ = [
    "ASIDE",
    "CHECKS",
    "PROTECTING",
    "Check",
    "Cleared",
    "NotClearedError",
    "checks_in",
    "clear",
    "examine",
    "in_language",
    "read_sound",
    "texts_of",
]
