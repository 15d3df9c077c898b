"""Whatever a proposal carries is looked into or refused. All names are invented."""

from pathlib import Path

import pytest

from scripts.checks.repository_scan import ScanScope, check, check_ref_names, read_scan_scope
from scripts.findings import Finding
from scripts.git import ChangedFile
from scripts.reading.declarations.scan_exceptions import Generated, ScanException, ScanExceptions
from tests.conftest import EXAMPLES, ROOT

NAME = "Лунатик Месяцевич"
ADMITTED = ScanExceptions(
    (Generated("pictures/*.png", "make picture"), Generated("*.lock", "make lock")),
    (ScanException("tests/*", ("personal-name", "file-not-allowed"), "Invented."),),
)


@pytest.fixture(scope="module")
def scope() -> ScanScope:
    found = read_scan_scope(ROOT, EXAMPLES / "valid")
    return ScanScope(ADMITTED, found.tables, found.cells)


def found(path: str, content: str | bytes, scope: ScanScope, is_message: bool = False) -> list[Finding]:
    file = ChangedFile(path, content if isinstance(content, bytes) else content.encode(), is_message)
    return list(check([file], scope, is_whole=False))


@pytest.mark.parametrize(
    "path",
    [
        "page.md",
        "words.yaml",
        "data.json",
        "chart.svg",
        "page.html.j2",
        "code.py",
        "README",
        "Makefile",
        "a/.hidden",
        "x.txt",
    ],
)
def test_a_name_in_a_text_of_any_kind_is_found_with_its_line(path: str, scope: ScanScope) -> None:
    (finding,) = found(path, f"one\ntwo {NAME}\n", scope)
    assert (finding.code, finding.where.file, finding.where.row) == ("personal-name", path, 2)
    assert NAME.split()[1] not in finding.message + finding.remedy


def test_a_name_in_a_table_is_found_with_row_and_field(scope: ScanScope) -> None:
    table = "tests/examples/valid/originators.csv"
    (finding,) = check(
        [ChangedFile(table, f"originator,title\nx,y\nz,{NAME}\n".encode())], _without_exceptions(scope), is_whole=False
    )
    assert (finding.where.row, finding.where.field) == (3, "title")


def test_a_name_between_tags_is_found(scope: ScanScope) -> None:
    (finding,) = found("chart.svg", "<svg>\n<text>Иван</text><text>Лунатиков</text></svg>", scope)
    assert (finding.code, finding.where.row) == ("personal-name", 2)


def test_names_in_messages_and_in_names_of_files_and_branches_are_found(scope: ScanScope) -> None:
    assert [f.where.row for f in found("commit 0000000", f"Add a row\n\n{NAME}\n", scope, is_message=True)] == [3]
    assert [f.code for f in found("lunatik-mesyatsevich.md", "Nothing.", scope)] == ["personal-name"]
    assert [f.code for f in check_ref_names(["refs/heads/main", "refs/heads/lunatik-mesyatsevich"])] == [
        "personal-name"
    ]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n\0"),
        ("photo.png", b"no picture at all"),
        ("list.xlsx", b"PK\x03\x04\0"),
        ("page.md", b"\xc8\xe2\xe0\xed"),
        ("page.md", "Ivan".encode("utf-16")),
        ("notes.docx", b"text"),
        ("list.csv", b"a,b\n1,2\n"),
        ("LIST.PDF", b"%PDF-1.4"),
    ],
)
def test_what_cannot_be_looked_into_is_refused(path: str, content: bytes, scope: ScanScope) -> None:
    assert "file-not-allowed" in {finding.code for finding in found(path, content, scope)}


def test_files_that_commands_write_may_be_pictures_and_hold_digests_but_no_names(scope: ScanScope) -> None:
    digest = "0123456789abcdef" * 2
    assert found("pictures/home.png", b"\x89PNG\0", scope) == []
    assert found("all.lock", digest, scope) == []
    assert [finding.code for finding in found("all.lock", NAME, scope)] == ["personal-name"]
    assert [finding.code for finding in found("other.txt", digest, scope)] == ["text-coded"]


def test_an_exception_holds_for_its_files_and_rules_alone(scope: ScanScope) -> None:
    assert found("tests/invented.py", NAME, scope) == []
    assert [finding.code for finding in found("tests/invented.py", "в/ч 00000", scope)] == ["personal-number"]


def test_an_exception_that_fits_nothing_is_stale_once_all_files_are_known(scope: ScanScope) -> None:
    name, picture = ChangedFile("tests/x.md", NAME.encode()), ChangedFile("tests/x.png", b"\0")
    assert [finding.code for finding in check([name], scope)] == ["exception-stale"]
    assert list(check([name, picture], scope)) == []


def test_decorators_and_rules_of_style_are_no_accounts(scope: ScanScope) -> None:
    assert found("a.py", "    @decorated\ndef f(): ...\n", scope) == []
    assert found("a.css", "@media print {}\n", scope) == []
    assert [finding.code for finding in found("a.md", "@invented_account\n", scope)] == ["personal-number"]


def _without_exceptions(scope: ScanScope) -> ScanScope:
    return ScanScope(ScanExceptions((), ()), scope.tables, scope.cells)


# The keywords of JSON-LD begin like the name of an account.
JSON_LD = (
    *("metadata/rdf", "formats/chart_csv", "metadata/csvw_tables", "formats/code_titles"),
    *("metadata/croissant", "metadata/schema_org"),
)


def test_the_register_of_the_repository_is_read() -> None:
    register = read_scan_scope(ROOT, ROOT / "datapackage").register
    assert register.is_generated("docs/assets/home.png")
    assert not register.is_generated("docs/assets/other.png")
    others = [entry for entry in register.exceptions if Path(entry.files).parts[0] not in {"tests", ".github"}]
    assert [(entry.files, entry.rules) for entry in others] == [
        ("LICENSE-DATA", ("personal-name",)),
        ("vendor/vega/package-lock.json", ("text-coded", "personal-number")),
        *((f"scripts/publishing/{name}.py", ("personal-number",)) for name in JSON_LD),
        ("scripts/publishing/archive/redirect.html", ("text-coded",)),
        ("mkdocs.yml", ("text-coded",)),
    ]
