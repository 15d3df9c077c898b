"""Numbers that follow from figures, no more precise than they are."""

from decimal import Decimal
from pathlib import Path

import pytest

from scripts.reading.package.descriptor import read_package
from scripts.reading.package.expressions import NotComputableError, evaluate
from scripts.reading.release.release import Release, read_release


@pytest.fixture
def release(valid: Path) -> Release:
    return read_release(read_package(valid))


@pytest.mark.parametrize(
    ("expression", "value", "exact"),
    [
        ("invented-lost-hills / invented-lost-all as share", "60", True),
        ("invented-lost-fog / invented-lost-all as share", "70", False),
        ("invented-lost-all / invented-lost-hills as times", "1.7", True),
        ("invented-lost-all - invented-lost-hills as difference", "40", True),
        ("invented-lost-all + invented-lost-fog as sum", "170", False),
    ],
)
def test_a_derivation_is_computed(expression: str, value: str, exact: bool, release: Release) -> None:
    derivation = evaluate(expression, release.by_id)
    assert (derivation.value, derivation.exact) == (Decimal(value), exact)


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("invented-lost-all x invented-lost-hills as share", "form"),
        ("invented-lost-all / invented-lost-hills as sum", "form"),
        ("invented-lost-all / invented-dream as share", "does not exist"),
        ("invented-lost-woods / invented-lost-all as share", "no single number"),
        ("invented-found / invented-lost-all as share", "no single number"),
    ],
)
def test_what_cannot_be_derived_says_why(expression: str, why: str, release: Release) -> None:
    with pytest.raises(NotComputableError, match=why):
        evaluate(expression, release.by_id)


def test_an_interval_is_told_from_its_figure(release: Release) -> None:
    derivation = evaluate("invented-requests-2000 as interval", release.by_id)
    assert (derivation.left.id, derivation.kind) == ("invented-requests-2000", "interval")


def test_a_figure_without_an_interval_has_none_to_tell(release: Release) -> None:
    with pytest.raises(NotComputableError, match="no interval"):
        evaluate("invented-lost-all as interval", release.by_id)
