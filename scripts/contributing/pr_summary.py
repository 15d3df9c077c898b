"""Summarises a proposal in Markdown: figures, charts and pages that change, whom it could expose, what is missing.

Everybody sees the summary, also of a proposal that is refused. Cells are therefore shown only where no check that
protects people has found anything; and a cell is shown as text, never as Markdown, a link or a picture.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from scripts.checks import PROTECTIVE_CODES
from scripts.contributing.release_diff import LEGEND, ReleaseDiff, Section, SectionKind, sections
from scripts.findings import Finding, as_text, is_clear
from scripts.reading.release.diff import Change
from scripts.reading.release.release import Release

MOST = 200
_TABLE_HEAD = (
    "| table | figure | field | was | now | class | reason |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#!~&@:]")


def summary_markdown(comparison: ReleaseDiff, release: Release, findings: list[Finding], site: str) -> str:
    """Summarise a proposal with the verdict of every check; `site` is the address at which the checks are explained."""
    is_safe = not PROTECTIVE_CODES & {finding.code for finding in findings}
    rows = _figure_rows(comparison, release)
    parts = (
        f"# Effect: release {comparison.after} against {comparison.before}",
        *_verdict(release, findings, site),
        *sections_markdown(sections(comparison), rows, is_safe),
        "",
        *_missing(comparison, is_safe),
    )
    return "\n".join(parts)


def sections_markdown(parts: Iterable[Section], figure_rows: Iterable[str], is_safe: bool) -> Iterator[str]:
    """Render sections line by line, leaving out those that reveal cells unless it is safe to show cells.

    figure_rows: the rows of the table of changed figures, in Markdown.
    """
    for part in parts:
        if part.kind is SectionKind.ENTRIES or (part.reveals_cells and not is_safe):
            continue
        yield from ("", f"## {part.title}", "")
        if part.kind is SectionKind.FIGURE_TABLE:
            yield from (*_TABLE_HEAD, *_first_lines(figure_rows, len(part.lines)))
        else:
            yield from _first_lines((f"- {_plain(line)}" for line in part.lines), len(part.lines))


def unreadable_summary(findings: list[Finding], site: str) -> str:
    """Summarise a proposal whose tables cannot be read."""
    return "\n".join(
        ("# Effect", "", "It cannot be told yet, because the package cannot be read:", "", *_code(findings, site))
    )


def _verdict(release: Release, findings: list[Finding], site: str) -> Iterator[str]:
    withheld = sum(figure.is_suppressed for figure in release.figures)
    protecting = sum(finding.code in PROTECTIVE_CODES for finding in findings)
    yield ""
    if protecting:
        yield f"**Disclosure: {protecting} found.** Somebody could be found in it, so that no cell is shown here."
    else:
        width = release.policy.width
        yield f"**Disclosure: nothing found.** {withheld} figures are withheld; whoever computes from all others"
        yield f"is left with a range of at least {width} for each. No text has the form of a person’s name or number."
    passed = "nothing found" if not findings else "passed, with warnings" if is_clear(findings) else "not passed"
    yield from ("", f"**All checks: {passed}.**")
    if findings:
        yield from ("", *_code(findings, site))


def _figure_rows(comparison: ReleaseDiff, release: Release) -> Iterator[str]:
    """The changed figures, a row of a table each: what it was, what it is now, and why."""
    entries = {revision.key: revision for revision in release.revisions if revision.release == release.package.version}
    for change in comparison.changes.figures.changed:
        entry = entries.get(change.key)
        why = (entry.kind, entry.reason) if entry else ("missing", "missing")
        yield _row((*change.key, *_cells(change, comparison), *why))


def _cells(change: Change, comparison: ReleaseDiff) -> tuple[str, str]:
    if change.row in comparison.withheld:
        return "withheld", "withheld"
    return change.was or "(empty)", change.now or "(empty)"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_plain, cells))} |"


def _missing(comparison: ReleaseDiff, is_safe: bool) -> Iterator[str]:
    yield from ("## Still missing", "")
    if not comparison.entries:
        yield "Every change has its entry in `datapackage/revisions.csv`."
    elif not is_safe:
        yield "Mend what the checks found; then the entries for `datapackage/revisions.csv` are printed here."
    else:
        yield "Paste this at the end of `datapackage/revisions.csv`, in the branch of this proposal, with your words"
        yield f"for each question mark: {LEGEND}."
        yield from ("", *(f"    {line}" for line in comparison.entries))


def _first_lines(lines: Iterable[str], count: int) -> Iterator[str]:
    """The first lines of a list of this length, and how many more there are."""
    yield from islice(lines, MOST)
    if count > MOST:
        yield f"\nand {count - MOST} more; `make compare` shows all."


def _code(findings: list[Finding], site: str) -> Iterator[str]:
    """Findings as an indented block, which Markdown shows as it is."""
    return (f"    {line}" for line in as_text(findings, site).splitlines())


def _plain(text: str) -> str:
    """Escape a text, so that no character of it is markup and no account is mentioned."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)
