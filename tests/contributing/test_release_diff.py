"""What a maintainer sees before a release; a second tool must find the same cells."""

import csv
import json
from pathlib import Path

import daff
import pytest

from tests.repository import Repository, begin


def changed(repository: Repository, *arguments: str) -> list[dict[str, str | None]]:
    done = repository.run("compare", "--format", "json", *arguments)
    found: list[dict[str, str | None]] = json.loads(done.stdout)["changes"]["figures"]["changed"]
    return found


def table(file: Path) -> list[list[str]]:
    return list(csv.reader(file.open(encoding="utf-8", newline="")))


def changed_according_to_daff(before: list[list[str]], after: list[list[str]]) -> set[tuple[str, str, str, str]]:
    """Figure, field, old and new cell of every change that daff marks with an arrow."""
    flags = daff.CompareFlags()
    flags.ids = ["figure"]
    flags.show_unchanged_columns = True
    alignment = daff.Coopy.compareTables(daff.PythonTableView(before), daff.PythonTableView(after), flags).align()
    marked: list[list[str]] = []
    daff.TableDiff(alignment, flags).hilite(daff.PythonTableView(marked))
    names = next(row for row in marked if row[0] == "@@")
    found = set()
    for arrow, *cells in (row for row in marked if "->" in row[0]):
        for name, cell in zip(names[1:], cells, strict=True):
            if arrow in cell:
                was, now = cell.split(arrow)
                found.add((cells[names.index("figure") - 1], name, was, now))
    return found


def test_daff_finds_the_same_cells(repository: Repository, valid: Path) -> None:
    repository.change("data/invented_counts.csv", ",70,,,,about", ",71,69,73,stated-range,about")
    repository.change("data/invented_counts.csv", ",12.5,,,,about,published,", ",,,,,about,retracted,")
    before, after = table(valid / "data/invented_counts.csv"), table(repository.package / "data/invented_counts.csv")
    ours = {(str(c["row"]), str(c["field"]), str(c["was"]), str(c["now"])) for c in changed(repository)}
    assert len(ours) == 6
    assert changed_according_to_daff(before, after) == ours


def test_it_names_totals_charts_and_pages(repository: Repository) -> None:
    page = repository.root / "docs" / "en" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text("[[invented-lost-hills / invented-lost-all as share]]\n")
    (page.parent / "chart.md").write_text("[[slot: chart-invented-requests]]\n")
    (page.parent / "other.md").write_text("[[invented-lost-fog]]\n")
    repository.change("data/invented_counts.csv", ",60,,,,exact", ",62,,,,exact")
    found = json.loads(repository.run("compare", "--format", "json").stdout)
    assert (found["totals"], found["charts"]) == (["invented-lost-all"], [])
    assert found["pages"] == ["en/page.md", "data/invented_counts.html"]
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    found = json.loads(repository.run("compare", "--format", "json").stdout)
    assert found["charts"] == ["invented-requests"]
    tables = ["data/invented_counts.html", "data/invented_requests.html"]
    assert found["pages"] == ["en/chart.md", "en/page.md", *tables]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_what_is_withheld_now_is_never_printed(form: str, repository: Repository) -> None:
    repository.change("data/invented_requests.csv", "2000-01-05,30,,,,at-least,pub", "2000-01-05,,,,,exact,sup")
    repository.change("data/invented_requests.csv", "suplished", "suppressed")
    text = repository.run("compare", "--format", form).stdout
    assert "invented-requests-1999" in text
    assert "removal-for-disclosure" in text
    assert "30" not in text


def test_it_says_what_came_changed_and_went(repository: Repository) -> None:
    repository.change("data/invented_counts.csv", ",70,,,,about", ",20,,,,about")
    repository.change("originators.csv", "Helps nobody.", "Helps somebody.")
    text = repository.run("compare").stdout
    assert "Release 2000.2 against 2000.1" in text
    assert "invented_counts invented-lost-fog, value: 70 → 20" in text
    assert "2000.2,invented_counts,invented-lost-fog,value,70,20,?,? (3.5 times),,a reader," in text
    assert "originators invented-helper, description: Helps nobody. → Helps somebody." in text
    assert "Figures gone" not in text


def test_any_version_folder_or_archive_can_be_the_other_side(repository: Repository, valid: Path) -> None:
    repository.change("data/invented_counts.csv", ",70,,,,about", ",71,,,,about")
    expected = changed(repository)
    assert len(expected) == 1
    for against in ("2000.1", str(valid), str(repository.releases / "unaccounted-2000.1.zip")):
        assert changed(repository, "--against", against) == expected
    done = repository.run("compare", "--against", "1066.1")
    assert (done.returncode, done.stdout) == (2, "")


def test_before_the_first_release_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    done = begin(tmp_path / "unsealed").run("compare")
    assert (done.returncode, "Nothing was sealed yet" in done.stdout) == (0, True)


def test_a_faulty_structure_is_reported_as_findings(repository: Repository) -> None:
    (repository.package / "sources.csv").unlink()
    done = repository.run("compare")
    assert (done.returncode, "file-missing" in done.stderr) == (1, True)
