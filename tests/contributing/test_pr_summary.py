"""What reviewers see of a proposal: its effect, and never a cell in which somebody could be found."""

import shutil
from pathlib import Path

import pytest

from tests.repository import Done, Repository, begin


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    kept = begin(tmp_path_factory.mktemp("kept") / "repository")
    assert kept.run("release").returncode == 0
    kept.set_version("2000.2")
    return kept


@pytest.fixture
def repository(kept: Repository, tmp_path: Path) -> Repository:
    """A copy of a repository in which 2000.1 is sealed and nothing has changed since."""
    return Repository(Path(shutil.copytree(kept.root, tmp_path / "repository")))


def effect(repository: Repository, *arguments: str) -> Done:
    return repository.run("compare", "--format", "markdown", *arguments)


def test_a_change_without_a_word_is_shown_with_the_line_to_paste(repository: Repository) -> None:
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    said = effect(repository).stdout
    assert "# Effect&#58;" not in said
    assert said.startswith("# Effect: release 2000.2 against 2000.1\n")
    assert "| invented&#95;requests | invented-requests-2000 | value | 45 | 47 | missing | missing |" in said
    assert "## Charts affected\n\n- invented-requests\n" in said
    assert "**Disclosure: nothing found.** 2 figures are withheld" in said
    assert "**All checks: not passed.**" in said
    assert "    2000.2,invented_requests,invented-requests-2000,value,45,47,?,?,,a reader,20" in said
    columns = (repository.package / "revisions.csv").read_text().splitlines()[0].split(",")
    assert f"for each question mark: the columns are {', '.join(columns)}. The class is correction (" in said


def test_a_change_that_is_told_stands_with_its_class_and_reason(repository: Repository) -> None:
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    repository.explain(lambda cells: {"class": "revision", "reason": "The page says so."})
    said = effect(repository).stdout
    assert "| value | 45 | 47 | revision | The page says so. |" in said
    assert "**All checks: nothing found.**" in said
    assert "Every change has its entry" in said


def test_against_the_package_of_another_branch_only_the_proposal_counts(repository: Repository, valid: Path) -> None:
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    base = shutil.copytree(repository.package, repository.root / "base")
    repository.change("data/invented_counts.csv", ",70,,,,about", ",71,,,,about")
    said = effect(repository, "--against", str(base)).stdout
    assert "| value | 70 | 71 |" in said
    assert "| value | 45 | 47 |" not in said
    assert ",value,70,71,?" in said
    assert ",value,45,47,?" in said


def test_where_somebody_could_be_found_no_cell_is_shown(repository: Repository) -> None:
    repository.change("data/invented_counts.csv", ",60,,,,exact,published", ",6,,,,exact,published")
    repository.change("originators.csv", "Helps nobody.", "Helps somebody.")
    said = effect(repository).stdout
    assert "Somebody could be found in it, so that no cell is shown here." in said
    assert "cell-too-small" in said
    assert not {"| 6 |", ",60,6,", "somebody."} & {word for word in ("| 6 |", ",60,6,", "somebody.") if word in said}
    assert "Mend what the checks found" in said


def test_what_is_withheld_now_is_never_shown(repository: Repository) -> None:
    repository.change("data/invented_requests.csv", "2000-01-05,30,,,,at-least,pub", "2000-01-05,,,,,exact,sup")
    repository.change("data/invented_requests.csv", "suplished", "suppressed")
    said = effect(repository).stdout
    assert "| invented-requests-1999 | value | withheld | withheld | missing | missing |" in said
    assert "30" not in said


def test_a_cell_is_text_and_no_markdown(repository: Repository) -> None:
    repository.change("originators.csv", "Helps nobody.", "![x](https://example.org) | <b> `x` **x**")
    said = effect(repository).stdout
    line = next(line for line in said.splitlines() if "invented-helper" in line and line.startswith("- "))
    assert not set("![]|<>`*_").intersection(line), line
    assert "https://" not in line


def test_a_package_that_cannot_be_read_is_said_so_in_the_summary(repository: Repository) -> None:
    (repository.package / "sources.csv").unlink()
    done = effect(repository)
    assert (done.returncode, "file-missing" in done.stdout, done.stdout[:8]) == (1, True, "# Effect")
