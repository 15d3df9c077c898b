"""The workbook for people."""

from pathlib import Path

import openpyxl

from scripts.publishing.archive.publication import Publication


def test_the_workbook_explains_itself_and_names_no_author(folder: Path, flat: Publication) -> None:
    book = openpyxl.load_workbook(folder / f"formats/{flat.file}.xlsx")
    assert book.sheetnames == ["Read me", "Fields", *flat.package.resources]
    said = " ".join(str(cell.value) for row in book["Read me"].iter_rows() for cell in row if cell.value)
    assert "An empty cell is not zero" in said
    assert f"Release {flat.version}" in said
    assert [sheet.freeze_panes for sheet in book.worksheets[1:]] == ["B2"] * (len(book.sheetnames) - 1)
    properties = book.properties
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert (properties.created.date(), properties.modified.date()) == (flat.day, flat.day)
