"""Reads the specification of a table, and refuses it where the policy for tables from confidential lists forbids it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from scripts.disclosure.tabulate.table import Parents
from scripts.errors import RefusedError
from scripts.reading.declarations.disclosure_policy import Family, TabulationRules
from scripts.reading.declarations.strict_yaml import STRICT, read_declaration
from scripts.reading.package.periods import first_day
from scripts.reading.package.registers import Registers

PERIODS = ("year", "quarter", "month")
EVER = "ever"


@dataclass(frozen=True)
class SpecifiedCode:
    """A code to add to the package's list, or one that the list has without a partition."""

    title: str
    parent: str
    partition: str

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Dimension:
    """One dimension: the column of the list, the package's code list, and the code for every value of the column."""

    column: str
    list: str
    map: Mapping[str, str]
    codes: Mapping[str, SpecifiedCode] = field(default_factory=dict)

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Period:
    """The column with the day of the event (ISO 8601), and how finely the table counts by it."""

    column: str
    by: Literal["year", "quarter", "month"]

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Specification:
    """A table to make: its indicator, originator and source, its dimensions, and how it is protected."""

    table: str
    title: str
    indicator: str
    originator: str
    source: str
    counted_on: str
    method: Literal["rounding", "suppression"]
    dimensions: Mapping[str, Dimension]
    period: Period | None = None

    __pydantic_config__ = STRICT


def read_specification(file: Path) -> Specification:
    """Read a specification. Raises NotReadableError where it has another shape."""
    return read_declaration(file, Specification)


def family_of(specification: Specification, registers: Registers, rules: TabulationRules) -> Family:
    """The rules for the people that the table counts. Raises RefusedError where the policy has none."""
    indicator = registers.indicators.get(specification.indicator)
    if indicator is None:
        raise RefusedError("indicator – is not in the package – add it to indicators.csv first.")
    if indicator.status_family not in rules.families:
        raise RefusedError("indicator – its status family may not be tabulated (rule family-not-allowed) – see policy.")
    return rules.families[indicator.status_family]


def refuse_forbidden(specification: Specification, registers: Registers, rules: TabulationRules) -> None:
    """Raise RefusedError with every rule of the policy that the specification breaks."""
    family = family_of(specification, registers, rules)
    lists = [dimension.list for dimension in specification.dimensions.values()]
    finest = specification.period.by if specification.period else None
    breaches = [*policy_breaches(lists, finest, family, rules), *_calendar_breaches(specification.counted_on, rules)]
    if breaches:
        raise RefusedError("\n".join(breaches))


def policy_breaches(lists: list[str], finest: str | None, family: Family, rules: TabulationRules) -> Iterator[str]:
    """Yield a sentence for each rule that a table by these code lists and periods breaks."""
    crossed = len(lists) + (finest is not None)
    if crossed > rules.dimensions:
        yield f"dimensions – {crossed} are crossed (rule too-many-dimensions) – cross at most {rules.dimensions}."
    for name in lists:
        if name not in family.lists:
            allowed = ", ".join(family.lists)
            yield f"dimensions – {name} may not be used (rule list-not-allowed) – use of: {allowed}."
    if finest and PERIODS.index(finest) > PERIODS.index(family.period):
        yield f"period – is told by {finest} (rule period-too-fine) – tell it by {family.period} or coarser."


def _calendar_breaches(counted_on: str, rules: TabulationRules) -> Iterator[str]:
    days = ", ".join(rules.vintages)
    try:
        date.fromisoformat(counted_on)
    except ValueError:
        yield "counted_on – is no day (rule vintage-not-due) – write it as 2026-09-01."
        return
    if counted_on[5:] not in rules.vintages:
        yield f"counted_on – is no day of the calendar (rule vintage-not-due) – count on one of: {days}."


def parents_of(dimension: Dimension, registers: Registers) -> Parents:
    """The codes of the table in one dimension: those that the map names, and their ancestors.

    Raises RefusedError for a code that is unknown, that no partition contains, or that the map names though it is a
    total.
    """
    known = {code.code: (code.parent, code.partition) for code in registers.code_lists[dimension.list].values()}
    known |= {code: (new.parent, new.partition) for code, new in dimension.codes.items()}
    used: dict[str, tuple[str, str]] = {}
    waiting = list(dict.fromkeys(dimension.map.values()))
    for code in waiting:
        if code not in known:
            raise RefusedError(f"{dimension.column} – is mapped to an unknown code – add it to codes: {code}.")
        used[code] = known[code]
        if known[code][0] and known[code][0] not in waiting:
            waiting.append(known[code][0])
    roots = [code for code, (parent, _) in used.items() if not parent]
    unpartitioned = [code for code, (parent, partition) in used.items() if parent and not partition]
    if len(roots) != 1 or unpartitioned:
        raise RefusedError(f"{dimension.column} – codes do not add up to one whole – give each code a partition.")
    totals = {parent for parent, _ in used.values()}
    if totals & set(dimension.map.values()):
        raise RefusedError(f"{dimension.column} – is mapped to a code with others below it – map to the finest codes.")
    return used


def periods_of(counted: set[str], by: str) -> Parents:
    """The periods of a table, from the first to the last with a record, as codes below the whole time."""
    years = range(int(min(counted)[:4]), int(max(counted)[:4]) + 1)
    finest = {
        "year": [str(year) for year in years],
        "quarter": [f"{year}-Q{quarter}" for year in years for quarter in range(1, 5)],
        "month": [f"{year}-{month:02}" for year in years for month in range(1, 13)],
    }[by]
    codes = {EVER: ("", "")} | {str(year): (EVER, "years") for year in years}
    for code in finest:
        if min(counted) <= code <= max(counted):
            codes.setdefault(code, (code[:4], f"{by}s"))
    return codes


def cutoff(specification: Specification, family: Family) -> date:
    """The day after the last period that is old enough to be published; events from that day on are left out."""
    counted = first_day(specification.counted_on)
    months = counted.year * 12 + counted.month - 1 - family.delay
    size = {"year": 12, "quarter": 3, "month": 1}[specification.period.by if specification.period else "month"]
    months -= months % size
    return date(months // 12, months % 12 + 1, 1)
