"""What each release said of each figure, as one table: figure × release."""

import csv
import io
from collections.abc import Iterator

from scripts.checks import Cleared
from scripts.reading.package.figures import SUPPRESSED, Figure

FIELDS = ("release", "resource", "figure", "status", "value", "value_low", "value_high", "qualifier")


def vintages_csv(release: Cleared) -> bytes:
    """Every figure in every release that has it, as CSV: figures in the package's order, releases oldest first.

    The last release is the one at hand, sealed or in preparation. A figure that is withheld now has no number in any
    release: its status is `suppressed` throughout.
    """
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for figure in release.figures for row in _rows(figure, release))
    return buffer.getvalue().encode()


def _rows(figure: Figure, release: Cleared) -> Iterator[dict[str, str]]:
    if figure.is_suppressed:
        yield from (_withheld(version, told) for version, told in _told(figure, release).items())
    else:
        vintages = {**release.vintages_of(figure), release.package.version: figure}
        yield from (_row(version, told) for version, told in vintages.items())


def _told(figure: Figure, release: Cleared) -> dict[str, Figure]:
    """The releases that have a figure, whatever they said of it."""
    sealed = release.archives.sealed.items()
    earlier = {version: told.by_id[figure.id] for version, told in sealed if figure.id in told.by_id}
    return {**earlier, release.package.version: figure}


def _row(version: str, figure: Figure) -> dict[str, str]:
    numbers = {name: getattr(figure, name) for name in ("value", "value_low", "value_high")}
    words = {"resource": figure.resource, "figure": figure.id, "status": figure.status, "qualifier": figure.qualifier}
    return {"release": version, **words, **{name: "" if n is None else str(n) for name, n in numbers.items()}}


def _withheld(version: str, figure: Figure) -> dict[str, str]:
    """A line that tells nothing but the place, written from the names alone so that no number can pass."""
    return {"release": version, "resource": figure.resource, "figure": figure.id, "status": SUPPRESSED}
