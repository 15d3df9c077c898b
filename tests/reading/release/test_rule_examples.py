"""What breaks a rule is read from the examples that the tests break."""

from pathlib import Path

from scripts.checks import CHECKS
from scripts.reading.release.rule_examples import read_rule_examples
from tests.conftest import ROOT

VALID = "thing,value\none,1\ntwo,2\n"


def example(root: Path, problem: str, codes: str, **files: str) -> None:
    folder = root / "tests/examples/broken" / problem
    folder.mkdir(parents=True)
    (folder / "expected.txt").write_text(codes)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)


def valid(root: Path) -> None:
    (root / "tests/examples/valid").mkdir(parents=True)
    (root / "tests/examples/valid/table.csv").write_text(VALID)


def test_a_changed_cell_is_told_as_was_and_now(tmp_path: Path) -> None:
    valid(tmp_path)
    example(tmp_path, "invented", "some-code", table=VALID.replace(",2", ",3"))
    assert read_rule_examples(tmp_path / "tests")["some-code"].changes == {"table.csv": ("two, value: 2 → 3",)}


def test_rows_that_come_and_go_are_told_as_lines(tmp_path: Path) -> None:
    valid(tmp_path)
    example(tmp_path, "invented", "some-code", table=VALID.replace("two,2", "three,3"))
    assert read_rule_examples(tmp_path / "tests")["some-code"].changes == {"table.csv": ("-two,2", "+three,3")}


def test_the_shortest_example_that_breaks_nothing_else_is_taken(tmp_path: Path) -> None:
    valid(tmp_path)
    example(tmp_path, "a-both", "some-code other-code", table=VALID.replace(",2", ",3"))
    example(tmp_path, "b-long", "some-code", table=VALID.replace(",1", ",4").replace(",2", ",3"))
    example(tmp_path, "c-short", "some-code", table=VALID.replace(",2", ",3"))
    found = read_rule_examples(tmp_path / "tests")
    assert (found["some-code"].problem, found["other-code"].problem) == ("c-short", "a-both")


def test_long_examples_are_cut(tmp_path: Path) -> None:
    valid(tmp_path)
    example(tmp_path, "invented", "some-code", table=VALID + "".join(f"more-{n},{'x' * 300}\n" for n in range(9)))
    lines = read_rule_examples(tmp_path / "tests")["some-code"].changes["table.csv"]
    assert (len(lines), max(map(len, lines)), lines[-1]) == (7, 161, "…")


def test_nearly_every_rule_of_the_project_has_one_to_show() -> None:
    rules = {rule.code for check in CHECKS for rule in check.rules}
    lacking = rules - read_rule_examples(ROOT / "tests").keys()
    assert lacking == {"file-not-allowed", "index-disordered", "version-behind"}


def test_where_there_are_no_tests_there_are_no_examples(tmp_path: Path) -> None:
    assert read_rule_examples(None) == {}
    assert read_rule_examples(tmp_path / "tests") == {}
