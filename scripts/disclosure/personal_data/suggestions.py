"""Suggests, for an unknown identifier, the known one that it is a misspelling of, where one comes close.

An unknown code is the content of a cell, and messages are public; so the message never repeats it. Only known names are
suggested: codes of our lists, identifiers of figures, names of fields. All of them are in the package, where the checks
look for persons. But the package may be the very proposal that is checked, so somebody could put a name into a list and
its misspelling into a table: a known name in the form of a person's is therefore not suggested. A suggestion discloses
that the unknown code is spelled nearly like it; no suggestion discloses nothing; and numbers are never looked up, as
they have no list.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from scripts.disclosure.personal_data.detector import find_matches_in_name

_CLOSE = 0.75  # of 1: one slip in a code of four letters, two in one of eight


def suggestion(unknown: str, known: Iterable[str]) -> str:
    """Suggest the closest known name in words for a message: " Did you mean moonland?"; empty where none is close."""
    close = get_close_matches(unknown.strip().lower(), sorted({*known}), n=1, cutoff=_CLOSE)
    return f" Did you mean {close[0]}?" if close and not find_matches_in_name(close[0]) else ""
