"""What is checked before anything is shown; `clear` alone makes a release fit to publish."""

from scripts.checks.clearing import (
    ASIDE,
    CHECKS,
    PROTECTING,
    Check,
    Cleared,
    NotClearedError,
    clear,
    examine,
    read_sound,
)

__all__ = ["ASIDE", "CHECKS", "PROTECTING", "Check", "Cleared", "NotClearedError", "clear", "examine", "read_sound"]
