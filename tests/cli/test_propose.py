"""Forms as people fill them in, each executed: what it changes, what it lacks, and what is refused unrepeated."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, ROOT
from tests.repository import Done, Repository, begin

FORMS = EXAMPLES / "forms"
WHOLE = {
    "number.md": [("data/invented_counts.csv", 1), ("revisions.csv", 1)],
    "number.json": [("data/invented_counts.csv", 1), ("revisions.csv", 1)],
    "number-by-its-address.md": [("data/invented_counts.csv", 1), ("revisions.csv", 1)],
    "number-far-off.md": [("data/invented_requests.csv", 1), ("revisions.csv", 1)],
    "number-on-a-new-page.md": [("data/invented_counts.csv", 1), ("revisions.csv", 2), ("sources.csv", 1)],
    "end-of-an-interval.md": [("data/invented_counts.csv", 1), ("revisions.csv", 1)],
    "page-alone.md": [("data/invented_counts.csv", 1), ("revisions.csv", 1)],
    "withdrawn.md": [("data/invented_counts.csv", 1), ("revisions.csv", 2), ("sources.csv", 1)],
    "note-with-a-comma.md": [("data/invented_counts.csv", 1), ("revisions.csv", 1)],
    "source-again.md": [("corroborated_by.csv", 1), ("sources.csv", 1)],
}
LACKING = {
    "seen-before-it-changed.md": "is not what the table says now",
    "class-that-does-not-fit.md": "value – cannot change in this class",
}
REFUSED = {
    "figure-unknown.md": "copy it from its address on the site. Did you mean invented-lost-fog?",
    "figure-withheld.md": "it is withheld – such a change is never proposed in public",
    "withheld-by-form.md": "What it should say – a status becomes “retracted” and nothing else",
    "name-in-the-reason.md": "What happened – has the form of: patronymic",
    "telephone-in-a-note.md": "What it should say – has the form of: telephone",
    "too-few-people.md": "cell-too-small",
    "originator-misspelled.md": "Did you mean invented-counter?",
    "day-in-another-form.md": "Day of the page – cannot stand in the table – Write a day as 2025-03-12",
    "qualifier-of-our-own.md": "What it should say – cannot stand in the table – Choose one of: exact, about",
    "page-without-its-scheme.md": "Address of the page – cannot stand in the table – Copy the address whole",
    "already-so.md": "says what the table says already",
    "nothing-answered.md": "What it should say – is not answered",
    "page-without-a-title.md": "Title of the page – is not answered, and the page is new here",
    "source-it-has.md": "is a source of this figure already",
    "translation.md": "The form translation – changes no row by itself",
}  # fmt: skip
NO_FORM = {
    "not-confirmed.md": "Before you send – is not confirmed",
    "reason-missing.md": "What happened – is not answered",
    "field-of-our-own.md": "What is wrong – is none of the answers offered",
    "formula.md": "What it should say – begins with = + - or @",
    "broken.json": "begins like JSON and is none",
    "letter.md": "has the questions of none of the forms",
    "asked-twice.md": "A question – stands there twice",
}
UNREPEATED = ("Лунатик", "Месяцевич", "900", "HYPERLINK", "invented-lost-frog", "invented-conter", "primary_key", ",6,")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Release 2000.1 is sealed and nothing has changed since; the project's own forms lie beside it."""
    kept = begin(tmp_path_factory.mktemp("kept") / "repository")
    shutil.copytree(ROOT / ".github" / "ISSUE_TEMPLATE", kept.root / ".github" / "ISSUE_TEMPLATE")
    (kept.root / "CITATION.cff").write_text('version: "2000.1"\ncff-version: 1.2.0\n')
    kept.commit()
    assert kept.run("release").returncode == 0
    kept.commit()
    return kept


@pytest.fixture
def repository(kept: Repository, tmp_path: Path) -> Repository:
    return Repository(Path(shutil.copytree(kept.root, tmp_path / "repository")))


def propose(repository: Repository, name: str, *options: str) -> Done:
    return repository.run("propose", str(FORMS / name), "--day", "2000-02-01", *options)


def tables(repository: Repository) -> dict[str, list[bytes]]:
    package = repository.package
    return {p.relative_to(package).as_posix(): p.read_bytes().split(b"\n") for p in package.rglob("*.csv")}


def changed(before: dict[str, list[bytes]], after: dict[str, list[bytes]]) -> list[tuple[str, int]]:
    """The tables that differ, each with the number of rows that are new or no longer as they were."""
    rows = {name: [row for row in after[name] if row not in before[name]] for name in before}
    return sorted((name, len(found)) for name, found in rows.items() if found)


def test_every_form_has_its_test() -> None:
    assert {path.name for path in FORMS.iterdir()} == {*WHOLE, *LACKING, *REFUSED, *NO_FORM}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_form_becomes_rows_that_pass_every_check(name: str, repository: Repository) -> None:
    before = tables(repository)
    done = propose(repository, name, "--write")
    assert (done.returncode, "Nothing is missing, and every check passes." in done.stdout) == (0, True), done.stdout
    assert changed(before, tables(repository)) == sorted(WHOLE[name])


@pytest.mark.parametrize("name", LACKING)
def test_what_is_still_missing_is_reported(name: str, repository: Repository) -> None:
    done = propose(repository, name)
    assert (done.returncode, LACKING[name] in done.stdout) == (1, True), done.stdout
    assert "+invented-lost-fog,invented-lost,moonland,fog,1999-01,1999-12,2000-01-05,71," in done.stdout


@pytest.mark.parametrize("name", [*REFUSED, *NO_FORM])
def test_what_is_refused_changes_nothing_and_is_not_repeated(name: str, repository: Repository) -> None:
    before = tables(repository)
    done = propose(repository, name, "--write")
    assert (done.returncode, done.stdout) == (1 if name in REFUSED else 2, "")
    assert (REFUSED | NO_FORM)[name] in done.stderr
    assert tables(repository) == before
    assert [word for word in UNREPEATED if word in done.stderr] == []


def test_without_a_word_nothing_is_written_and_only_the_cell_and_its_entry_differ(repository: Repository) -> None:
    before = tables(repository)
    lines = propose(repository, "number.md").stdout.splitlines()
    assert tables(repository) == before
    row = "invented-lost-fog,invented-lost,moonland,fog,1999-01,1999-12,2000-01-05,{},,,,about,published,"
    reason = '"The page says so, and we copied another line"'
    assert [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))] == [
        f"-{row.format(70)}invented-counter,invented-page,own-page,medium,",
        f"+{row.format(71)}invented-counter,invented-page,own-page,medium,",
        '- "version": "2000.1",',
        '+ "version": "2000.1.1",',
        '-version: "2000.1"',
        '+version: "2000.1.1"',
        f"+2000.1.1,invented_counts,invented-lost-fog,value,70,71,correction,{reason},,a reader,2000-02-01",
    ]


def test_a_form_saved_with_a_byte_order_mark_is_read(repository: Repository) -> None:
    plain = (FORMS / "number.md").read_text(encoding="utf-8")
    marked = repository.root / "marked.md"
    marked.write_text(plain, encoding="utf-8-sig")
    assert repository.run("propose", str(marked)).returncode == 0


def test_an_entry_names_the_size_of_a_jump_and_whom_it_may(repository: Repository) -> None:
    assert ",revision,\"The page says so, and we copied another line (34.3 times)\",,invented-account," in propose(
        repository, "number-far-off.md"
    ).stdout  # fmt: skip


def test_what_is_withdrawn_keeps_its_source_and_the_entry_names_the_page_that_says_so(repository: Repository) -> None:
    assert propose(repository, "withdrawn.md", "--write").returncode == 0
    table = (repository.package / "data/invented_counts.csv").read_text()
    assert "2000-01-05,,,,,about,retracted,invented-counter,invented-page," in table
    assert (
        "Whoever counted has withdrawn it,moon-example-2001-03,a reader"
        in (repository.package / "revisions.csv").read_text()
    )


def test_a_second_correction_of_one_cell_says_which_entry_to_bring_up_to_date(repository: Repository) -> None:
    assert propose(repository, "number.md", "--write").returncode == 0
    form = json.loads((FORMS / "number.json").read_text()) | {"now": "71", "should_be": "72"}
    (repository.root / "second.json").write_text(json.dumps(form))
    done = repository.run("propose", "second.json", "--day", "2000-02-02")
    assert (done.returncode, "revisions.csv, row 2 – tells an earlier change of the same cell" in done.stdout) == (
        1,
        True,
    )
    assert '"version"' not in done.stdout


def test_the_version_is_raised_once(repository: Repository) -> None:
    outputs = [repository.run("raise", "--day", "2000-05-01").stdout for _ in range(2)]
    assert outputs == [
        "The version is 2000.2 now, in: datapackage/datapackage.json, CITATION.cff.\n",
        "The version is 2000.2 already, which is not sealed.\n",
    ]
    assert (repository.root / "CITATION.cff").read_text() == 'version: "2000.2"\ncff-version: 1.2.0\n'
    assert repository.run("check").returncode == 0


def test_a_year_begins_with_its_first_release(repository: Repository) -> None:
    assert "is 2001.1 now" in repository.run("raise", "--day", "2001-01-01").stdout
