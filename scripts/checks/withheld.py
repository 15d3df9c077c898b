"""Does every small cell of a breakdown stay withheld, and can none be worked out from everything that is published?

All counts of all tables are one system of equations in whole numbers; a solver finds the smallest and the largest value
that a reader could work out for each withheld cell.
"""

from collections.abc import Iterator

from scripts.disclosure.constraints import system_of
from scripts.disclosure.intervals import given_away
from scripts.disclosure.programs import NotProvenError
from scripts.disclosure.propagation import ContradictionError
from scripts.findings import Finding, Place, Rule
from scripts.reading.figures import Figure
from scripts.reading.release import Release

SMALL = Rule(
    "cell-too-small",
    "A cell of a breakdown counts fewer people than the policy's minimum and is published.",
    "Set its status to suppressed, empty its numbers, and withhold what would give it away.",
)
GIVEN = Rule(
    "cell-given-away",
    "A withheld cell can be worked out from what is published, exactly or within less than the policy's width.",
    "Withhold one more part of the same whole, best the smallest that is published.",
)
CONTRADICTION = Rule(
    "cells-contradict",
    "Published cells contradict each other, so that nothing can be proven about the withheld ones.",
    "Check the cells of the margins that are named against their sources.",
)
NOTE = Rule(
    "withheld-note",
    "The note of a withheld figure contains a digit; a note must not hint at the number.",
    "Use the same neutral note for every withheld figure.",
)
UNTREATED = Rule(
    "policy-incomplete",
    "A resource has neither a disclosure rule nor a reasoned exemption, or the policy treats one that does not exist.",
    "Add the resource to disclosure.yaml with a rule or an exemption and the reason, or remove the entry.",
)

RULES = (SMALL, GIVEN, CONTRADICTION, NOTE, UNTREATED)


def check(release: Release) -> Iterator[Finding]:
    """Yield cells through which somebody could be found."""
    yield from _untreated(release)
    for figure in release.figures:
        if figure.is_published and _is_small(figure, release):
            yield SMALL.broken(figure.where, "The cell is below the policy's minimum.")
        if figure.is_suppressed and any(character.isdigit() for character in figure.note):
            yield NOTE.broken(figure.where, "The note contains a digit.")
    yield from _given_away(release)


def _given_away(release: Release) -> Iterator[Finding]:
    system = system_of(release)
    try:
        narrow = given_away(system)
    except ContradictionError as error:
        yield CONTRADICTION.broken(Place(release.package.file), f"These margins cannot hold together: {error}")
    except NotProvenError as error:
        yield GIVEN.broken(Place(release.package.file), f"It could not be proven that withheld cells stay so. {error}")
    else:
        for name in narrow:
            yield GIVEN.broken(release.by_id[name].where, "A reader could work it out, exactly or nearly.")


def _untreated(release: Release) -> Iterator[Finding]:
    file = (release.package.root / "disclosure.yaml").as_posix()
    for name in release.package.resources:
        if name not in release.policy.resources:
            yield UNTREATED.broken(Place(file, field=name), "The policy does not treat this resource.")
    for name, treatment in release.policy.resources.items():
        if name not in release.package.resources:
            yield UNTREATED.broken(Place(file, field=name), "There is no such resource.")
        elif treatment.rule == "exempt" and any(figure.resource == name for figure in release.figures):
            yield UNTREATED.broken(Place(file, field=name), "A resource with figures cannot be exempt.")


def _is_small(figure: Figure, release: Release) -> bool:
    counts_people = release.indicator_of(figure).unit in release.policy.units_of_people
    small = figure.highest is not None and figure.highest < release.policy.minimum
    return counts_people and small and bool(release.broken_down(figure))
