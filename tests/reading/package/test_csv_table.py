"""One table has one spelling; everything else is a finding, never a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.reading.package.csv_table import read_table

TYPES = {"name": "string", "count": "integer", "share": "number", "day": "date", "done": "boolean"}
HEADER = "name,count,share,day,done\n"


def codes(path: Path, text: str | bytes) -> list[str]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [finding.code for finding in read_table(path, TYPES)[1]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "invented.csv"


def test_a_clean_table_is_read_row_by_row(path: Path) -> None:
    path.write_text(HEADER + 'moon,3,-0.5,2000-02-29,true\n"sea, far",0,12,2001-01-01,false\n')
    rows, faults = read_table(path, TYPES)
    assert faults == ()
    assert [row.number for row in rows] == [2, 3]
    assert rows[1].cells == {"name": "sea, far", "count": "0", "share": "12", "day": "2001-01-01", "done": "false"}


@pytest.mark.parametrize("count", ["1_000", "1,5", "+1", " 1", "1 ", "01", "1e3", "nan", "inf", "١", "1.0", "0x1"])
def test_an_integer_has_one_spelling(path: Path, count: str) -> None:
    assert codes(path, f'{HEADER}moon,"{count}",1,2000-01-01,true\n') == ["value-form"]


@pytest.mark.parametrize("share", ["1_0", "nan", "1e400", ".5", "5.", "1,5", "−1"])
def test_a_number_has_one_spelling(path: Path, share: str) -> None:
    assert codes(path, f'{HEADER}moon,1,"{share}",2000-01-01,true\n') == ["value-form"]


@pytest.mark.parametrize("day", ["2024-1-5", "2023-02-29", "05.01.2024", "2024-01-05T00:00"])
def test_a_date_is_on_the_calendar(path: Path, day: str) -> None:
    assert codes(path, f"{HEADER}moon,1,1,{day},true\n") == ["value-form"]


@pytest.mark.parametrize("done", ["1", "True", "yes"])
def test_a_boolean_is_true_or_false(path: Path, done: str) -> None:
    assert codes(path, f"{HEADER}moon,1,1,2000-01-01,{done}\n") == ["value-form"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name;count;share;day;done\n", "separated by semicolons"),
        ("name,count,share,day,done,mine\n", "missing here: none; not in the schema: column 6."),
        ("name,mine,share,day,done\n", "missing here: count; not in the schema: column 2."),
        (f"{HEADER}moon,1,1,2000-01-01,true\n\n", "The line is empty"),
        (f"{HEADER}moon,1\n", "The row has 2 cells on 1 line(s), not 5 on one."),
        (f"\ufeff{HEADER}moon,1,1,2000-01-01,true\r\n", "a byte order mark and has carriage returns."),
        (f"{HEADER}moon,1;5,1,2000-01-01,true\n", "Write a whole number"),
    ],
)
def test_what_a_spreadsheet_spoils_is_told_in_words(path: Path, text: str, told: str) -> None:
    path.write_bytes(text.encode())
    (fault,) = read_table(path, TYPES)[1]
    assert told in fault.message
    assert "mine" not in fault.message


def test_every_fault_of_form_is_told_with_row_and_field(path: Path) -> None:
    path.write_text(f"{HEADER}moon,x,1,2000-01-01,true\nsun,1,y,2000-01-01,true\n")
    places = [(finding.where.row, finding.where.field) for finding in read_table(path, TYPES)[1]]
    assert places == [(2, "count"), (3, "share")]


@given(content=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_no_bytes_whatever_make_it_fail(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    rows, faults = read_table(path, TYPES)
    assert rows or faults
