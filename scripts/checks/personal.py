"""Does any text that we publish point to a person: by a number, an account, or the form of a name?"""

from collections.abc import Iterable, Iterator

from scripts.disclosure.patterns import NAMES, NUMBERS, Pattern, found_in
from scripts.findings import Finding, Place, Rule
from scripts.reading.release import Release

NUMBER = Rule(
    "personal-number",
    "A text has the form of a number or address that belongs to one person, such as a telephone or passport.",
    "Take it out, also from the history of your proposal; if it is none, write it differently.",
)
NAME = Rule(
    "personal-name",
    "A text has the form of a person’s name: a patronymic, or a surname with initials.",
    "Take it out, also from the history of your proposal; name an office instead.",
)

RULES = (NUMBER, NAME)

_DECLARATIONS = ("charts.yaml", "disclosure.yaml", "datapackage.json")


def check(release: Release) -> Iterator[Finding]:
    """Yield places where a text may point to a person; never the text itself."""
    for where, text in _texts(release):
        yield from _found(where, text, NUMBERS, NUMBER)
        yield from _found(where, text, () if _may_name(where, release) else NAMES, NAME)


def _found(where: Place, text: str, patterns: tuple[Pattern, ...], rule: Rule) -> Iterator[Finding]:
    for name in found_in(text, patterns):
        yield rule.broken(where, f"It has the form of: {name}.")


def _texts(release: Release) -> Iterator[tuple[Place, str]]:
    """Every text with its place: cells of tables, lines of declarations and pages, names of pages."""
    yield from _cells(release)
    root = release.package.root
    for path in (*(root / name for name in _DECLARATIONS), *sorted((root / "labels").glob("*.yaml"))):
        yield from _lines(path.as_posix(), path.read_text(encoding="utf-8").splitlines())
    for page in release.prose:
        yield Place(page.file), page.path
        yield from _lines(page.file, page.lines)


def _cells(release: Release) -> Iterator[tuple[Place, str]]:
    for resource in release.package.resources.values():
        texts = [field.name for field in resource.fields if field.type == "string"]
        for row in resource.rows:
            for field in texts:
                yield Place(resource.file, row.number, field), row.cells[field]


def _lines(file: str, lines: Iterable[str]) -> Iterator[tuple[Place, str]]:
    return ((Place(file, number), line) for number, line in enumerate(lines, start=1))


def _may_name(where: Place, release: Release) -> bool:
    """Whether the policy lets a field keep names, because it repeats a title as published."""
    return any(
        where.file == release.package.resources[resource].file and where.field == field
        for resource, field in (entry.split(".") for entry in release.policy.titles_as_published)
        if resource in release.package.resources
    )
