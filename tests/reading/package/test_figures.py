"""Qualifiers and statuses are those that every table of figures may hold."""

import pytest

from scripts.reading.package.descriptor import read_package
from scripts.reading.package.figures import Qualifier, Status, figure_resources
from tests.conftest import ROOT


@pytest.mark.parametrize(("field", "values"), [("qualifier", Qualifier), ("status", Status)])
def test_the_values_are_those_of_the_schemas(field: str, values: type[Qualifier | Status]) -> None:
    for resource in figure_resources(read_package(ROOT / "datapackage")):
        assert set(resource.declared(field)["constraints"]["enum"]) == {*values}
