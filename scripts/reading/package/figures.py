"""The figures and statements: what somebody published, who counted, what, for which period, and where we saw it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from scripts.findings import Place
from scripts.reading.package.descriptor import Package, Resource


class Status(StrEnum):
    """Whether a number is there, and if not, why: withheld, never given, meaningless or withdrawn."""

    PUBLISHED = "published"
    SUPPRESSED = "suppressed"
    NOT_REPORTED = "not-reported"
    NOT_APPLICABLE = "not-applicable"
    RETRACTED = "retracted"


class Qualifier(StrEnum):
    """How the source qualifies a number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"
    PROJECTED = "projected"


class Via(StrEnum):
    """How a number reached us: on its originator's own page, told by somebody else, or in somebody's collection."""

    OWN_PAGE = "own-page"
    RE_REPORT = "re-report"
    COMPILATION = "compilation"


@dataclass(frozen=True)
class Figure:
    """One number with all that is needed to judge it; `dimensions` maps each dimension to its code.

    `qualifier` and `status` are texts and not enumerations, so that an archive is read that has a value of its own.
    """

    id: str
    resource: str
    indicator: str
    dimensions: Mapping[str, str]
    period_start: str
    period_end: str
    counted_on: str
    value: Decimal | None
    value_low: Decimal | None
    value_high: Decimal | None
    interval_kind: str
    qualifier: str
    status: str
    originator: str
    source: str
    via: str
    locator: str
    confidence: str
    note: str
    where: Place

    @property
    def is_published(self) -> bool:
        """Whether the number itself is shown."""
        return self.status == Status.PUBLISHED

    @property
    def is_suppressed(self) -> bool:
        """Whether the number is withheld so that nobody can be found in it."""
        return self.status == Status.SUPPRESSED

    @property
    def highest(self) -> Decimal | None:
        """The largest number that the figure states."""
        return self.value if self.value_high is None else self.value_high


@dataclass(frozen=True)
class Statement:
    """A finding without a number, in our words, with its source."""

    id: str
    topic: str
    text: str
    originator: str
    source: str
    via: str
    stated_on: str
    confidence: str
    note: str
    where: Place


_COMPUTED = ("id", "resource", "dimensions", "where")
_FIELDS = ("figure", *(field.name for field in fields(Figure) if field.name not in _COMPUTED))


def figure_resources(package: Package) -> tuple[Resource, ...]:
    """The resources that hold figures: those whose key is the field `figure`."""
    return tuple(r for r in package.resources.values() if r.key == ("figure",))


def dimensions_of(resource: Resource, package: Package) -> Mapping[str, str]:
    """For each dimension of a resource, its code list: the fields that refer to the code list of another resource."""
    lists = {code_list.name for code_list in package.code_lists}
    return {field: name for field, name in resource.references.items() if name in lists and name != resource.name}


def read_figures(package: Package) -> tuple[Figure, ...]:
    """Every figure of a package whose structure is sound, in the order of the descriptor."""
    return tuple(figure for resource in figure_resources(package) for figure in _figures(resource, package))


def read_statements(package: Package) -> tuple[Statement, ...]:
    """Every statement of a package whose structure is sound."""
    resource = package.resources.get("statements")
    found = []
    for row in resource.rows if resource else ():
        cells = dict(row.cells)
        found.append(Statement(id=cells.pop("statement"), where=Place(resource.file, row.number), **cells))  # type: ignore[union-attr]
    return tuple(found)


def _figures(resource: Resource, package: Package) -> list[Figure]:
    names = dimensions_of(resource, package)
    found = []
    for row in resource.rows:
        # A release that was published before the schema had a field, or after it lost one, is read all the same.
        cells = {name: row.cells.get(name, "") for name in (*_FIELDS, *names)}
        dimensions = {name: cells.pop(name) for name in names}
        numbers = {name: _number(cells.pop(name)) for name in ("value", "value_low", "value_high")}
        where = Place(resource.file, row.number)
        figure = cells.pop("figure")
        found.append(
            Figure(id=figure, resource=resource.name, dimensions=dimensions, where=where, **numbers, **cells)  # type: ignore[arg-type]
        )
    return found


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
