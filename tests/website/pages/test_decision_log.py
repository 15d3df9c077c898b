"""The log of decisions: newest first, counted by outcome, and held against what is promised."""

from dataclasses import replace

from scripts.checks import Cleared
from scripts.findings import Place
from scripts.reading.declarations.labels import read_labels
from scripts.reading.package.decisions import Decision
from scripts.website.pages.decision_log import decision_log
from scripts.website.text.formatting import Formatter
from tests.conftest import ROOT

LABELS = read_labels(ROOT / "datapackage")["en"]


def decided(name: str, received: str, on: str, result: str = "accepted") -> Decision:
    """An invented decision."""
    where = Place("decisions.csv", 2)
    return Decision(name, "1", "correction", "", received, on, result, "source-says-so", "Invented.", "", where)


def test_decisions_are_newest_first_with_the_days_that_they_took(cleared: Cleared) -> None:
    decisions = (
        decided("first", "2000-01-01", "2000-01-03"),
        decided("second", "2000-01-01", "2000-02-10", "refused"),
        decided("third", "2000-02-01", "2000-02-09"),
    )
    release = replace(cleared, decisions=decisions)
    log = decision_log(Formatter(release, LABELS))
    assert [each.decision for each in log.decisions] == ["second", "third", "first"]
    assert log.results == ("accepted: 2", "refused: 1")
    assert (log.median, log.in_time) == ("8", "2")


def test_an_empty_log_claims_nothing(cleared: Cleared) -> None:
    log = decision_log(Formatter(cleared, LABELS))
    assert (log.decisions, log.median) == ((), "")
