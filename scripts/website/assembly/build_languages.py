"""Builds the pages of each language with MkDocs, several languages at once in processes of their own."""

import logging
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

from scripts.reading.declarations.catalogs import ORIGINAL
from scripts.website.assembly.slots import EmptySlotError
from scripts.website.assembly.theme_mends import ThemeChangedError
from scripts.website.text.figure_references import UnknownFigureError

_EXPLAINED = (Abort, BuildError, EmptySlotError, ThemeChangedError, UnknownFigureError)


class LanguageNotBuiltError(Exception):
    """MkDocs could not build a language, or warned of something."""


@dataclass(frozen=True)
class BuildTask:
    """A language to build: MkDocs' configuration, where its pages go, and where the computed parts are."""

    configuration: Path
    site: Path
    build: Path


def tasks_of(root: Path, site: Path, build: Path, languages: Sequence[str] = ()) -> dict[str, BuildTask]:
    """List what to build by language: all languages that have a configuration, or those that are named."""
    files = {ORIGINAL: root / "mkdocs.yml"} | {
        file.name.split(".")[1]: file for file in sorted(root.glob("mkdocs.*.yml"))
    }
    return {
        language: BuildTask(file, (site / language).resolve(), build.resolve())
        for language, file in files.items()
        if not languages or language in languages
    }


def build_languages(tasks: Sequence[BuildTask]) -> None:
    """Build languages, each in a process. Raises LanguageNotBuiltError with what the first of them says."""
    if len(tasks) == 1:
        build_or_explain(tasks[0])
        return
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:
        list(pool.map(build_or_explain, tasks))


def build_or_explain(task: BuildTask) -> None:
    """Build a language. Raises LanguageNotBuiltError, which can be sent from one process to another."""
    try:
        build_language(task)
    except _EXPLAINED as error:
        raise LanguageNotBuiltError(f"{task.configuration.name} – {error}") from error


def build_language(task: BuildTask) -> None:
    """Build a language in this process; a warning is a failure. Raises what a hook raises, or MkDocs' Abort."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        config = load_config(str(task.configuration), site_dir=str(task.site), strict=True)
        config.extra["build"] = str(task.build)
        mkdocs_build.build(config)
    finally:
        logger.removeHandler(handler)
