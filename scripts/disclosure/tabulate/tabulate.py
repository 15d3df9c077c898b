"""Makes a publishable table from a confidential list, on the steward's own machine, and proves that it is safe.

Nothing but codes, protected numbers and the certificate leaves this module; the list is read and never copied.
"""

import hashlib
import time
from pathlib import Path

from scripts.disclosure.audit.intervals import disclosed_cells
from scripts.disclosure.audit.solver import NotProvenError
from scripts.disclosure.tabulate.cell_suppression import choose_suppressions, suppressed_system
from scripts.disclosure.tabulate.controlled_rounding import round_table, rounded_system
from scripts.disclosure.tabulate.microdata import count_records
from scripts.disclosure.tabulate.output import ProtectedTable, certificate, render_files
from scripts.disclosure.tabulate.specification import (
    Specification,
    cutoff,
    family_of,
    parents_of,
    periods_of,
    read_specification,
    refuse_forbidden,
)
from scripts.disclosure.tabulate.table import Table, table_of
from scripts.errors import RefusedError
from scripts.reading.declarations.disclosure_policy import Family
from scripts.reading.release.release import Release

BLOCK = 1 << 20


def tabulate(file: Path, specification_file: Path, release: Release) -> dict[str, str]:
    """Make every file of the publishable table, by its path: data, code lists, schema, descriptor entry, certificate.

    `release` gives the policy and the code lists. Raises RefusedError where the policy or the list forbids it,
    NotReadableError for a specification of another shape, NotProvenError where protection was not proven.
    """
    start = time.monotonic()
    specification = read_specification(specification_file)
    refuse_forbidden(specification, release.registers, release.policy.tabulated)
    family = family_of(specification, release.registers, release.policy.tabulated)
    table = _count(file, specification, family, release)
    protected = _protect(table, specification, family, _digest(file))
    disclosed = disclosed_cells(protected.system, release.policy.seconds)
    if disclosed:
        raise NotProvenError(f"The table – gives {len(disclosed)} cells away – report it as a fault of the program.")
    files = render_files(protected, specification, release)
    files["certificate.json"] = certificate(protected, specification, files, time.monotonic() - start)
    return files


def refuse_filled_folder(folder: Path) -> None:
    """Raise RefusedError where a folder holds something already."""
    if folder.exists() and any(folder.iterdir()):
        raise RefusedError(f"{folder.name} – is not empty – name a new folder.")


def refuse_work_trees(*paths: Path) -> None:
    """Raise RefusedError where a path lies in a git work tree, from which a list could be pushed by mistake."""
    for path in paths:
        resolved = path.resolve()
        if any((folder / ".git").exists() for folder in (resolved, *resolved.parents)):
            raise RefusedError(
                f"{path.name} – lies in a git work tree – keep lists and tables outside of every checkout."
            )


def _count(file: Path, specification: Specification, family: Family, release: Release) -> Table:
    dimensions = specification.dimensions
    lists = {name: parents_of(dimension, release.registers) for name, dimension in dimensions.items()}
    until = cutoff(specification, family)
    counts = count_records(file, list(dimensions.values()), specification.period, until)
    if not counts:
        raise RefusedError("The list – has no record that is old enough to be told – wait for the next vintage.")
    if specification.period:
        lists["period"] = periods_of({codes[-1] for codes in counts}, specification.period.by)
    return table_of(lists, counts)


def _protect(table: Table, specification: Specification, family: Family, digest: bytes) -> ProtectedTable:
    """Protect every cell below the minimum by the method that the specification names."""
    minimum = family.minimum
    if specification.method == "suppression":
        withheld = choose_suppressions(table, minimum, minimum)
        numbers = {cell: None if cell in withheld else count for cell, count in table.counts.items()}
        method = {"name": "suppression", "minimum": minimum, "width": minimum}
        return ProtectedTable(table, numbers, suppressed_system(table, withheld, minimum), method)
    # The list itself is the secret that seeds the shifts: one list is always rounded in one way, and nobody without the
    # list can repeat it.
    printed = round_table(table, minimum, int.from_bytes(digest[:8], "big"))
    method = {"name": "zero-restricted controlled rounding", "base": minimum}
    return ProtectedTable(table, printed, rounded_system(table, printed, minimum), method)


def _digest(file: Path) -> bytes:
    digest = hashlib.sha256()
    with file.open("rb") as content:
        while block := content.read(BLOCK):
            digest.update(block)
    return digest.digest()
