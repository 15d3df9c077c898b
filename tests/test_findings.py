"""Findings as people and machines read them."""

import json

from scripts.findings import Finding, Place, Rule, Severity, as_github, as_json, as_text, bounded, is_clear

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


def test_text_groups_by_file_and_counts() -> None:
    text = as_text([RULE.broken(PLACE, "It is so."), RULE.broken(Place("b.csv"), "There too.")])
    assert text.splitlines()[0] == "data/invented.csv"
    assert "row 7, field value" in text
    assert text.endswith("2 found.")
    assert as_text([]) == "Nothing found."


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
