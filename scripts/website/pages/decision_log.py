"""The log of decisions as readers see it, and how long they took, held against what is promised."""

from collections import Counter
from dataclasses import dataclass
from statistics import median

from scripts.reading.package.decisions import Decision
from scripts.website.text.formatting import Formatter

PROMISED_DAYS = 30


@dataclass(frozen=True)
class DecisionLog:
    """The decisions, newest first; in words how many there are of each outcome, and how long they took."""

    decisions: tuple[Decision, ...]
    results: tuple[str, ...]
    median: str
    in_time: str


def decision_log(formatter: Formatter) -> DecisionLog:
    """Put the log of a release into words."""
    labels, decisions = formatter.labels, _newest_first(formatter.release.decisions)
    results = Counter(decision.result for decision in decisions).most_common()
    days = [decision.days for decision in decisions]
    return DecisionLog(
        decisions,
        tuple(f"{labels.of('result', result)}: {formatter.number(number)}" for result, number in results),
        formatter.number(round(median(days))) if days else "",
        formatter.number(sum(day <= PROMISED_DAYS for day in days)),
    )


def _newest_first(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda decision: (decision.decided_on, decision.decision), reverse=True))
