"""Slimmed styles: what pages and scripts can need stays as it is, what nothing can match goes."""

from pathlib import Path

import pytest

from scripts.reading.declarations.labels import read_labels
from scripts.website.assembly.stylesheet import classes_of, slim_styles
from scripts.website.pages.table_labels import table_labels

# Written out, a rule that begins with this sign would have the form of an account.
AT = "\N{COMMERCIAL AT}"
PAGE = b'<p class="md-note invented">'
CLASSES = classes_of([PAGE])
SCRIPT = 'element.classList.add("md-note--active"); find(".md-search__form")'


@pytest.mark.parametrize(
    "rule",
    [
        "p{color:red}",
        ".md-note{color:red}",
        ".md-note--active>p{color:red}",
        ".md-note:not(.md-elsewhere){color:red}",
        ":is(.md-note,.invented) a{color:red}",
        f"{AT}media print{{.invented{{color:red}}}}",
        f"{AT}font-face{{font-family:invented}}",
        f"{AT}keyframes turn{{to{{opacity:1}}}}",
        ':root{--invented:url("data:image/svg+xml,{.x{}}")}',
    ],
)
def test_what_can_match_stays(rule: str) -> None:
    assert slim_styles(rule, CLASSES, [SCRIPT]) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".md-elsewhere{color:red}",
        ".md-note .md-elsewhere{color:red}",
        ".md-search__form{color:red}",
        f"{AT}media print{{.md-elsewhere{{color:red}}}}",
    ],
)
def test_what_nothing_can_match_goes(rule: str) -> None:
    assert slim_styles(rule, CLASSES, [SCRIPT]) == ""


def test_of_a_list_the_selectors_stay_that_can_match() -> None:
    assert (
        slim_styles(".md-note,.md-elsewhere,h1:is(a,b){color:red}", CLASSES, [SCRIPT])
        == ".md-note,h1:is(a,b){color:red}"
    )


def test_words_stand_before_cells_in_the_language_of_the_page(valid: Path) -> None:
    rule = table_labels([read_labels(valid)["en"]]).split("}")[0]
    assert rule == ':lang(en) .told td.counted-on{--is:"Counted on: "'


def test_a_class_in_a_text_is_no_class_of_an_element() -> None:
    page = b'<pre class=\'one two\'>&lt;p class="three"&gt;</pre><svg class=four></svg><!-- <p class="five"> -->'
    assert classes_of([page]) == {"one", "two", "four"}
