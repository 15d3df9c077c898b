"""Numbers with their qualifiers, in words."""

from decimal import Decimal

import pytest

from scripts.checks import Cleared
from scripts.website.text.figure_references import UnknownFigureError, resolve_references
from scripts.website.text.formatting import Formatter, format_number


@pytest.fixture
def release(cleared: Cleared) -> Cleared:
    return cleared


@pytest.fixture
def english(release: Cleared) -> Formatter:
    return Formatter(release, release.labels["en"])


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("invented-lost-all", "100"),
        ("invented-lost-fog", "about 70"),
        ("invented-found", "40–50"),
        ("invented-share", "about 12.5%"),
        ("invented-requests-1999", "at least 30"),
        ("invented-lost-woods", "withheld"),
    ],
)
def test_an_amount_has_its_qualifier_and_never_more_digits(
    figure: str, words: str, release: Cleared, english: Formatter
) -> None:
    assert english.amount(release.by_id[figure]) == words


def test_an_interval_stands_beside_a_central_value_only(release: Cleared, english: Formatter) -> None:
    assert english.interval(release.by_id["invented-requests-2000"]) == "40–52"
    assert english.interval(release.by_id["invented-found"]) == ""


@pytest.mark.parametrize(
    ("text", "words"), [("2024", "2024"), ("2024-03", "March 2024"), ("2024-03-05", "5 March 2024"), ("", "")]
)
def test_a_day_is_no_more_precise_than_it_was_written(text: str, words: str, english: Formatter) -> None:
    assert english.day(text) == words


@pytest.mark.parametrize("value", [Decimal(1234), Decimal("1234.0"), Decimal("1.234E3"), 1234])
def test_equal_numbers_are_formatted_alike_so_that_a_cache_may_take_one_for_the_other(value: Decimal | int) -> None:
    assert format_number.__wrapped__(value, "en") == "1,234"


def test_a_period_is_one_time_or_from_one_to_another(release: Cleared, english: Formatter) -> None:
    assert english.period(release.by_id["invented-lost-all"]) == "January 1999 to December 1999"
    assert english.period(release.by_id["invented-requests-1999"]) == "1999"


def test_who_counted_when_and_what_kind_of_number(release: Cleared, english: Formatter) -> None:
    attribution = english.attribution(release.by_id["invented-lost-all"])
    assert attribution == "The invented counter, as of 5 January 2000; documented count"


def test_bound_numbers_stand_in_words_and_unknown_ones_stop_the_build(release: Cleared, english: Formatter) -> None:
    assert resolve_references("[[invented-lost-all]] lost", english) == "100 lost"
    with pytest.raises(UnknownFigureError, match=r"\[\[invented-dream\]\] – there is no such figure"):
        resolve_references("[[invented-dream]]", english)
