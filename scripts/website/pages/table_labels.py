"""Labels that stand before the cells of a table where a narrow screen lays the cells of a row below each other."""

from collections.abc import Iterable

from tinycss2.serializer import serialize_string_value

from scripts.reading.declarations.labels import Labels

# Columns of a table of figures whose cells do not say themselves what they are, by their labels.
_COLUMNS = {4: "counted_on", 5: "who", 6: "read_at"}


def table_labels(languages: Iterable[Labels]) -> str:
    """What stands before a cell where a narrow screen lays the cells of a row below each other, in each language."""
    return "".join(
        f':lang({labels.language}) .told td:nth-child({place}){{--is:"{serialize_string_value(labels[name])}: "}}'
        for labels in languages
        for place, name in _COLUMNS.items()
    )
