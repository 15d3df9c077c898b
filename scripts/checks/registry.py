"""Runs every check and clears the release that passes them all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import NewType

from scripts.checks import (
    archives,
    charts_and_labels,
    commit_metadata,
    conformance,
    disclosure,
    figures,
    margins,
    nested_counts,
    numbers_in_prose,
    personal_data,
    provenance,
    relations,
    revisions,
    standard,
    structure,
    tabulated,
    translations,
)
from scripts.errors import NotClearedError, NotReadableError
from scripts.findings import Finding, Place, Rule, bounded, is_clear
from scripts.reading.package.descriptor import UNREADABLE, Package, read_package
from scripts.reading.release.archives import REGISTERS, read_archives
from scripts.reading.release.localise import Translate, localise
from scripts.reading.release.release import Release, read_release

Cleared = NewType("Cleared", Release)
"""A release that passed every check; only `clear` creates one, and nothing else may be drawn, shown or published."""


@dataclass(frozen=True)
class CheckSection:
    """A section of the page "What we check": a question and the rules that answer it."""

    name: str
    question: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Check(CheckSection):
    """A section with the function that checks a release."""

    run: Callable[[Release], Iterator[Finding]]


def _check_structure(release: Release) -> Iterator[Finding]:
    return structure.check(release.package)


def _check_translations(release: Release) -> Iterator[Finding]:
    return translations.check(release, translations.collect_walk(translate_checks))


_CHECKS: tuple[tuple[str, ModuleType, Callable[[Release], Iterator[Finding]]], ...] = (
    ("structure", structure, _check_structure),
    ("provenance", provenance, provenance.check),
    ("figures", figures, figures.check),
    ("margins", margins, margins.check),
    ("nested", nested_counts, nested_counts.check),
    ("withheld", disclosure, disclosure.check),
    ("tabulated", tabulated, tabulated.check),
    ("personal", personal_data, personal_data.check),
    ("relations", relations, relations.check),
    ("releases", archives, archives.check),
    ("revisions", revisions, revisions.check),
    ("presentation", charts_and_labels, charts_and_labels.check),
    ("prose", numbers_in_prose, numbers_in_prose.check),
    ("standards", conformance, conformance.check),
    ("translations", translations, _check_translations),
)
"""Each check by its name on the page "What we check", in the order of that page."""

CHECKS = tuple(Check(name, module.QUESTION, module.RULES, run) for name, module, run in _CHECKS)

OTHER_SECTIONS = (
    CheckSection("identity", commit_metadata.QUESTION, commit_metadata.RULES),
    CheckSection("sealed", "Does a proposal leave alone what was sealed?", (archives.ALTERED,)),
    CheckSection("downloaded", "Is a downloaded package whole, and as it was published?", archives.DOWNLOADED),
)
"""Rules for proposals and downloads, which no release can break; the page "What we check" explains them, too."""

PROTECTIVE_CODES = frozenset(
    rule.code for check in CHECKS if check.name in ("withheld", "tabulated", "personal") for rule in check.rules
)
"""Codes of findings that mean a person could be identified; while one is open, no changed cell is printed."""


@dataclass(frozen=True)
class Folders:
    """The folders of a package, its pages, its sealed releases and its tests; all but the package may be missing."""

    package: Path
    docs: Path | None = None
    sealed: Path | None = None
    tests: Path | None = None


def examine(
    root: Path, docs: Path | None = None, sealed: Path | None = None, tests: Path | None = None
) -> list[Finding]:
    """List all findings about a package, its pages and its sealed releases; an unreadable package gives one."""
    return _examine(Folders(root, docs, sealed, tests), in_background=False)[1]


def examine_folders(folders: Folders) -> list[Finding]:
    """List the same findings as `examine`, with frictionless in a second process."""
    return _examine(folders, in_background=True)[1]


def clear(root: Path, docs: Path | None = None, sealed: Path | None = None, tests: Path | None = None) -> Cleared:
    """Read the package and clear it for publication. Raises NotClearedError where any check finds an error."""
    return _clear_or_raise(*_examine(Folders(root, docs, sealed, tests), in_background=False))


def clear_folders(folders: Folders) -> Cleared:
    """Clear a package as `clear` does, with frictionless in a second process."""
    return _clear_or_raise(*_examine(folders, in_background=True))


def translatable_texts(release: Release) -> list[tuple[str, str]]:
    """List every text that is to be translated, with its kind: those of the package and those of the checks."""
    return [*translations.collect_texts(release), *translations.collect_walk(translate_checks)]


def release_in_language(release: Cleared, language: str) -> Cleared:
    """Localise a cleared release; translating a text changes nothing that was cleared."""
    if language not in release.declarations.catalogs:
        return release
    return Cleared(localise(release, release.declarations.catalogs[language].translate))


def translate_checks(translate: Translate) -> tuple[CheckSection, ...]:
    """Translate the question of each section and the titles and remedies of its rules."""
    sections: tuple[CheckSection, ...] = (*CHECKS, *OTHER_SECTIONS)
    return tuple(_translate_section(section, translate) for section in sections)


def _translate_section(section: CheckSection, translate: Translate) -> CheckSection:
    question = translate("checks.question", section.question)
    return replace(section, question=question, rules=_translate_rules(section, translate))


def _translate_rules(section: CheckSection, translate: Translate) -> tuple[Rule, ...]:
    return tuple(
        replace(rule, title=translate("checks.title", rule.title), remedy=translate("checks.remedy", rule.remedy))
        for rule in section.rules
    )


def read_sound(root: Path, docs: Path | None = None, sealed: Path | None = None) -> Release:
    """Read a release without clearing it, for inspection only. Raises NotClearedError where its structure is faulty."""
    try:
        package, findings = _read_and_check_structure(root)
        if not is_clear(findings):
            raise NotClearedError(findings)
        return _read(package, Folders(root, docs, sealed))
    except NotReadableError as error:
        raise NotClearedError([error.finding]) from None


def _examine(folders: Folders, in_background: bool) -> tuple[Release | None, list[Finding]]:
    try:
        package, findings = _read_and_check_structure(folders.package)
        if not is_clear(findings):
            return None, findings
        with standard.opinion(package, in_background) as opinion:
            release = _read(package, folders)
            rest = list(bounded(finding for check in CHECKS[1:] for finding in check.run(release)))
            return release, [*findings, *bounded(opinion()), *rest]
    except NotReadableError as error:
        return None, [error.finding]


def _clear_or_raise(release: Release | None, findings: list[Finding]) -> Cleared:
    if release is None or not is_clear(findings):
        raise NotClearedError(findings)
    return Cleared(release)


def _read_and_check_structure(root: Path) -> tuple[Package, list[Finding]]:
    package = read_package(root)
    return package, list(bounded(structure.check(package)))


def _read(package: Package, folders: Folders) -> Release:
    missing = [name for name in REGISTERS if name not in package.resources]
    if missing:
        message = f"It lacks the register {', '.join(missing)}."
        raise NotReadableError(UNREADABLE.broken(Place(package.file), message))
    return read_release(package, folders.docs, read_archives(folders.sealed), folders.tests)
