"""Each ending is recognised in its own example, and not without its own form."""

import re

import pytest

from scripts.disclosure.personal_data.endings import (
    LATIN_PATRONYMICS,
    LATIN_SURNAMES,
    PATRONYMICS,
    SHORT_LATIN_PATRONYMIC,
    SHORT_PATRONYMIC,
    STEMS_OF_SHORT_LATIN_PATRONYMICS,
    STEMS_OF_SHORT_PATRONYMICS,
    SURNAMES,
    NameEnding,
)
from scripts.disclosure.personal_data.names import names_in

SHORT = (SHORT_PATRONYMIC, SHORT_LATIN_PATRONYMIC)
ALL = (*PATRONYMICS, *LATIN_PATRONYMICS, *SURNAMES, *LATIN_SURNAMES, *SHORT)


@pytest.mark.parametrize("ending", ALL, ids=lambda ending: ending.form)
def test_each_ending_has_an_example_with_stem_form_and_case(ending: NameEnding) -> None:
    stem, form, *case = ending.example.split("|")
    assert re.fullmatch(ending.form, form)
    assert set(case) <= set(ending.cases.split())
    assert ending.bare or not ending.cases or case
    assert re.fullmatch(f"{stem}{ending.pattern}", ending.example.replace("|", ""))


@pytest.mark.parametrize("ending", [*PATRONYMICS, *LATIN_PATRONYMICS, *SHORT], ids=lambda ending: ending.form)
def test_the_example_of_a_patronymic_is_found_and_its_stem_is_not(ending: NameEnding) -> None:
    assert [form for form, _ in names_in(ending.example.replace("|", ""))] == ["patronymic"]
    assert list(names_in(ending.example.split("|")[0])) == []
    assert list(names_in(ending.example)) == []


@pytest.mark.parametrize("ending", [*SURNAMES, *LATIN_SURNAMES], ids=lambda ending: ending.form)
def test_the_example_of_a_surname_is_found_with_initials(ending: NameEnding) -> None:
    initials = "L." if ending.example.isascii() else "Л."
    word = ending.example.replace("|", "").capitalize()
    assert list(names_in(f"{initials} {word}")) == [("surname with initials", 1)]


def test_short_patronymics_are_those_of_their_stems() -> None:
    assert all(list(names_in(f"{stem}ич")) for stem in STEMS_OF_SHORT_PATRONYMICS)
    stems = [stem.replace("[’']?", "") for stem in STEMS_OF_SHORT_LATIN_PATRONYMICS]
    assert all(list(names_in(f"{stem}ich")) for stem in stems)
