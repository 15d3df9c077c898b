"""The computed parts of the pages for researchers: loaders, worked examples, what overlaps with what, and standards."""

from collections.abc import Iterable, Iterator, Mapping

from scripts.reading.declarations.conformance import Clause
from scripts.website.pages.context import PageContext
from scripts.website.pages.generated_page import Slot
from scripts.website.pages.overlaps import SYMBOLS, overlap_matrix


def research_slots(context: PageContext) -> Iterator[Slot]:
    """Give every computed part of the pages for researchers."""
    research = context.research
    samples = [sample.of("deaths", context.address) for sample in research.loaders]
    yield Slot("loading", "loading", {"samples": samples})
    flat = [sample.of("figures", context.address) for sample in research.flat]
    yield Slot("figures", "flat", {"samples": flat})
    yield Slot("vintages", "vintages", {"programs": research.vintages or {}})
    yield Slot("overlap-matrix", "matrix", {"matrix": overlap_matrix(context.release), "symbols": SYMBOLS})
    yield Slot("machines", "machines")
    yield from (Slot(f"example-{example.name}", "example", {"example": example}) for example in research.worked)
    clauses = context.release.pages.conformance.clauses
    for standard in dict.fromkeys(clause.standard for clause in clauses):
        listed = [clause for clause in clauses if clause.standard == standard]
        yield Slot(
            f"standard-{standard.lower()}",
            "standard",
            {"standard": standard, "clauses": listed, "proofs": _proofs(listed)},
        )


def _proofs(clauses: Iterable[Clause]) -> Mapping[str, list[str]]:
    """Name the tests that prove each clause: `tests/test_x.py::test_it_is_kept` reads "it is kept"."""
    names = {clause.clause: [test.partition("::")[2] for test in clause.tests] for clause in clauses}
    return {clause: [name.removeprefix("test_").replace("_", " ") for name in tests] for clause, tests in names.items()}
