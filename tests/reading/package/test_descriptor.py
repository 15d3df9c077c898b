"""The descriptor and its schemas: which table a reference leads to, and properties that are said twice."""

import json
from pathlib import Path

import pytest

from scripts.checks import examine
from scripts.errors import NotReadableError
from scripts.reading.package.descriptor import read_package
from scripts.reading.package.figures import dimensions_of
from tests.conftest import ROOT

SCHEMA = "schemas/invented_reasons.json"
FORMS = {"version 2": {}, "version 1": {"resource": ""}, "by its name": {"resource": "invented_reasons"}}


def refer(package: Path, form: dict[str, str]) -> None:
    """Write the reference of the code list to itself in one of its forms."""
    schema = json.loads((package / SCHEMA).read_text())
    schema["foreignKeys"][0]["reference"] = {"fields": ["code"], **form}
    (package / SCHEMA).write_text(json.dumps(schema))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_reference_to_the_same_table_is_read(form: str, editable: Path) -> None:
    refer(editable, FORMS[form])
    assert read_package(editable).resources["invented_reasons"].references == {"parent": "invented_reasons"}
    assert examine(editable) == []


@pytest.mark.parametrize("form", FORMS)
def test_an_unknown_parent_is_found_in_every_form(form: str, editable: Path) -> None:
    refer(editable, FORMS[form])
    with (editable / "codelists/invented_reasons.csv").open("a") as table:
        table.write("mist,Mist,nowhere,,\n")
    assert {"reference-unknown", "structure-other"} >= {finding.code for finding in examine(editable)} > set()


def test_the_published_schemas_have_the_form_of_version_2() -> None:
    package = read_package(ROOT / "datapackage")
    references = {
        resource.name: key["reference"]
        for resource in package.code_lists
        for key in resource.schema["foreignKeys"]
        if key["fields"] == ["parent"]
    }
    assert references == {code_list.name: {"fields": ["code"]} for code_list in package.code_lists}


def test_a_code_list_is_no_dimension_of_itself(valid: Path) -> None:
    package = read_package(valid)
    assert dimensions_of(package.resources["invented_reasons"], package) == {}
    assert dimensions_of(package.resources["invented_requests"], package) == {"region": "invented_regions"}


@pytest.mark.parametrize("file", ["datapackage.json", SCHEMA])
def test_a_property_that_is_said_twice_is_refused_wherever_it_stands(file: str, editable: Path) -> None:
    path = editable / file
    path.write_text(path.read_text().replace('"name": "', '"name": "other", "name": "', 2))
    with pytest.raises(NotReadableError) as raised:
        read_package(editable)
    assert raised.value.finding.where.file == path.as_posix()
    assert raised.value.finding.message.startswith("It says name twice in one object;")
