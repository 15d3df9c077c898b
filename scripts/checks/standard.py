"""Validates the package with frictionless, the reference implementation of the standard.

It is a second opinion: our own checks are stricter and run first. It is slow, so it may run in a second process
parallel to the other checks.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from scripts.findings import Finding, Place, Rule
from scripts.reading.package.descriptor import Package

OTHER = Rule(
    "structure-other",
    "The reference implementation of the standard finds a fault that has no rule of its own here.",
    "Read the message; mend the table or its schema.",
)

RULES = (OTHER,)

Opinion = Callable[[], list[Finding]]


def check(file: str, tables: Mapping[str, str]) -> list[Finding]:
    """List the faults that frictionless finds in a package, each by its title only.

    file: the path of the descriptor; tables: the path of each table by the name of its resource.
    """
    # The import takes a second, and only this check needs it.
    import frictionless  # noqa: PLC0415
    from frictionless import system  # noqa: PLC0415

    try:
        with system.use_context(trusted=True):
            report = frictionless.Package(file).validate()
    except frictionless.FrictionlessException as error:
        return [OTHER.broken(Place(file), f"It cannot be read: {error.error.title}.")]
    of_package = [OTHER.broken(Place(file), f"{error.title}.") for error in report.errors]
    of_tables = [
        OTHER.broken(_locate(error, tables[task.name]), f"{error.title}.")
        for task in report.tasks
        for error in task.errors
    ]
    return [*of_package, *of_tables]


@contextmanager
def opinion(package: Package, in_background: bool) -> Iterator[Opinion]:
    """Yield a function that returns the findings of `check`, which may run in a second process."""
    tables = {name: resource.file for name, resource in package.resources.items()}
    if not in_background:
        yield lambda: check(package.file, tables)
        return
    with ProcessPoolExecutor(1) as pool:
        yield pool.submit(check, package.file, tables).result


def _locate(error: object, table: str) -> Place:
    """Locate an error in a table by its row and field, where known."""
    return Place(table, getattr(error, "row_number", None), getattr(error, "field_name", None))
