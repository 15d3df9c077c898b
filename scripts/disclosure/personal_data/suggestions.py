"""Spelling help for an identifier that is unknown: the known one that comes closest, where one comes close.

An unknown code is the content of a cell, and messages are public; so the message never repeats it. What is suggested
comes from the list of what is known: codes of our lists, identifiers of figures, names of fields. All of them stand in
the package, in their own place, where the checks look for persons. The package may be the very proposal that is
checked, so that somebody could put a name into a list and its misspelling into a table: a known one that has the form
of a name is therefore not suggested. That a suggestion is made tells that the unknown one is spelled nearly like it;
where it is not, nothing is told, and numbers are never looked up: they have no list.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from scripts.disclosure.personal_data.detector import find_matches_in_name

_CLOSE = 0.75  # of 1: one slip in a code of four letters, two in one of eight


def suggestion(unknown: str, known: Iterable[str]) -> str:
    """A question to add to a message, such as " Did you mean moonland?"; nothing where no known one comes close."""
    close = get_close_matches(unknown.strip().lower(), sorted({*known}), n=1, cutoff=_CLOSE)
    return f" Did you mean {close[0]}?" if close and not find_matches_in_name(close[0]) else ""
