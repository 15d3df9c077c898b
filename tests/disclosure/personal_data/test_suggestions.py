"""Spelling help names what is known, never what was written. All names are invented."""

from pathlib import Path

import pytest

from scripts.checks import examine
from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.findings import as_github, as_json, as_text

REGIONS = ("moonland", "hills", "shores", "woods")


def slipped(file: Path, slip: tuple[str, str]) -> None:
    """Put a slip into a file, in one place."""
    text = file.read_text(encoding="utf-8")
    assert text.count(slip[0]) == 1
    file.write_text(text.replace(*slip), encoding="utf-8")


@pytest.mark.parametrize(
    ("unknown", "meant"),
    [("monland", "moonland"), ("Hills", "hills"), ("shoers", "shores"), ("wood", "woods"), ("xyz", ""), ("", "")],
)
def test_the_known_one_that_comes_closest_is_suggested(unknown: str, meant: str) -> None:
    assert suggestion(unknown, REGIONS) == (f" Did you mean {meant}?" if meant else "")


def test_a_known_one_that_has_the_form_of_a_name_is_not_suggested() -> None:
    assert suggestion("petrov-ivann", ["petrov-ivan"]) == ""


def test_a_number_is_close_to_nothing_that_is_known() -> None:
    assert suggestion("1348", [*REGIONS, "invented-requests-1999"]) == ""


@pytest.mark.parametrize(
    ("path", "slip", "meant"),
    [
        ("data/invented_counts.csv", ("moonland,fog", "moonlnad,fog"), "moonland"),
        ("data/invented_requests.csv", ("about,published,invented-h", "about,published,invented-x"), "invented-helper"),
        ("corroborated_by.csv", ("invented-letter", "invented-lettre"), "invented-letter"),
        ("charts.yaml", ("label: region", "label: regoin"), "region"),
        ("charts.yaml", ("resource: invented_requests", "resource: invented_reqests"), "invented_requests"),
        ("charts.yaml", ("indicator: [invented-asked]", "indicator: [invented-askd]"), "invented-asked"),
        ("charts.yaml", ("[[invented-lost-all]] lost", "[[invented-lost-al]] lost"), "invented-lost-all"),
        ("disclosure.yaml", ("  statements: {", "  statement: {"), "statements"),
    ],
)  # fmt: skip
def test_a_message_suggests_what_was_meant(path: str, slip: tuple[str, str], meant: str, editable: Path) -> None:
    slipped(editable / path, slip)
    assert f"Did you mean {meant}?" in " ".join(finding.message for finding in examine(editable))


@pytest.mark.parametrize(("slip", "meant"), [("invented-lost-al", "invented-lost-all"), ("nothing-like-it", "")])
def test_so_do_bindings_in_pages_and_in_derivations(slip: str, meant: str, editable: Path, tmp_path: Path) -> None:
    page = tmp_path / "docs" / "en" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"[[{slip}]]\n[[{slip} / invented-lost-hills as share]]\n")
    messages = [finding.message for finding in examine(editable, tmp_path / "docs")]
    assert [message.count(f"Did you mean {meant}?") for message in messages] == [1 if meant else 0] * 2
    assert "Did you mean" not in " ".join(messages) or meant


@pytest.mark.parametrize("wrong", ["petrovich-moonland", "moonlnad", "8005550199"])
def test_an_unknown_code_is_never_repeated(wrong: str, editable: Path) -> None:
    slipped(editable / "data/invented_counts.csv", ("moonland,fog", f"{wrong},fog"))
    findings = examine(editable)
    assert "reference-unknown" in {finding.code for finding in findings}
    assert wrong not in as_text(findings) + as_json(findings) + as_github(findings)
