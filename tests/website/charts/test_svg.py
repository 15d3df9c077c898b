"""The SVG of a picture: named and described, with ids of its own, and changed nowhere but in its markup."""

from xml.etree.ElementTree import Element

import pytest

from scripts.website.charts.svg import Caption, page_picture, page_svg, resolve_css_variables, standalone_svg

CAPTION = Caption(120, "Title & more", "Text", (), ("Credit",))
VEGA = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="marks" width="131.5" '
    'height="40"><defs><clipPath id="clip0"><path d="M0,0h10.25v4.999Z"/></clipPath></defs>'
    '<g role="graphics-symbol" aria-label="x" clip-path="url(#clip0)" stroke-width="0.7">'
    '<text class="a" font-family="sans-serif" fill="var(--ink)">'
    'in 2.345 of 6.789 cases, d="1.234", url(#clip0) &lt;b&gt;</text></g></svg>'
)
COLOURS = {"ink": "#111111", "ground": "#eeeeee"}


@pytest.fixture
def picture() -> Element:
    return page_picture(VEGA, "chart", CAPTION)


def test_a_page_gets_a_picture_with_role_name_and_description() -> None:
    assert page_svg(VEGA, "chart", CAPTION).startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" viewBox="0 0 120 81" width="120" '
        'height="81" aria-labelledby="chart-title chart-text"><title id="chart-title">Title &amp; more</title>'
        '<desc id="chart-text">Text</desc>'
    )


def test_ids_and_what_refers_to_them_get_the_picture_s_prefix() -> None:
    svg = page_svg(VEGA, "chart", CAPTION)
    assert 'id="chart-clip0"' in svg
    assert 'clip-path="url(#chart-clip0)"' in svg


def test_coordinates_are_rounded_and_texts_are_left_alone() -> None:
    svg = page_svg(VEGA, "chart", CAPTION)
    assert 'd="M0,0h10.2v5Z"' in svg
    assert '<text fill="var(--ink)">in 2.345 of 6.789 cases, d="1.234", url(#clip0) &lt;b&gt;</text>' in svg


def test_no_element_has_a_prefix_that_html_would_not_know() -> None:
    assert "ns0:" not in page_svg(VEGA, "chart", CAPTION)


def test_a_file_has_its_colours_as_variables(picture: Element) -> None:
    svg = standalone_svg(picture, COLOURS)
    assert "<style>svg{--ink:#111111;--ground:#eeeeee;background:#eeeeee;font-family:sans-serif}</style><title" in svg
    assert 'fill="var(--ink)"' in svg


def test_a_program_without_css_gets_the_colours_themselves(picture: Element) -> None:
    svg = resolve_css_variables(picture, COLOURS)
    assert svg.startswith('<svg font-family="sans-serif" xmlns=')
    assert '<rect width="100%" height="100%" fill="#eeeeee"/><title' in svg
    assert 'fill="#111111"' in svg
    assert 'fill="var(--ink)"' not in svg


def test_neither_file_changes_the_picture(picture: Element) -> None:
    standalone_svg(picture, COLOURS)
    resolve_css_variables(picture, COLOURS)
    assert picture[0].tag == "title"


@pytest.mark.parametrize("text", ["", "no SVG", "<html/>", "<svg height='1'/>"])
def test_what_is_no_svg_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="The drawing is not an SVG"):
        page_svg(text, "chart", CAPTION)
