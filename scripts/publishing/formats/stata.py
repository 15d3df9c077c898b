"""Each table as Stata .dta, written from the format's description (Stata help dta, release 118).

A field with a fixed list of codes becomes whole numbers with value labels: the codes as published are attached, and a
second set, `<field>_title`, holds their titles for whoever prefers them (`label values <field> <field>_title`). Where a
figure has no number, .a says suppressed, .b not reported, .c not applicable; any other empty number is the plain `.`.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scripts.publishing.archive.citation import cite_as
from scripts.publishing.archive.publication import Publication
from scripts.publishing.formats.columns import Column, Content, binary, columns
from scripts.reading.package.descriptor import Package, Resource

MISSING = {"suppressed": 1, "not-reported": 2, "not-applicable": 3}
NAME, LABEL, FORMAT, LONGEST = 129, 321, 57, 2045
RESERVED = frozenset(
    ("_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_N", "_pi", "_pred",
     "_rc", "_skip", "str", "strL", "using", "with")
)  # fmt: skip

# What a long text takes beside its letters.
_APART = 21
_STRL, _DOUBLE, _LONG, _BYTE = 32768, 65526, 65528, 65530
_EMPTY = {_DOUBLE: 0x7FE0000000000000, _LONG: 0x7FFFFFE5, _BYTE: 101}
_STEP = {_DOUBLE: 1 << 40, _LONG: 1, _BYTE: 1}
_PACKED = {_DOUBLE: "<Q", _LONG: "<I", _BYTE: "<B"}
_KINDS = {"number": _DOUBLE, "integer": _DOUBLE, "year": _LONG, "date": _LONG, "boolean": _BYTE}
_EPOCH = date(1960, 1, 1)
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_PARTS = (
    "variable_types", "varnames", "sortlist", "formats", "value_label_names", "variable_labels", "characteristics",
    "data", "strls", "value_labels",
)  # fmt: skip


@dataclass(frozen=True)
class _Variable:
    """A column as Stata has it: its number from 1, its name, its type, and for each row why it has no number."""

    number: int
    column: Column
    kind: int
    name: str
    reasons: tuple[int, ...]

    @property
    def form(self) -> str:
        """How Stata displays it."""
        if self.column.field.type == "date":
            return "%td"
        return {_DOUBLE: "%16.0g", _LONG: "%24.0g", _BYTE: "%8.0g"}.get(self.kind, f"%-{min(self.kind, 40)}s")

    @property
    def label(self) -> str:
        """Its title, and where it can lack a number what the missing values mean."""
        title = self.column.field.title
        return f"{title} (.a suppressed, .b not reported, .c not applicable)" if any(self.reasons) else title


def stata_table(resource: Resource, publication: Publication) -> bytes:
    """A table as .dta."""
    variables = _variables(resource, publication.package)
    size = len(resource.rows)
    contents = _contents(variables, size, _notes(resource, publication))
    head = b"".join(
        (
            b"<header><release>118</release><byteorder>LSF</byteorder>",
            _tagged("K", struct.pack("<H", len(variables))),
            _tagged("N", struct.pack("<Q", size)),
            _tagged("label", _counted(_cut(f"{resource.title}. Unaccounted {publication.version}", 80).encode(), "<H")),
            _tagged("timestamp", _counted(_moment(publication.day), "<B")),
            b"</header>",
        )
    )
    return _mapped(head, [_tagged(name, contents[name]) for name in _PARTS])


def _variables(resource: Resource, package: Package) -> tuple[_Variable, ...]:
    told = columns(resource, package)
    statuses = next((c.cells for c in told if c.field.name == "status"), (None,) * len(resource.rows))
    reasons = tuple(MISSING.get(str(status), 0) for status in statuses)
    none = (0,) * len(reasons)
    return tuple(
        _Variable(number, column, _kind(column), _name(column.field.name), reasons if column.is_number else none)
        for number, column in enumerate(told, start=1)
    )


def _kind(column: Column) -> int:
    if column.codes:
        return _LONG
    if column.field.type in _KINDS:
        return _KINDS[column.field.type]
    lengths = [len(str(cell).encode()) for cell in column.cells if cell]
    longest = max(lengths, default=0)
    apart = sum(lengths) + _APART * len(lengths) + 8 * len(column.cells)
    # Prose is never a key; where its lengths differ much it takes less room apart from its row.
    is_apart = longest > LONGEST or (column.field.is_prose and apart < longest * len(column.cells))
    return _STRL if is_apart else max(1, longest)


def _name(name: str) -> str:
    short = name[:32]
    return f"{short[:31]}_" if short in RESERVED else short


def _contents(variables: tuple[_Variable, ...], size: int, notes: Mapping[str, str]) -> dict[str, bytes]:
    cells = zip(*([_cell(variable, row) for row in range(size)] for variable in variables), strict=True)
    return {
        "variable_types": b"".join(struct.pack("<H", v.kind) for v in variables),
        "varnames": b"".join(_padded(v.name, NAME) for v in variables),
        "sortlist": bytes(2 * (len(variables) + 1)),
        "formats": b"".join(_padded(v.form, FORMAT) for v in variables),
        "value_label_names": b"".join(_padded(v.name if v.column.codes else "", NAME) for v in variables),
        "variable_labels": b"".join(_padded(_cut(v.label, 80), LABEL) for v in variables),
        "characteristics": b"".join(_characteristic(name, text) for name, text in notes.items()),
        "data": b"".join(b"".join(row) for row in cells),
        "strls": b"".join(_long_texts(variables)),
        "value_labels": b"".join(_label_sets(variables)),
    }


def _cell(variable: _Variable, row: int) -> bytes:
    content, kind = variable.column.cells[row], variable.kind
    if kind == _STRL:
        return struct.pack("<HIH", *((variable.number, row + 1, 0) if content else (0, 0, 0)))
    if kind not in _EMPTY:
        return _padded(str(content or ""), kind)
    if content is None:
        return struct.pack(_PACKED[kind], _EMPTY[kind] + variable.reasons[row] * _STEP[kind])
    if kind == _DOUBLE:
        return struct.pack("<d", binary(Decimal(content)))  # type: ignore[arg-type]
    return struct.pack(_PACKED[kind], _whole(content, variable.column) & ((1 << 32) - 1))


def _whole(content: Content, column: Column) -> int:
    if column.codes:
        return list(column.codes).index(str(content)) + 1
    return (content - _EPOCH).days if isinstance(content, date) else int(content)  # type: ignore[arg-type]


def _long_texts(variables: Iterable[_Variable]) -> Iterator[bytes]:
    longs = [variable for variable in variables if variable.kind == _STRL]
    for row in range(len(longs[0].column.cells) if longs else 0):
        for variable in longs:
            if content := variable.column.cells[row]:
                text = str(content).encode() + b"\0"
                yield b"GSO" + struct.pack("<IQBI", variable.number, row + 1, 130, len(text)) + text


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
    """The data set's notes, as Stata's command `notes` shows them."""
    texts = (
        str(resource.descriptor["description"]),
        str(publication.package.descriptor["description"]),
        cite_as(publication),
    )
    return {"note0": str(len(texts)), **{f"note{number}": text for number, text in enumerate(texts, start=1)}}


def _characteristic(name: str, text: str) -> bytes:
    return _tagged("ch", _counted(_padded("_dta", NAME) + _padded(name, NAME) + text.encode() + b"\0", "<I"))


def _mapped(head: bytes, parts: list[bytes]) -> bytes:
    """The file: its head, a map of where each part begins, the parts."""
    start = b"<stata_dta>" + head
    place = len(start) + len(_tagged("map", bytes(14 * 8)))
    places = [0, len(start)]
    for part in parts:
        places.append(place)
        place += len(part)
    end = b"</stata_dta>"
    places += [place, place + len(end)]
    return start + _tagged("map", struct.pack("<14Q", *places)) + b"".join(parts) + end


def _moment(day: date) -> bytes:
    """A day as Stata writes it, whatever the language of the machine."""
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
