"""The README inside the package, which no reference to a figure reaches raw."""

from pathlib import Path

import pytest

from scripts.checks import Cleared, clear
from scripts.publishing.archive.publication import unsealed_publication
from scripts.publishing.archive.readme import GAPS, readme
from scripts.reading.declarations.markdown import Page
from scripts.website.text.figure_references import UnknownFigureError
from scripts.website.text.plain_references import plain_references
from tests.publishing.archive.test_publication import LATER, describe

SHARE = "invented-lost-fog / invented-lost-all as share"


def written(release: Cleared, *lines: str) -> str:
    gaps = Page(f"docs/{GAPS}", GAPS, ("# Gaps", "", *lines))
    publication = unsealed_publication(release, LATER)
    return readme(publication, (gaps,), plain_references(release, release.labels["en"]))


def test_a_reference_on_the_page_of_gaps_becomes_the_number_of_its_figure(cleared: Cleared) -> None:
    text = written(cleared, "Nobody counts the fog, but for [[invented-lost-all]] of them.")
    assert "but for 100 of them." in text
    assert "[[invented" not in text


def test_an_expression_becomes_the_number_that_follows(cleared: Cleared) -> None:
    assert "about 70% of all" in written(cleared, f"The fog is [[{SHARE}]] of all.")


def test_a_reference_in_a_description_becomes_the_number_of_its_figure(editable: Path) -> None:
    describe(editable, description="It holds [[invented-lost-all]] of them.")
    text = written(clear(editable))
    assert "It holds 100 of them." in text
    assert "[[invented" not in text


def test_a_description_of_a_field_may_explain_how_a_reference_is_written(cleared: Cleared) -> None:
    assert "`reading` (string): How we read it; [[figure]] stands for the number of a figure." in written(cleared)


def test_a_reference_to_no_figure_is_refused(cleared: Cleared) -> None:
    with pytest.raises(UnknownFigureError):
        written(cleared, "There are [[no-such-figure]].")


def test_it_names_the_tables_beside_the_package_and_what_programs_misread(cleared: Cleared) -> None:
    text = written(cleared)
    for name in ("formats/csv/figures.csv", "releases/vintages.csv", "infer_schema_length=None"):
        assert f"`{name}`" in text


def test_what_every_table_of_figures_has_is_described_once(cleared: Cleared) -> None:
    text = written(cleared)
    shared, tables = text.split("### Fields of every table of figures")[1].split("### ", 1)
    assert "`counted_on`" in shared
    assert "`reason`" not in shared
    first = tables.split("###")[0]
    assert "Besides the fields of every table of figures it has:" in first
    assert "`reason`" in first
    assert "`counted_on`" not in first
