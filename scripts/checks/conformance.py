"""Checks that each claim to meet a standard names tests, and that the tests exist."""

from collections.abc import Iterator

from scripts.findings import Finding, Place, Rule
from scripts.reading.release.release import Release

QUESTION = "Is each claim that a standard is met proved by a test that is there?"

LOST = Rule(
    "test-lost",
    "A claim that a standard is met names a test that does not exist.",
    "Name the test that proves it now; where there is none, change the answer in docs/conformance.yaml.",
)
UNPROVEN = Rule(
    "claim-unproven",
    "A claim that a standard is met, wholly or partly, names no test.",
    "Name the tests that prove it, or answer no.",
)

RULES = (LOST, UNPROVEN)


def check(release: Release) -> Iterator[Finding]:
    """Yield the claims that name no test or a missing test."""
    conformance = release.pages.conformance
    for clause in conformance.clauses:
        where = Place(conformance.file, field=f"{clause.standard} {clause.clause}")
        if clause.answer in ("yes", "partly") and not clause.tests:
            yield UNPROVEN.broken(where, "The clause has no test.")
        for test in clause.tests:
            if test in conformance.missing_tests:
                yield LOST.broken(where, f"There is no test {test}.")
