"""Does anything that a proposal carries point to a person: a file of whatever kind, its name, or a message?

A proposal is public at once and for ever, also where it is refused; so this runs before a commit, before a push, and
over everything that git tracks. What no rule can look into is refused, not passed over.
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
# What code means by other signs than words: decorators, rules of style, the escapes of regular expressions.
_NOT_WORDS = re.compile(r"^[ \t]*@|\\[bBdDnsStwW]", re.MULTILINE)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class ScanScope:
    """What may break a rule: files, by the repository's register, and cells, by the package's policy."""

    admitted: ScanExceptions
    tables: Mapping[str, Resource]
    cells: frozenset[tuple[str, str, str, str]]


def read_scan_scope(root: Path, package: Path) -> ScanScope:
    """Read the registers of a repository and of the package in it. Raises NotReadableError."""
    resources = read_package(package).resources.values()
    tables = {Path(os.path.relpath(resource.file, root)).as_posix(): resource for resource in resources}
    cells = frozenset(entry.cell for entry in read_policy(package).exceptions)
    return ScanScope(read_scan_exceptions(root), tables, cells)


def check(carried: Iterable[ChangedFile], registers: ScanScope, is_whole: bool = True) -> Iterator[Finding]:
    """Yield what may point to a person or cannot be looked into, with file, row, field and rule; never the text.

    Where the things carried are the whole repository, also yield exceptions of its register that fit nothing.
    """
    unused = {(entry.files, rule) for entry in registers.admitted.exceptions for rule in entry.rules}
    for thing in carried:
        for rule, finding in _findings(thing, registers):
            fitting = registers.admitted.fitting(thing.path, rule.code)
            unused.difference_update(fitting)
            if not fitting:
                yield finding
    for files, code in sorted(unused) if is_whole else ():
        yield STALE.broken(Place(REGISTER), f"No file that fits {files} breaks the rule {code}.")


def check_ref_names(refs: Iterable[str]) -> Iterator[Finding]:
    """Yield names of branches and tags that may point to a person, by their order; never the name."""
    for number, ref in enumerate(refs, start=1):
        yield from (sign.at(Place("name of a branch or tag", number)) for sign in find_matches_in_name(ref))


def _findings(thing: ChangedFile, registers: ScanScope) -> Iterator[tuple[Rule, Finding]]:
    is_written = registers.admitted.is_written(thing.path)
    text = _text(thing.content)
    if not thing.is_message:
        yield from ((sign.rule, sign.at(Place(thing.path))) for sign in find_matches_in_name(thing.path))
        fault = "" if is_written else _fault(thing.path, text, registers)
        if fault:
            yield FILE, FILE.broken(Place(thing.path), fault)
    for where, sign in () if text is None else _signs(thing, text, registers):
        if not (is_written and sign.rule is CODED):
            yield sign.rule, sign.at(where)


def _fault(path: str, text: str | None, registers: ScanScope) -> str:
    """What is wrong with the kind of a file that no command writes."""
    suffix = PurePosixPath(path).suffix
    if text is None:
        return "It is not text in UTF-8, so that nobody can look into it."
    if suffix and suffix not in _TEXTS and not PurePosixPath(path).name.startswith("."):
        return "No rule knows files of this kind."
    if suffix == ".csv" and path not in registers.tables:
        return "No resource of the package names this table."
    return ""


def _text(content: bytes) -> str | None:
    if b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _signs(thing: ChangedFile, text: str, registers: ScanScope) -> Iterator[tuple[Place, Match]]:
    suffix = "" if thing.is_message else PurePosixPath(thing.path).suffix
    if suffix == ".csv":
        yield from _signs_in_table(thing.path, text, registers)
        return
    shown = _NOT_WORDS.sub(" ", text) if suffix in _CODE or PurePosixPath(thing.path).name == "Makefile" else text
    bare = (_TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), shown),) if suffix in _MARKUP and "<" in shown else ()
    for sign in dict.fromkeys(sign for reading in (shown, *bare) for sign in find_matches(reading)):
        yield Place(thing.path, sign.line), sign


def _signs_in_table(path: str, text: str, registers: ScanScope) -> Iterator[tuple[Place, Match]]:
    """Signs in a table, cell by cell; a table that cannot be read as one is searched as it stands."""
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        yield from ((Place(path, sign.line), sign) for sign in find_matches(text))
        return
    header = lines[0] if lines else []
    fields = {n: name for n, name in enumerate(header) if header.count(name) == 1}
    rows = [{fields.get(n, f"column {n + 1}"): cell for n, cell in enumerate(line)} for line in lines]
    for row, name, sign in find_matches_in_rows(rows):
        resource = registers.tables.get(path)
        cell = resource and (resource.name, resource.key_of(rows[row]), name, sign.rule.code)
        if cell not in registers.cells:
            yield Place(path, row + 1, name), sign
