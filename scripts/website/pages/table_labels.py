"""Labels that stand before the cells of a table where a narrow screen lays the cells of a row below each other."""

from collections.abc import Iterable

from tinycss2.serializer import serialize_string_value

from scripts.reading.declarations.labels import Labels

# Cells that do not say themselves what they are: their class in the table of figures, and their label.
_CELLS = {"counted-on": "counted_on", "who": "who", "read-at": "read_at"}


def table_labels(languages: Iterable[Labels]) -> str:
    """Write the labels of a table's cells as styles, in each language."""
    return "".join(
        f':lang({labels.language}) .told td.{cell}{{--is:"{serialize_string_value(labels[label])}: "}}'
        for labels in languages
        for cell, label in _CELLS.items()
    )
