"""Cards: one for each page, with its title, the same bytes for the same words, kept from build to build."""

import io
from pathlib import Path

from PIL import Image

from scripts.website.assembly import postprocess
from scripts.website.assembly.social_cards import HEIGHT, WIDTH, Card, card, drawn, image
from tests.website.assembly.built_site import built

LONG = Card("A very long title that nobody could read on a card " * 5, "What the site is. " * 20)


def test_a_card_has_the_size_that_its_page_names() -> None:
    assert Image.open(io.BytesIO(image(Card("Invented", "")))).size == (WIDTH, HEIGHT)


def test_words_are_wrapped_cut_and_escaped() -> None:
    assert drawn(LONG).count("<tspan") == 5 + 2
    assert "…" in drawn(LONG)
    assert "&lt;b&gt;" in drawn(Card("<b>", ""))


def test_a_card_that_was_kept_is_not_drawn_again(tmp_path: Path) -> None:
    one = Card("Invented", "")
    (tmp_path / one.name).write_bytes(b"kept")
    assert card(one, tmp_path) == b"kept"
    assert Card("Another", "").name != one.name


def test_every_page_names_its_card_whole_where_the_address_of_the_site_is_known(tmp_path: Path) -> None:
    site, build = built(tmp_path, {"en/topics/invented.html": ""})
    postprocess.finish_site(site, build, "https://site.invalid/2000.1/")
    (drawn_card,) = (site / "en/cards").glob("*.png")
    page = (site / "en/topics/invented.html").read_text()
    assert f'property="og:image" content="https://site.invalid/2000.1/en/cards/{drawn_card.name}"' in page
    assert 'property="og:url" content="https://site.invalid/2000.1/en/topics/invented.html"' in page
