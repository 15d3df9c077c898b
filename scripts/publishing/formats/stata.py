"""Writes each table as Stata .dta, from the description of the format (Stata help dta, release 118).

A field with a fixed list of codes becomes whole numbers with value labels: the codes as published are attached, and a
second set, `<field>_title`, holds their titles for whoever prefers them (`label values <field> <field>_title`). Where a
figure has no number, .a means suppressed, .b not reported, .c not applicable; any other empty number is the plain `.`.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.columns import Column, columns
from scripts.publishing.formats.stata_types import StataType, StrL, first_observations, stata_type, stored_values
from scripts.reading.package.descriptor import Resource
from scripts.reading.package.figures import Status

MISSING: Mapping[str, int] = {Status.SUPPRESSED: 1, Status.NOT_REPORTED: 2, Status.NOT_APPLICABLE: 3}
NAME, LABEL, FORMAT = 129, 321, 57
RESERVED = frozenset(
    ("_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_N", "_pi", "_pred",
     "_rc", "_skip", "str", "strL", "using", "with")
)  # fmt: skip

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_PARTS = (
    "variable_types", "varnames", "sortlist", "formats", "value_label_names", "variable_labels", "characteristics",
    "data", "strls", "value_labels",
)  # fmt: skip


@dataclass(frozen=True)
class _Variable:
    """A column as Stata stores it: its number from 1, its type, its name, and for each row why it has no number."""

    number: int
    column: Column
    type: StataType
    name: str
    reasons: tuple[int, ...]

    @property
    def label(self) -> str:
        """Its title, with the meaning of the missing values where it has any."""
        title = self.column.field.title
        return f"{title} (.a suppressed, .b not reported, .c not applicable)" if any(self.reasons) else title

    @property
    def packed(self) -> Iterator[bytes]:
        """Its values, row by row."""
        values = stored_values(self.column, self.type)
        return (self.type.pack(value, reason) for value, reason in zip(values, self.reasons, strict=True))


def stata_table(resource: Resource, publication: Publication) -> bytes:
    """Write a table as .dta. Raises TooManyDigitsError."""
    variables = _variables(resource, publication)
    contents = _contents(variables, _notes(resource, publication))
    head = b"".join(
        (
            b"<header><release>118</release><byteorder>LSF</byteorder>",
            _tagged("K", struct.pack("<H", len(variables))),
            _tagged("N", struct.pack("<Q", len(resource.rows))),
            _tagged("label", _counted(_cut(f"{resource.title}. Unaccounted {publication.version}", 80).encode(), "<H")),
            _tagged("timestamp", _counted(_timestamp(publication.day), "<B")),
            b"</header>",
        )
    )
    return _file(head, [_tagged(name, contents[name]) for name in _PARTS])


def _variables(resource: Resource, publication: Publication) -> tuple[_Variable, ...]:
    table = columns(resource, publication)
    no_reasons: tuple[int, ...] = (0,) * len(resource.rows)
    statuses = (column.cells for column in table if column.field.name == "status")
    reasons = next((tuple(MISSING.get(str(cell), 0) for cell in cells) for cells in statuses), no_reasons)
    return tuple(
        _Variable(
            number,
            column,
            stata_type(column, number),
            _name(column.field.name),
            reasons if column.is_number else no_reasons,
        )
        for number, column in enumerate(table, start=1)
    )


def _name(name: str) -> str:
    short = name[:32]
    return f"{short[:31]}_" if short in RESERVED else short


def _contents(variables: tuple[_Variable, ...], notes: Mapping[str, str]) -> dict[str, bytes]:
    return {
        "variable_types": b"".join(struct.pack("<H", v.type.code) for v in variables),
        "varnames": b"".join(_padded(v.name, NAME) for v in variables),
        "sortlist": bytes(2 * (len(variables) + 1)),
        "formats": b"".join(_padded(v.type.display, FORMAT) for v in variables),
        "value_label_names": b"".join(_padded(v.name if v.column.codes else "", NAME) for v in variables),
        "variable_labels": b"".join(_padded(_cut(v.label, 80), LABEL) for v in variables),
        "characteristics": b"".join(_characteristic(name, text) for name, text in notes.items()),
        "data": b"".join(b"".join(row) for row in zip(*(v.packed for v in variables), strict=True)),
        "strls": b"".join(_long_texts(variables)),
        "value_labels": b"".join(_label_sets(variables)),
    }


def _long_texts(variables: Iterable[_Variable]) -> Iterator[bytes]:
    """Give the texts that are stored apart, each once, in the order of their observations and variables."""
    longs = [variable for variable in variables if isinstance(variable.type, StrL)]
    texts = (
        (observation, variable.number, text.encode() + b"\0")
        for variable in longs
        for text, observation in first_observations(variable.column).items()
    )
    for observation, number, text in sorted(texts):
        yield b"GSO" + struct.pack("<IQBI", number, observation, 130, len(text)) + text


def _label_sets(variables: Iterable[_Variable]) -> Iterator[bytes]:
    for variable in variables:
        codes = variable.column.codes
        if codes:
            yield _label_set(variable.name, list(codes))
            if list(codes.values()) != list(codes):
                yield _label_set(f"{variable.name[:26]}_title", list(codes.values()))


def _label_set(name: str, texts: list[str]) -> bytes:
    encoded = [text.encode() + b"\0" for text in texts]
    offsets, total = [], 0
    for text in encoded:
        offsets.append(total)
        total += len(text)
    count = len(texts)
    numbers = struct.pack(f"<{2 + 2 * count}I", count, total, *offsets, *range(1, count + 1))
    content = numbers + b"".join(encoded)
    return _tagged("lbl", struct.pack("<I", len(content)) + _padded(name, NAME) + bytes(3) + content)


def _notes(resource: Resource, publication: Publication) -> dict[str, str]:
    """Give the notes of the data set, as Stata's command `notes` shows them."""
    texts = (
        str(resource.descriptor["description"]),
        str(publication.package.descriptor["description"]),
        cite_as(publication),
    )
    return {"note0": str(len(texts)), **{f"note{number}": text for number, text in enumerate(texts, start=1)}}


def _characteristic(name: str, text: str) -> bytes:
    return _tagged("ch", _counted(_padded("_dta", NAME) + _padded(name, NAME) + text.encode() + b"\0", "<I"))


def _file(head: bytes, parts: list[bytes]) -> bytes:
    """Join the head, a map of where each part begins, and the parts."""
    start = b"<stata_dta>" + head
    offset = len(start) + len(_tagged("map", bytes(14 * 8)))
    offsets = [0, len(start)]
    for part in parts:
        offsets.append(offset)
        offset += len(part)
    end = b"</stata_dta>"
    offsets += [offset, offset + len(end)]
    return start + _tagged("map", struct.pack("<14Q", *offsets)) + b"".join(parts) + end


def _timestamp(day: date) -> bytes:
    """Write a day as Stata does, whatever the language of the machine."""
    start = 3 * (day.month - 1)
    return f"{day.day:02} {_MONTHS[start : start + 3]} {day.year} 00:00".encode()


def _tagged(name: str, content: bytes) -> bytes:
    return b"<%s>%s</%s>" % (name.encode(), content, name.encode())


def _counted(content: bytes, form: str) -> bytes:
    return struct.pack(form, len(content)) + content


def _padded(text: str, size: int) -> bytes:
    return text.encode().ljust(size, b"\0")


def _cut(text: str, letters: int) -> str:
    return text[:letters]
