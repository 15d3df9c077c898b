"""The log of decisions as readers see it, and how long they took: what is promised is held against what was done."""

from collections import Counter
from dataclasses import dataclass
from statistics import median

from scripts.reading.declarations.labels import Labels
from scripts.reading.package.decisions import Decision
from scripts.reading.release.release import Release
from scripts.website.text.formatting import count

PROMISED = 30


@dataclass(frozen=True)
class DecisionLog:
    """The decisions, newest first; in words how many there are of each outcome, and how long they took."""

    decisions: tuple[Decision, ...]
    results: tuple[str, ...]
    median: str
    in_time: str


def decision_log(release: Release, labels: Labels) -> DecisionLog:
    """The log of a release in a language."""
    decisions = tuple(sorted(release.decisions, key=lambda one: (one.decided_on, one.decision), reverse=True))
    results = Counter(one.result for one in decisions)
    days = [one.days for one in decisions]
    return DecisionLog(
        decisions,
        tuple(f"{labels.of('result', result)}: {count(range(n), labels)}" for result, n in results.most_common()),
        count(range(round(median(days))), labels) if days else "",
        count([day for day in days if day <= PROMISED], labels),
    )
