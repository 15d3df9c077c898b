"""Slots: filled with what the build computed, with addresses counted from the page; an empty one stops the build."""

import pickle
from pathlib import Path

import pytest

from scripts.website.assembly.slots import CONTENTS, EmptySlotError, Slots, resolve_addresses, slot
from tests.website.assembly.built_site import write_texts

INVENTED = "en/topics/invented.html"
LINKS = '<a href="@/en/data/x.html">x</a><a href="@/en/topics/invented.html#here">y</a><a href="@/charts/x.csv">z</a>'
COUNTED = '<a href="../data/x.html">x</a><a href="#here">y</a><a href="../../charts/x.csv">z</a>'


def test_slots_are_filled_with_addresses_counted_from_the_page(tmp_path: Path) -> None:
    write_texts(tmp_path, {"invented.html": LINKS})
    assert Slots(tmp_path).fill(f"<p>Here:</p>{slot('invented')}", INVENTED) == f"<p>Here:</p>{COUNTED}"


def test_an_unknown_slot_is_named_with_its_page(tmp_path: Path) -> None:
    with pytest.raises(EmptySlotError, match=r"en/topics/invented.html – there is nothing to put into \[\[slot: noth"):
        Slots(tmp_path).fill(slot("nothing"), INVENTED)


def test_the_error_says_the_same_after_its_way_from_another_process() -> None:
    error = EmptySlotError(INVENTED, "nothing")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_list_of_contents_is_left_for_later(tmp_path: Path) -> None:
    assert Slots(tmp_path).fill(slot(CONTENTS), INVENTED) == slot(CONTENTS)


def test_a_page_without_a_notice_has_none(tmp_path: Path) -> None:
    write_texts(tmp_path, {"translation/topics/invented.html": '<a href="@/en/index.html">In English</a>'})
    assert Slots(tmp_path).translation_notice(INVENTED) == '<a href="../index.html">In English</a>'
    assert Slots(tmp_path).translation_notice("en/index.html") == ""


def test_words_that_look_like_an_address_stay() -> None:
    assert resolve_addresses("<p>@/en/index.html</p>", INVENTED) == "<p>@/en/index.html</p>"
