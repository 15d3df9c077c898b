"""Cards: one for each page, with its title, the same bytes for the same words, kept from build to build."""

import io
from pathlib import Path

from PIL import Image

from scripts.website.assembly.social_cards import HEIGHT, WIDTH, Card, card_image, card_png, card_svg, forget_unused

LONG = Card("A very long title that nobody could read on a card " * 5, "What the site is. " * 20)


def test_a_card_has_the_size_that_its_page_names() -> None:
    assert Image.open(io.BytesIO(card_png(Card("Invented", "")))).size == (WIDTH, HEIGHT)


def test_words_are_wrapped_cut_and_escaped() -> None:
    assert card_svg(LONG).count("<tspan") == 5 + 2
    assert "…" in card_svg(LONG)
    assert "&lt;b&gt;" in card_svg(Card("<b>", ""))


def test_a_card_that_was_kept_is_not_drawn_again(tmp_path: Path) -> None:
    invented = Card("Invented", "")
    (tmp_path / invented.name).write_bytes(b"kept")
    assert card_image(invented, tmp_path) == b"kept"
    assert Card("Another", "").name != invented.name


def test_a_card_that_no_page_names_is_forgotten(tmp_path: Path) -> None:
    for name in ("used.png", "unused.png"):
        (tmp_path / name).touch()
    forget_unused(tmp_path, {"used.png"})
    assert [file.name for file in tmp_path.iterdir()] == ["used.png"]
