"""Which cells make up which margin, and the release as one system of cells."""

from pathlib import Path

import pytest

from scripts.disclosure.audit.all_releases import stack_releases
from scripts.disclosure.audit.identifiers import CellId
from scripts.disclosure.audit.intervals import exact_intervals, too_narrow
from scripts.disclosure.audit.margins import margins
from scripts.reading.package.descriptor import read_package
from scripts.reading.release.release import read_release


def withhold(package: Path, *figures: str) -> None:
    """Withhold exactly these figures of the three provinces of Moonland."""
    table = package / "data" / "invented_counts.csv"
    lines = table.read_text().splitlines()
    numbers = {"invented-lost-hills": 60, "invented-lost-shores": 25, "invented-lost-woods": 15}
    for number, line in enumerate(lines):
        cells = line.split(",")
        if cells[0] in numbers:
            hidden = cells[0] in figures
            cells[7], cells[12] = ("", "suppressed") if hidden else (str(numbers[cells[0]]), "published")
            lines[number] = ",".join(cells)
    table.write_text("\n".join(lines) + "\n")


def test_a_partition_makes_a_complete_margin(valid: Path) -> None:
    (margin,) = (m for m in margins(read_release(read_package(valid))) if m.dimension == "region")
    assert margin.total.id == "invented-lost-all"
    assert len(margin.parts) == 3
    assert margin.complete


def test_a_part_without_a_partition_makes_no_margin(valid: Path) -> None:
    assert "reason" not in {margin.dimension for margin in margins(read_release(read_package(valid)))}


def test_one_withheld_part_is_given_away_and_two_are_not(editable: Path) -> None:
    for hidden, disclosed in (
        (["invented-lost-woods"], True),
        (["invented-lost-woods", "invented-lost-shores"], False),
    ):
        withhold(editable, *hidden)
        system = stack_releases(read_release(read_package(editable))).system
        assert too_narrow(system, exact_intervals(system)) == (tuple(map(CellId, hidden)) if disclosed else ())


def test_without_one_cell_of_the_partition_only_the_whole_bounds_a_cell(editable: Path) -> None:
    withhold(editable, "invented-lost-woods")
    table = editable / "data" / "invented_counts.csv"
    table.write_text("".join(line for line in table.open() if not line.startswith("invented-lost-hills")))
    system = stack_releases(read_release(read_package(editable))).system
    assert exact_intervals(system)[CellId("invented-lost-woods")] == (0, 75)


def test_a_qualifier_widens_what_a_number_says(valid: Path) -> None:
    cells = stack_releases(read_release(read_package(valid))).system.cells
    assert (cells[CellId("invented-lost-fog")].low, cells[CellId("invented-lost-fog")].high) == (60, 80)
    assert (cells[CellId("invented-found")].low, cells[CellId("invented-found")].high) == (40, 50)
    assert cells[CellId("invented-lost-all")].is_exact


@pytest.mark.parametrize(
    ("rounding", "base", "ends"),
    [("controlled", 10, (51, 69)), ("random", 5, (56, 64)), ("nearest", 5, (58, 62)), ("nearest", 10, (55, 64))],
)
def test_a_rounded_number_says_a_range(rounding: str, base: int, ends: tuple[int, int], editable: Path) -> None:
    policy = editable / "disclosure.yaml"
    rule = f"invented_counts: {{rule: tabulated, rounding: {rounding}, base: {base},"
    policy.write_text(policy.read_text().replace("invented_counts: {rule: reported,", rule))
    cell = stack_releases(read_release(read_package(editable))).system.cells[CellId("invented-lost-hills")]
    assert (cell.low, cell.high, cell.keep) == (*ends, base - 1)
