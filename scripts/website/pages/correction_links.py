"""How a reader can say that a number is wrong: a form that knows the number already, its row, or a private way."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.figures import Figure
from scripts.reading.release.release import Release
from scripts.website.text.formatting import amount, breakdown, period

BRANCH = "main"


@dataclass(frozen=True)
class CorrectionLinks:
    """A figure in words, with the addresses of its form and its row; both empty while the repository is unknown."""

    figure: str
    what: str
    about: str
    who: str
    shown: str
    form: str
    row: str


def correction_links(figures: Iterable[Figure], release: Release, labels: Labels) -> tuple[CorrectionLinks, ...]:
    """The ways for each figure, in their order."""
    return tuple(_ways(figure, release, labels) for figure in figures)


def _ways(figure: Figure, release: Release, labels: Labels) -> CorrectionLinks:
    about = (breakdown(figure, release), period(figure, labels))
    shown = amount(figure, release, labels)
    return CorrectionLinks(
        figure=figure.id,
        what=release.indicator_of(figure).title,
        about="; ".join(part for part in about if part),
        who=release.registers.originators[figure.originator].title,
        shown=shown,
        form=_form(figure, shown, release),
        row=_row(figure, release),
    )


def _form(figure: Figure, shown: str, release: Release) -> str:
    """The form for corrections with what is known already filled in (GitHub, "Creating issues from a URL query")."""
    known = {
        "template": "correction.yml",
        "figure": figure.id,
        "release": release.package.version,
        "now": shown,
    }
    repository = release.declarations.contact.repository
    return f"{repository}/issues/new?{urlencode(known)}" if repository else ""


def _row(figure: Figure, release: Release) -> str:
    """The table in the platform's editor, at the line of the figure."""
    path = release.package.resources[figure.resource].path
    repository = release.declarations.contact.repository
    return f"{repository}/edit/{BRANCH}/datapackage/{path}#L{figure.where.row}" if repository else ""
