"""Checks that every number has a source and an originator, and that every register entry is used."""

from collections.abc import Iterator

from scripts.findings import Finding, Rule
from scripts.reading.package.figures import Figure, Statement, Via, figure_resources
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

CONFIDENCE = Rule(
    "confidence-unsupported",
    "A figure has high confidence, but was read neither on its originator's own page nor on two pages.",
    "Cite the originator's own page, name a second independent page in corroborated_by.csv, or write medium.",
)
CLAIM = Rule(
    "estimate-without-method",
    "A figure counts as an estimate, but its originator does not publish how it came about.",
    "Use an indicator of the kind claim; all numbers without a published method are claims, whoever says them.",
)
LOCATOR = Rule(
    "locator-missing",
    "A figure that no release had before does not say where on its page the number stands.",
    "Write it into the field locator, such as: third paragraph; table of regions.",
)

RULES = (UNCITED, IDLE, ARCHIVE, ADDRESS, DATE, CONFIDENCE, CLAIM, LOCATOR)


def check(release: Release) -> Iterator[Finding]:
    """Yield faults of sources, unused register entries, and counts later than their source."""
    yield from _source_faults(release)
    yield from _idle_entries(release)
    yield from _counts_after_publication(release)
    yield from _unsupported(release)
    yield from _without_locator(release)


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


def _unsupported(release: Release) -> Iterator[Finding]:
    """Yield figures that claim more certainty than their page, or more method than their originator, gives."""
    for figure in release.figures:
        is_supported = figure.via == Via.OWN_PAGE or release.relations.sources_of(figure.id)
        if figure.confidence == "high" and not is_supported:
            yield CONFIDENCE.broken(figure.where, "Its confidence is high, and it was read on one page of others.")
        originator = release.registers.originators[figure.originator]
        if release.indicator_of(figure).kind == "estimate" and originator.method_published == "no":
            yield CLAIM.broken(figure.where, f"The originator {originator.code} publishes no method.")


def _without_locator(release: Release) -> Iterator[Finding]:
    """Yield figures without a locator that came after the first release, in tables that have the field."""
    if not release.archives.sealed:
        return
    sealed = {figure for archive in release.archives.sealed.values() for figure in archive.by_id}
    required = {r.name for r in figure_resources(release.package) if any(f.name == "locator" for f in r.fields)}
    for figure in release.figures:
        if figure.resource in required and not figure.locator and figure.id not in sealed:
            yield LOCATOR.broken(figure.where, "It is new, and its locator is empty.")
