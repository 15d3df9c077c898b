"""Checks that every number has a source and an originator, and that every register entry is used."""

from collections.abc import Iterator

from scripts.findings import Finding, Rule
from scripts.reading.package.figures import Figure, Statement
from scripts.reading.package.periods import first_day, is_period, last_day
from scripts.reading.package.registers import is_address
from scripts.reading.release.release import Release

QUESTION = (
    "Does every number lead back to a page and to somebody who counted, and does every entry of the registers serve?"
)

UNCITED = Rule(
    "source-uncited",
    "A source is in the register but no figure, statement or revision cites it.",
    "Cite it, or take it out of the register.",
)
IDLE = Rule(
    "register-idle",
    "An originator or indicator is in its register but nothing refers to it.",
    "Use it, or take it out of the register.",
)
ARCHIVE = Rule(
    "source-unarchived",
    "A source has neither an archived copy nor a reason why there is none.",
    "Give the address of an archived copy, or the reason.",
)
ADDRESS = Rule(
    "address-malformed",
    "The address of a source is not one of the web.",
    "Write the full address, beginning with https:// or http://, without spaces.",
)
DATE = Rule(
    "date-impossible",
    "A date is not on the calendar, or a page is said to tell a count that was taken after the page appeared.",
    "Check both dates against the source.",
)

RULES = (UNCITED, IDLE, ARCHIVE, ADDRESS, DATE)


def check(release: Release) -> Iterator[Finding]:
    """Yield faults of sources, unused register entries, and counts later than their source."""
    yield from _source_faults(release)
    yield from _idle_entries(release)
    yield from _counts_after_publication(release)


def _source_faults(release: Release) -> Iterator[Finding]:
    records: list[Figure | Statement] = [*release.figures, *release.statements]
    cited = {item.source for item in (*records, *release.relations.corroborations, *release.revisions)}
    for source in release.registers.sources.values():
        if source.code not in cited:
            yield UNCITED.broken(source.where, "Nothing cites this source.")
        if not source.archived and not source.archive_gap:
            yield ARCHIVE.broken(source.where, "Both the archived copy and the reason are empty.")
        for address in filter(None, (source.url, source.archived)):
            if not is_address(address):
                yield ADDRESS.broken(source.where, "The address is malformed.")
        for day in filter(None, (source.published, source.accessed)):
            if not is_period(day):
                yield DATE.broken(source.where, "A date of the source is not on the calendar.")


def _idle_entries(release: Release) -> Iterator[Finding]:
    records: list[Figure | Statement] = [*release.figures, *release.statements]
    originators = {item.originator for item in records}
    indicators = {figure.indicator for figure in release.figures}
    for originator in release.registers.originators.values():
        if originator.code not in originators:
            yield IDLE.broken(originator.where, "Nothing refers to this originator.")
    for indicator in release.registers.indicators.values():
        if indicator.code not in indicators:
            yield IDLE.broken(indicator.where, "No figure refers to this indicator.")


def _counts_after_publication(release: Release) -> Iterator[Finding]:
    for figure in release.figures:
        page = release.registers.sources[figure.source].published
        if not is_period(figure.counted_on):
            yield DATE.broken(figure.where, "The day of the count is not on the calendar.")
        elif page and is_period(page) and first_day(figure.counted_on) > last_day(page):
            yield DATE.broken(figure.where, "The count was taken after its source appeared.")
