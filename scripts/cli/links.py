"""The command that checks the addresses of sources: python -m scripts links."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from scripts.checks import read_sound
from scripts.cli.options import exit_uncleared, package_option, sibling_folder
from scripts.errors import NotClearedError
from scripts.link_check import LinkStatus, RequestPolicy, check_links
from scripts.reading.package.registers import Source
from scripts.reading.release.release import Release

TITLES = {
    LinkStatus.GONE: "No longer there: look for an archived copy, and write its address into `archived`",
    LinkStatus.SILENT: "Nobody answers: wait a week; if it stays so, treat it as gone",
    LinkStatus.REFUSED: "They refuse programs, or have a fault: look in a browser, there is often nothing to do",
}
UNARCHIVED = "Without an archived copy: ask a public archive to keep one"
MARKS = {"text": ("", "  "), "markdown": ("## ", "- ")}


@click.command()
@package_option
@click.option("--format", "form", type=click.Choice(list(MARKS)), default="text", help="How it is printed.")
@click.option("--patience", type=click.FloatRange(min=0), default=20, help="Seconds to wait for each answer.")
@click.option("--pause", type=click.FloatRange(min=0), default=2, help="Seconds between two questions to one host.")
def links(root: Path, form: str, patience: float, pause: float) -> None:
    """Say which sources stopped answering and which have no archived copy; it asks the web, and blocks nothing.

    Exit 0 whatever it finds, 1 when the package cannot be read. Prints nothing in Markdown when every source answers
    and has its copy.
    """
    try:
        release = read_sound(root, None, sibling_folder(root, None, "releases"))
    except NotClearedError as error:
        exit_uncleared(error, root)
    sources = release.registers.sources
    answers = check_links((source.url for source in sources.values()), RequestPolicy(patience, pause))
    groups = _sources_by_trouble(sources, answers)
    lines = list(_report_lines(groups, _citation_counts(release), MARKS[form]))
    if lines or form == "text":
        click.echo("\n".join(lines or ["Every source answers and has an archived copy."]))


def _citation_counts(release: Release) -> Mapping[str, int]:
    """How many figures cite each source."""
    codes = [figure.source for figure in release.figures]
    return {code: codes.count(code) for code in release.registers.sources}


def _sources_by_trouble(
    sources: Mapping[str, Source], answers: Mapping[str, LinkStatus]
) -> Mapping[str, Sequence[Source]]:
    """The sources of each kind of trouble, by its title."""
    groups = {title: [s for s in sources.values() if answers[s.url] is answer] for answer, title in TITLES.items()}
    return {**groups, UNARCHIVED: [source for source in sources.values() if not source.archived]}


def _report_lines(
    groups: Mapping[str, Sequence[Source]], cited: Mapping[str, int], marks: tuple[str, str]
) -> Iterator[str]:
    """Each kind of trouble with its sources, those that most figures cite first."""
    title_mark, item_mark = marks
    for title, sources in groups.items():
        if sources:
            yield f"{title_mark}{title} ({len(sources)})"
            yield from ("",) if title_mark else ()
            for source in sorted(sources, key=lambda source: (-cited[source.code], source.code)):
                copy = ", archived" if source.archived else ""
                weight = f"{cited[source.code]} figures{copy}"
                yield f"{item_mark}{source.code}, row {source.where.row}: {source.url} ({weight})"
            yield ""
