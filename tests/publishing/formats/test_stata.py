"""Stata: why a number is missing, and codes with their titles."""

from pathlib import Path

import pandas as pd
import pyreadstat


def test_stata_tells_why_a_number_is_missing(odd: Path) -> None:
    table = pd.read_stata(odd / "formats/stata/odd.dta", columns=["value", "whole"], convert_missing=True)
    assert [str(cell) for cell in table["value"]] == ["0.1", ".a", ".b", ".c", "-1234567890.25", ".", "0.0"]
    assert [str(cell) for cell in table["whole"]][:2] == ["-3.0", ".a"]


def test_stata_has_the_titles_of_codes_beside_the_codes(folder: Path) -> None:
    _, told = pyreadstat.read_dta(folder / "formats/stata/prosecutions.dta")
    codes, titles = told.value_labels["article"], told.value_labels["article_title"]
    assert [titles[number] for number, code in codes.items() if code == "art-337"] == [
        "Article 337: absence without leave"
    ]
    assert told.variable_value_labels["article"] == codes
    assert told.column_names_to_labels["counted_on"] == "Counted on"
    assert "Release" in told.notes[2]
    assert max(map(len, told.column_names)) <= 32
