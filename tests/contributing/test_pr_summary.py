"""What reviewers see of a proposal: its effect, and never a cell in which somebody could be found."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from scripts.checks import read_sound
from scripts.contributing.pr_summary import MOST, sections_markdown
from scripts.contributing.release_diff import Section, SectionKind, compare_releases, sections
from scripts.findings import Place
from scripts.reading.release.archives import read_archive
from scripts.reading.release.diff import RowChanges, RowReference
from tests.repository import Done, Repository


def effect(repository: Repository, *arguments: str) -> Done:
    return repository.run("compare", "--format", "markdown", *arguments)


def test_an_unexplained_change_is_shown_with_the_line_to_paste(repository: Repository) -> None:
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    summary = effect(repository).stdout
    assert "# Effect&#58;" not in summary
    assert summary.startswith("# Effect: release 2000.2 against 2000.1\n")
    assert "| invented&#95;requests | invented-requests-2000 | value | 45 | 47 | missing | missing |" in summary
    assert "## Charts affected\n\n- invented-requests\n" in summary
    assert "**Disclosure: nothing found.** 2 figures are withheld" in summary
    assert "**All checks: not passed.**" in summary
    assert "    2000.2,invented_requests,invented-requests-2000,value,45,47,?,?,,a reader,20" in summary
    columns = (repository.package / "revisions.csv").read_text().splitlines()[0].split(",")
    assert f"for each question mark: the columns are {', '.join(columns)}. The class is correction (" in summary


def test_an_explained_change_is_shown_with_its_class_and_reason(repository: Repository) -> None:
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    repository.explain(lambda cells: {"class": "revision", "reason": "The page says so."})
    summary = effect(repository).stdout
    assert "| value | 45 | 47 | revision | The page says so. |" in summary
    assert "**All checks: nothing found.**" in summary
    assert "Every change has its entry" in summary


def test_against_the_package_of_another_branch_only_the_proposal_counts(repository: Repository, valid: Path) -> None:
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    base = shutil.copytree(repository.package, repository.root / "base")
    repository.change("data/invented_counts.csv", ",70,,,,about", ",71,,,,about")
    summary = effect(repository, "--against", str(base)).stdout
    assert "| value | 70 | 71 |" in summary
    assert "| value | 45 | 47 |" not in summary
    assert ",value,70,71,?" in summary
    assert ",value,45,47,?" in summary


def test_where_somebody_could_be_found_no_cell_is_shown(repository: Repository) -> None:
    repository.change("data/invented_counts.csv", ",60,,,,exact,published", ",6,,,,exact,published")
    repository.change("originators.csv", "Helps nobody.", "Helps somebody.")
    summary = effect(repository).stdout
    assert "Somebody could be found in it, so that no cell is shown here." in summary
    assert "cell-too-small" in summary
    assert not {"| 6 |", ",60,6,", "somebody."} & {word for word in ("| 6 |", ",60,6,", "somebody.") if word in summary}
    assert "Mend what the checks found" in summary


def test_what_is_withheld_now_is_never_shown(repository: Repository) -> None:
    repository.change("data/invented_requests.csv", "2000-01-05,30,,,,at-least,pub", "2000-01-05,,,,,exact,sup")
    repository.change("data/invented_requests.csv", "suplished", "suppressed")
    summary = effect(repository).stdout
    assert "| invented-requests-1999 | value | withheld | withheld | missing | missing |" in summary
    assert "30" not in summary


def test_a_cell_is_text_and_no_markdown(repository: Repository) -> None:
    repository.change("originators.csv", "Helps nobody.", "![x](https://example.org) | <b> `x` **x**")
    summary = effect(repository).stdout
    line = next(line for line in summary.splitlines() if "invented-helper" in line and line.startswith("- "))
    assert not set("![]|<>`*_").intersection(line), line
    assert "https://" not in line


def test_a_package_that_cannot_be_read_is_reported_in_the_summary(repository: Repository) -> None:
    (repository.package / "sources.csv").unlink()
    done = effect(repository)
    assert (done.returncode, "file-missing" in done.stdout, done.stdout[:8]) == (1, True, "# Effect")


def test_whatever_a_section_is_called_no_cell_is_shown_where_somebody_could_be_found(repository: Repository) -> None:
    repository.change("data/invented_counts.csv", ",60,,,,exact,published", ",6,,,,exact,published")
    repository.change("originators.csv", "Helps nobody.", "Helps somebody.")
    repository.change("indicators.csv", "An invented estimate.", "An invented secret.")
    comparison = compare_releases(
        read_sound(repository.package, None, repository.releases),
        read_archive(repository.releases / "unaccounted-2000.1.zip"),
        date(2000, 2, 1),
    )
    renamed = [replace(section, title=f"Part {number}") for number, section in enumerate(sections(comparison))]
    cells = ("60 → 6", "somebody.", "secret.", ",60,6,")
    everything = "\n".join(line for section in renamed for line in section.lines)
    assert [cell for cell in cells if cell not in everything] == []
    hidden = "\n".join(sections_markdown(renamed, ["| 60 | 6 |"], is_safe=False))
    assert "## Part 1\n" in hidden
    assert [cell for cell in (*cells, "| 6 |") if cell in hidden] == []
    shown = "\n".join(sections_markdown(renamed, ["| 60 | 6 |"], is_safe=True))
    assert [cell for cell in ("| 60 | 6 |", "somebody.", "secret.") if cell not in shown] == []


def test_a_section_reveals_cells_unless_it_declares_the_opposite() -> None:
    added = Section("Figures added", ("invented_counts invented-lost-fog",), reveals_cells=False)
    lines = list(sections_markdown([Section("Something new", ("a cell",)), added], (), is_safe=False))
    assert lines == ["", "## Figures added", "", "- invented&#95;counts invented-lost-fog"]


def test_a_row_of_a_table_without_a_key_is_named_by_its_cells_and_hidden_with_them(repository: Repository) -> None:
    before = read_archive(repository.releases / "unaccounted-2000.1.zip")
    release = read_sound(repository.package, None, repository.releases)
    row = RowReference("invented_notes", "a whole row", Place("invented_notes.csv", 2))
    comparison = compare_releases(release, before, date(2000, 2, 1))
    others = RowChanges(added=(row,), removed=(row,), changed=())
    comparison = replace(comparison, changes=replace(comparison.changes, definitions=others, others=others))
    assert "a whole row" in "\n".join(sections_markdown(sections(comparison), (), is_safe=True))
    assert list(sections_markdown(sections(comparison), (), is_safe=False)) == []


def test_of_many_changes_the_first_are_listed_and_the_others_counted() -> None:
    for kind in (SectionKind.LIST, SectionKind.FIGURE_TABLE):
        rows = tuple(f"row {number}" for number in range(MOST + 1))
        lines = list(sections_markdown([Section("Many", rows, kind)], rows, is_safe=True))
        assert (lines[-2].removeprefix("- "), lines[-1]) == (rows[-2], "\nand 1 more; `make compare` shows all.")
