"""Writes every figure in every release as one table: figure × release."""

from collections.abc import Mapping

import pandas as pd

from scripts.checks import Cleared
from scripts.reading.package.descriptor import Package
from scripts.reading.package.figures import Status
from scripts.reading.package.frames import PackageFrames

NAMES = ("release", "resource", "figure")
FIELDS = (*NAMES, "status", "value", "value_low", "value_high", "qualifier")


def vintages_csv(release: Cleared) -> bytes:
    """Write every figure in every release that has it, as CSV: figures in the package's order, releases oldest first.

    The last release is the one at hand, sealed or in preparation. A figure that is withheld now has no number in any
    release: its status is `suppressed` throughout.
    """
    order = {figure.id: position for position, figure in enumerate(release.figures)}
    suppressed = [figure.id for figure in release.figures if figure.is_suppressed]
    rows = pd.concat([_figures(version, package) for version, package in _packages(release).items()])
    rows = rows[rows["figure"].isin(list(order))]
    rows = rows.sort_values("figure", key=lambda ids: ids.map(order), kind="stable")
    return _withhold(rows, suppressed).to_csv(index=False, lineterminator="\n").encode()


def _packages(release: Cleared) -> Mapping[str, Package]:
    """Give the package of each release by its version, oldest first."""
    sealed = {version: archived.package for version, archived in release.archives.sealed.items()}
    return {**sealed, release.package.version: release.package}


def _figures(version: str, package: Package) -> pd.DataFrame:
    """Give the figures of a release as published; a release from before a field has nothing in it."""
    return PackageFrames(package).published_figures.assign(release=version).reindex(columns=list(FIELDS))


def _withhold(rows: pd.DataFrame, suppressed: list[str]) -> pd.DataFrame:
    """Blank the rows of withheld figures but for their names, so that no number and no word about one can pass."""
    withheld = rows["figure"].isin(suppressed)
    blank = rows.mask(withheld)
    return blank.assign(
        **{name: rows[name] for name in NAMES}, status=rows["status"].mask(withheld, Status.SUPPRESSED.value)
    )
