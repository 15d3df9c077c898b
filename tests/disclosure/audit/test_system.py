"""A file that describes a system of cells, and the sentences for one that does not."""

from typing import Any

import pytest

from scripts.disclosure.audit.system import MalformedSystemError, read_system


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ([], "is not an object"),
        ({"cells": {}}, "at least one cell"),
        ({"cells": {"a": 1}, "colour": "red"}, "is not an object of"),
        ({"cells": {"a": -1}}, "cell a"),
        ({"cells": {"a": 1.5}}, "cell a"),
        ({"cells": {"a": True}}, "cell a"),
        ({"cells": {"a": [3, 1]}}, "cell a"),
        ({"cells": {"a": 1}, "margins": {}}, "is not a list"),
        ({"cells": {"a": 1}, "margins": [{"total": "a", "parts": []}]}, "margin 1"),
        ({"cells": {"a": 1}, "margins": [{"total": "a", "parts": ["b"]}]}, "unknown cell"),
        ({"cells": {"a": 1, "b": 1}, "margins": [{"total": "a", "parts": ["b", "b"]}]}, "one cell twice"),
        ({"cells": {"a": 1}, "withheld_at_least": "one"}, "withheld_at_least"),
    ],
)
def test_a_malformed_system_says_where_and_what(content: Any, says: str) -> None:
    with pytest.raises(MalformedSystemError, match=says):
        read_system(content)
