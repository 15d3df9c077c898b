"""A row is changed and every other byte stays, whatever quotes the table has."""

import csv

from hypothesis import given
from hypothesis import strategies as st

from scripts.contributing.csv_edit import with_cells, with_row

TABLE = b'id,title,note\nb,"needless quotes",\nd,"a, comma","a ""word"""\n'
CELLS = st.text(alphabet='ab,"é ', max_size=6)


def test_a_cell_changes_and_its_neighbours_keep_their_spelling() -> None:
    assert with_cells(TABLE, 2, {"note": "new"}) == TABLE.replace(b'quotes",', b'quotes",new')
    assert with_cells(TABLE, 3, {"title": 'b, "c"', "note": ""}) == TABLE.replace(
        b'"a, comma","a ""word"""', b'"b, ""c""",'
    )


def test_a_row_goes_where_it_belongs_and_at_the_end_of_a_table_that_is_not_sorted() -> None:
    rows = with_row(TABLE, ("c", "", "x")).split(b"\n")
    assert rows == [*TABLE.split(b"\n")[:2], b"c,,x", *TABLE.split(b"\n")[2:]]
    assert with_row(b"id\nb\na\n", ("a",)) == b"id\nb\na\na\n"
    assert with_row(b"id,x\n", ("a", "")) == b"id,x\na,\n"


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=4), CELLS)
def test_any_table_reads_as_it_did_but_for_the_cell(rows: list[tuple[str, str, str]], new: str) -> None:
    content = b"a,b,c\n"
    for row in rows:
        content = with_row(content, ("", *row[1:]))
    before = list(csv.reader(content.decode().splitlines()))
    after = list(csv.reader(with_cells(content, 2, {"b": new}).decode().splitlines()))
    before[1][1] = new
    assert after == before
