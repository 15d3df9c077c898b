"""The ranges are those of τ-ARGUS, in textbooks and in invented tables, wherever both start from the same bounds."""

import json
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from scripts.disclosure.audit.intervals import exact_intervals
from scripts.disclosure.audit.system import read_system
from tests.disclosure.audit.oracles.asking import READY, tau_argus
from tests.disclosure.audit.tables import crossed, invented_regions_by_months, small, small_and_a_second
from tests.disclosure.audit.test_textbooks import TEXTBOOKS

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not READY, reason="τ-ARGUS is not installed here: make oracles"),
]


def agree(content: Any, folder: Path) -> bool:
    system = read_system(content)
    return tau_argus(system, folder)[0] == exact_intervals(system)


@pytest.mark.parametrize("file", TEXTBOOKS, ids=lambda file: file.stem)
def test_textbooks(file: Path, tmp_path: Path) -> None:
    assert agree(json.loads(file.read_text())["system"], tmp_path)


@pytest.mark.parametrize("pattern", [small, small_and_a_second])
def test_regions_in_districts_by_months(pattern: Any, tmp_path: Path) -> None:
    table = invented_regions_by_months(people=12_500, months=12)
    assert agree(table.withholding(pattern(table)), tmp_path)


def test_the_table_that_make_bench_measures(tmp_path: Path) -> None:
    table = invented_regions_by_months()
    assert agree(table.withholding(small_and_a_second(table)), tmp_path)


@pytest.mark.parametrize("floor", [0, 1])
def test_three_dimensions(floor: int, tmp_path: Path) -> None:
    """Here a continuous range may reach beyond every whole number; in this table it does not."""
    chance = Random(1)
    codes = ["abcdef", "12345", "xyz"]
    table = crossed({place: chance.randrange(12) for place in product(*codes)}, [{"all": line} for line in codes])
    assert agree(table.withholding(small(table, 5), floor), tmp_path)


def test_bands(tmp_path: Path) -> None:
    """Every cell, the sums too, is published as a range of ten: many can be narrowed."""
    chance = Random(2)
    table = crossed({place: chance.randrange(40) for place in product("abc", "123")}, [{"all": "abc"}, {"all": "123"}])
    bands = {name: [count // 10 * 10, count // 10 * 10 + 9] for name, count in table.counts.items()}
    assert agree({"cells": bands, "margins": list(table.margins)}, tmp_path)
