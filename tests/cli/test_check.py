"""The command line as somebody types it; once in a process of its own, else in this one."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT
from tests.repository import Repository

run = Repository(ROOT).run


def test_the_published_package_is_cleared() -> None:
    line = [sys.executable, "-m", "scripts", "check"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "Nothing found.")


def test_a_cleared_package_exits_with_0(valid: Path) -> None:
    assert run("check", "--package", str(valid)).returncode == 0


def test_findings_exit_with_1_and_come_as_json(overlaid: Callable[[str], Path]) -> None:
    done = run("check", "--package", str(overlaid("cell-too-small")), "--format", "json")
    (finding,) = json.loads(done.stdout)
    assert done.returncode == 1
    assert finding["code"] == "cell-too-small"
    assert finding["where"]["row"] == 4
    assert set(finding) == {"code", "severity", "where", "message", "remedy"}


def test_annotations_name_file_and_line(overlaid: Callable[[str], Path]) -> None:
    done = run("check", "--package", str(overlaid("code-unknown")), "--format", "github")
    assert done.stdout.startswith("::error file=")
    assert ",line=3," in done.stdout


def test_misuse_exits_with_2(tmp_path: Path) -> None:
    assert run("check", "--package", str(tmp_path / "nowhere")).returncode == 2
    assert run("check", "--format", "song").returncode == 2
    assert run("dance").returncode == 2


def test_an_empty_folder_is_one_clear_finding(tmp_path: Path) -> None:
    done = run("check", "--package", str(tmp_path), "--format", "json")
    assert [finding["code"] for finding in json.loads(done.stdout)] == ["descriptor-unreadable"]
    assert "Traceback" not in done.stderr


def test_a_hundred_thousand_faulty_rows_give_a_bounded_list(editable: Path) -> None:
    table = editable / "data" / "invented_counts.csv"
    row = "invented-{},invented-lost,moonland,fog,,,2000-01,1_0,,,,about,published,nobody,nothing,own-page,medium,\n"
    with table.open("a", encoding="utf-8") as file:
        file.writelines(row.format(number) for number in range(100_000))
    start = time.monotonic()
    done = run("check", "--package", str(editable), "--format", "json")
    assert time.monotonic() - start < 60
    assert done.returncode == 1
    assert len(json.loads(done.stdout)) == 101


def test_nothing_is_built_from_a_package_with_findings(overlaid: Callable[[str], Path], tmp_path: Path) -> None:
    into = tmp_path / "into"
    done = run("build", "--package", str(overlaid("cell-too-small")), "--into", str(into), "--created", "2000-01-01")
    assert done.returncode == 1
    assert "cell-too-small" in done.stderr
    assert not into.exists()


def test_an_audit_prints_every_range_and_fails_where_one_is_too_narrow(tmp_path: Path) -> None:
    file = tmp_path / "system.json"
    file.write_text('{"cells": {"all": 9, "a": null, "b": null}, "margins": [{"total": "all", "parts": ["a", "b"]}]}')
    done = run("audit", str(file))
    assert (done.returncode, json.loads(done.stdout)) == (0, {"a": [0, 9], "b": [0, 9]})
    narrow = run("audit", str(file), "--width", "10")
    assert narrow.returncode == 1
    assert "a, b" in narrow.stderr


def test_an_audit_of_a_malformed_file_exits_with_2_and_a_sentence(tmp_path: Path) -> None:
    for text in ("{", '{"cells": {"a": "many"}}'):
        file = tmp_path / "system.json"
        file.write_text(text)
        done = run("audit", str(file))
        assert done.returncode == 2
        assert done.stderr.count("–") == 2
        assert "Traceback" not in done.stderr


def test_an_audit_of_contradicting_cells_names_the_margin(tmp_path: Path) -> None:
    file = tmp_path / "system.json"
    file.write_text('{"cells": {"all": 9, "a": 5, "b": 5}, "margins": [{"total": "all", "parts": ["a", "b"]}]}')
    done = run("audit", str(file))
    assert done.returncode == 1
    assert "margin 1" in done.stderr


def test_a_build_deletes_what_the_release_no_longer_has(valid: Path, tmp_path: Path) -> None:
    (tmp_path / "LICENSE-DATA").write_text("Invented.")
    stale = [tmp_path / "build/files/charts/withdrawn.csv", tmp_path / "docs/en/data/withdrawn.md"]
    written = tmp_path / "docs/en/written.md"
    for file in (*stale, written):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Old.")
    done = run("build", "--package", str(valid), "--into", str(tmp_path), "--created", "2000-01-01")
    assert done.returncode == 0, done.stderr
    assert [file.exists() for file in (*stale, written)] == [False, False, True]
    assert (tmp_path / "build/files/assets/vega.js").is_file()
