"""Does the standard's reference implementation, frictionless, agree that the package is sound?

It is a second opinion: our own reading is stricter and decides first. It is slow, so it may run in a process of its own
while the other checks run.
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
    """List the faults that frictionless finds in a package, each with its title alone.

    file: the path of the descriptor; tables: the path of each table by the name of its resource.
    """
    # Imported here, because it takes a second, and only this check needs it.
    import frictionless  # noqa: PLC0415
    from frictionless import system  # noqa: PLC0415

    try:
        with system.use_context(trusted=True):
            report = frictionless.Package(file).validate()
    except frictionless.FrictionlessException as error:
        return [OTHER.broken(Place(file), f"It cannot be read: {error.error.title}.")]
    of_package = [OTHER.broken(Place(file), f"{error.title}.") for error in report.errors]
    of_tables = [
        OTHER.broken(_place(error, tables[task.name]), f"{error.title}.")
        for task in report.tasks
        for error in task.errors
    ]
    return [*of_package, *of_tables]


@contextmanager
def opinion(package: Package, in_background: bool) -> Iterator[Opinion]:
    """Give a function that returns what `check` finds; it may work in a process of its own meanwhile."""
    tables = {name: resource.file for name, resource in package.resources.items()}
    if not in_background:
        yield lambda: check(package.file, tables)
        return
    with ProcessPoolExecutor(1) as pool:
        yield pool.submit(check, package.file, tables).result


def _place(error: object, table: str) -> Place:
    """Where an error lies in a table: its row and field where it has them."""
    return Place(table, getattr(error, "row_number", None), getattr(error, "field_name", None))
