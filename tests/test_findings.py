"""Findings as people and machines read them."""

import json
from collections.abc import Callable

import pytest

from scripts.findings import MORE, Finding, Place, Rule, Severity, as_github, as_json, as_text, bounded, is_clear

RULE = Rule("invented-rule", "An invented rule.", "Do nothing.")
PLACE = Place("data/invented.csv", 7, "value")


def test_a_place_reads_as_a_sentence_would_say_it() -> None:
    assert str(PLACE) == "data/invented.csv, row 7, field value"
    assert str(Place("data/invented.csv")) == "data/invented.csv"


def test_a_rule_makes_findings_of_its_own_code() -> None:
    assert RULE.broken(PLACE, "It is so.") == Finding(
        "invented-rule", Severity.ERROR, PLACE, "It is so.", "Do nothing."
    )


def test_a_hundred_of_a_kind_are_listed_and_the_others_counted() -> None:
    many = list(bounded((RULE.broken(PLACE, "Again.") for _ in range(250)), most=100))
    assert len(many) == 101
    assert many[-1].code == "more-of-the-same"
    assert "150 more" in many[-1].message


def test_a_warning_does_not_forbid_publication() -> None:
    warning = Rule("invented-warning", "A warning.", "Look.", Severity.WARNING)
    assert is_clear([warning.broken(PLACE, "Perhaps.")])
    assert not is_clear([RULE.broken(PLACE, "No.")])


@pytest.mark.parametrize("told", [as_text, as_github])
def test_messages_lead_to_the_page_that_explains_their_rule(told: Callable[..., str]) -> None:
    finding = [RULE.broken(PLACE, "It is so.")]
    assert "See en/method/checks.html#invented-rule" in told(finding)
    assert "See https://site.invalid/latest/en/method/checks.html#invented-rule" in told(
        finding, "https://site.invalid/latest/"
    )


def test_text_groups_by_file_and_says_what_to_do() -> None:
    text = as_text([RULE.broken(PLACE, "It is so."), RULE.broken(Place("b.csv"), "There too.")])
    assert text.splitlines()[:4] == [
        "data/invented.csv",
        "  error invented-rule – row 7, field value",
        "    It is so.",
        "    → Do nothing. See en/method/checks.html#invented-rule",
    ]
    assert text.splitlines()[5] == "  error invented-rule – the file"
    assert text.splitlines()[-1].startswith("2 found, 2 of them errors. Next: ")
    assert as_text([]) == "Nothing found."


def test_text_shows_the_first_ten_of_a_kind_and_counts_the_others() -> None:
    many = [RULE.broken(Place("a.csv", row), "Again.") for row in range(2, 37)]
    text = as_text([*many, MORE.broken(Place("a.csv"), "And so on."), RULE.broken(Place("b.csv"), "There too.")])
    assert (text.count("Again."), text.count("Do nothing."), text.count("There too.")) == (10, 2, 1)
    assert "  and 25 more\n    → Do nothing." in text
    assert "37 found" in text


def test_json_is_a_list_of_objects() -> None:
    (finding,) = json.loads(as_json([RULE.broken(PLACE, "It is so.")]))
    assert finding == {
        "code": "invented-rule",
        "severity": "error",
        "where": {"file": "data/invented.csv", "row": 7, "field": "value"},
        "message": "It is so.",
        "remedy": "Do nothing.",
    }


def test_an_annotation_stands_on_its_line_and_escapes_what_github_reads() -> None:
    line = as_github([RULE.broken(PLACE, "100%\nso.")])
    assert line.startswith("::error file=data/invented.csv,line=7,title=invented-rule::")
    assert "100%25%0Aso." in line
    assert line.endswith("Do nothing. See en/method/checks.html#invented-rule")
