"""Does every small cell of a breakdown stay withheld, and can none be had by one subtraction?

Here are the policy's minimum and the plainest attack on it; the proof over all tables and releases is stricter.
"""

from collections.abc import Iterator

from scripts.disclosure.constraints import given_away, margins
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
    "A withheld cell can be had by subtracting the published parts from the published whole.",
    "Withhold one more part of the same whole, best the smallest that is published.",
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

RULES = (SMALL, GIVEN, NOTE, UNTREATED)


def check(release: Release) -> Iterator[Finding]:
    """Yield cells through which somebody could be found."""
    yield from _untreated(release)
    for figure in release.figures:
        if figure.is_published and _is_small(figure, release):
            yield SMALL.broken(figure.where, "The cell is below the policy's minimum.")
        if figure.is_suppressed and any(character.isdigit() for character in figure.note):
            yield NOTE.broken(figure.where, "The note contains a digit.")
    for margin in margins(release):
        cell = given_away(margin)
        if cell:
            yield GIVEN.broken(cell.where, f"Its margin by {margin.dimension} gives it away.")


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
