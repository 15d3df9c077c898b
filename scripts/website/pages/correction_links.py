"""Links with which a reader reports a wrong number: a form that is filled in already, and the row in the repository."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from scripts.reading.package.figures import Figure
from scripts.reading.release.release import Release
from scripts.website.text.formatting import Formatter

BRANCH = "main"


@dataclass(frozen=True)
class CorrectionLinks:
    """A figure in words, with the addresses of its form and its row; both empty while the repository is unknown."""

    figure: str
    title: str
    scope: str
    originator: str
    amount: str
    form: str
    row: str


def correction_links(figures: Iterable[Figure], formatter: Formatter) -> tuple[CorrectionLinks, ...]:
    """Give the links of each figure, in the order of the figures."""
    return tuple(_links(figure, formatter) for figure in figures)


def _links(figure: Figure, formatter: Formatter) -> CorrectionLinks:
    release, amount = formatter.release, formatter.amount(figure)
    return CorrectionLinks(
        figure=figure.id,
        title=release.indicator_of(figure).title,
        scope=formatter.scope(figure),
        originator=release.registers.originators[figure.originator].title,
        amount=amount,
        form=_form_address(figure, amount, release),
        row=_row_address(figure, release),
    )


def _form_address(figure: Figure, amount: str, release: Release) -> str:
    """Address the form for corrections, with what is known filled in (GitHub, "Creating issues from a URL query")."""
    repository = release.declarations.contact.repository
    if not repository:
        return ""
    answers = {
        "template": "correction.yml",
        "figure": figure.id,
        "release": release.package.version,
        "now": amount,
    }
    return f"{repository}/issues/new?{urlencode(answers)}"


def _row_address(figure: Figure, release: Release) -> str:
    """Address the table in the platform's editor, at the line of the figure."""
    repository = release.declarations.contact.repository
    path = release.package.resources[figure.resource].path
    return f"{repository}/edit/{BRANCH}/datapackage/{path}#L{figure.where.row}" if repository else ""
