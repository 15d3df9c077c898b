"""The pages for researchers: standards, clause by clause."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from scripts.checks import Cleared
from scripts.reading.declarations.conformance import Clause, Conformance
from scripts.website.pages.context import PageContext
from scripts.website.pages.research import research_slots

CLAUSES = (
    Clause("FAIR", "F1", "Invented identifiers", "yes", "Each is invented.", ("tests/test_x.py::test_it_is_invented",)),
    Clause("FAIR", "F2", "Invented descriptions", "no", "There is none.", ()),
)


@pytest.fixture
def release(cleared: Cleared) -> Cleared:
    return cleared


def test_a_clause_is_shown_with_its_answer_and_the_tests_that_prove_it(release: Cleared) -> None:
    conformance = Conformance(CLAUSES, frozenset(), "conformance.yaml")
    claimed = Cleared(replace(release, pages=replace(release.pages, conformance=conformance)))
    sizes: dict[str, int] = defaultdict(int)
    context = PageContext(claimed, claimed.labels["en"], sizes, date(2000, 2, 1))
    (slot,) = (slot for slot in research_slots(context) if slot.name == "standard-fair")
    shown = context.render(slot.template, slot.content)
    assert shown.index("Invented identifiers") < shown.index("it is invented") < shown.index("Invented descriptions")
    assert shown.count("<details") == 1
    assert shown.count('class="answer"') == 2
