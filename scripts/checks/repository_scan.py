"""Scans the files, file names and commit messages of a proposal for personal data.

A proposal is public at once and for ever, even if it is refused. The scan therefore runs before a commit, before a push
and over all tracked files. A file that no rule can read is refused, not skipped.
"""

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.disclosure.personal_data.detector import (
    CODED,
    FILE,
    STALE,
    Match,
    find_matches,
    find_matches_in_name,
    find_matches_in_rows,
)
from scripts.findings import Finding, Place, Rule
from scripts.git import ChangedFile
from scripts.reading.declarations.disclosure_policy import read_policy
from scripts.reading.declarations.scan_exceptions import REGISTER, ScanExceptions, read_scan_exceptions
from scripts.reading.package.descriptor import Resource, read_package

_CODE = frozenset({".R", ".css", ".do", ".js", ".py", ".sql"})
_MARKUP = frozenset({".html", ".j2", ".md", ".svg"})
_TEXTS = _CODE | _MARKUP | {".cff", ".csv", ".json", ".po", ".sh", ".toml", ".txt", ".yaml", ".yml"}
# In code, @ and single letters also mean other things: decorators, CSS rules, escapes of regular expressions.
_SYNTAX = re.compile(r"^[ \t]*@|\\[bBdDnsStwW]", re.MULTILINE)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class ScanScope:
    """The context of a scan: the files and cells that may break a rule, and the tables of the package."""

    register: ScanExceptions
    tables: Mapping[str, Resource]
    cells: frozenset[tuple[str, str, str, str]]


def read_scan_scope(root: Path, package: Path) -> ScanScope:
    """Read the exceptions of a repository and of its package. Raises NotReadableError."""
    resources = read_package(package).resources.values()
    tables = {Path(os.path.relpath(resource.file, root)).as_posix(): resource for resource in resources}
    cells = frozenset(entry.cell for entry in read_policy(package).exceptions)
    return ScanScope(read_scan_exceptions(root), tables, cells)


def check(files: Iterable[ChangedFile], scope: ScanScope, is_whole: bool = True) -> Iterator[Finding]:
    """Yield texts that may identify a person and files that cannot be read; never repeat the text.

    is_whole: the files are the whole repository, so that exceptions which match no file are yielded, too.
    """
    unused = {(entry.files, rule) for entry in scope.register.exceptions for rule in entry.rules}
    for file in files:
        for rule, finding in _findings(file, scope):
            allowed = scope.register.matching(file.path, rule.code)
            unused.difference_update(allowed)
            if not allowed:
                yield finding
    for pattern, code in sorted(unused) if is_whole else ():
        yield STALE.broken(Place(REGISTER), f"No file that fits {pattern} breaks the rule {code}.")


def check_ref_names(refs: Iterable[str]) -> Iterator[Finding]:
    """Yield names of branches and tags that may identify a person, by position; never repeat the name."""
    for number, ref in enumerate(refs, start=1):
        yield from (match.at(Place("name of a branch or tag", number)) for match in find_matches_in_name(ref))


def _findings(file: ChangedFile, scope: ScanScope) -> Iterator[tuple[Rule, Finding]]:
    is_generated = scope.register.is_generated(file.path)
    text = _decode(file.content)
    if not file.is_message:
        yield from ((match.rule, match.at(Place(file.path))) for match in find_matches_in_name(file.path))
        fault = "" if is_generated else _kind_fault(file.path, text, scope)
        if fault:
            yield FILE, FILE.broken(Place(file.path), fault)
    for where, match in () if text is None else _matches(file, text, scope):
        if not (is_generated and match.rule is CODED):
            yield match.rule, match.at(where)


def _kind_fault(path: str, text: str | None, scope: ScanScope) -> str:
    """Explain why a file is of a forbidden kind; empty where it is allowed."""
    suffix = PurePosixPath(path).suffix
    if text is None:
        return "It is not text in UTF-8, so that nobody can look into it."
    if suffix and suffix not in _TEXTS and not PurePosixPath(path).name.startswith("."):
        return "No rule knows files of this kind."
    if suffix == ".csv" and path not in scope.tables:
        return "No resource of the package names this table."
    return ""


def _decode(content: bytes) -> str | None:
    """Return the text of a file; None where it is not text in UTF-8."""
    if b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _matches(file: ChangedFile, text: str, scope: ScanScope) -> Iterator[tuple[Place, Match]]:
    """Yield the matches in a text; markup is searched with and without its tags."""
    path = PurePosixPath(file.path)
    suffix = "" if file.is_message else path.suffix
    if suffix == ".csv":
        yield from _matches_in_table(file.path, text, scope)
        return
    words = _SYNTAX.sub(" ", text) if suffix in _CODE or path.name == "Makefile" else text
    readings = [words]
    if suffix in _MARKUP and "<" in words:
        readings.append(_TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), words))
    for match in dict.fromkeys(match for reading in readings for match in find_matches(reading)):
        yield Place(file.path, match.line), match


def _matches_in_table(path: str, text: str, scope: ScanScope) -> Iterator[tuple[Place, Match]]:
    """Yield the matches in a table, cell by cell; a malformed table is searched as plain text."""
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        yield from ((Place(path, match.line), match) for match in find_matches(text))
        return
    header = lines[0] if lines else []
    fields = {n: name for n, name in enumerate(header) if header.count(name) == 1}
    rows = [{fields.get(n, f"column {n + 1}"): cell for n, cell in enumerate(line)} for line in lines]
    resource = scope.tables.get(path)
    for number, name, match in find_matches_in_rows(rows):
        cell = resource and (resource.name, resource.key_of(rows[number]), name, match.rule.code)
        if cell not in scope.cells:
            yield Place(path, number + 1, name), match
