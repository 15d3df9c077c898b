"""The page of releases, and the slots that show releases, corrections and decisions on hand-written pages."""

from collections.abc import Iterator

from scripts.website.pages.context import PageContext
from scripts.website.pages.decision_log import decision_log
from scripts.website.pages.generated_page import GeneratedPage, Slot

_LATEST = 3


def release_page(context: PageContext) -> Iterator[GeneratedPage]:
    """Give the page of all releases."""
    slot = Slot("releases", "releases", {"rows": context.release_rows})
    yield GeneratedPage("data/releases", context.labels["releases_title"], context.labels["releases_lead"], slot)


def history_slots(context: PageContext) -> Iterator[Slot]:
    """Give the latest releases, the corrections, the log of decisions, and how to reach the project."""
    yield Slot("latest", "latest", {"rows": context.release_rows[:_LATEST]})
    yield Slot("corrections", "corrections", {"groups": context.correction_groups})
    yield Slot("decisions", "decisions", {"log": decision_log(context.formatter)})
    yield Slot("reaching", "reaching")
    yield Slot("private", "private")
