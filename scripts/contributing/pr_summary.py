"""Shows in Markdown what a proposal does: figures, charts and pages that change, whom it could expose, what is missing.

It is printed where everybody sees it, also for proposals that are refused. Cells are therefore shown only where no
check that protects people has found anything; what they hold is text, never Markdown, a link or a picture.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from scripts.checks import PROTECTIVE_CODES
from scripts.contributing.release_diff import LEGEND, ReleaseDiff, sections
from scripts.findings import Finding, as_text, is_clear
from scripts.reading.release.diff import Change
from scripts.reading.release.release import Release

MOST = 200
_TABLED = "Figures changed"
_ENTRIES = "Entries"
_SIGNS = re.compile(r"[\\`*_{}\[\]<>|#!~&@:]")


def summary_markdown(comparison: ReleaseDiff, release: Release, findings: list[Finding], site: str) -> str:
    """The effect of a proposal, with the verdict of every check; `site` is where the checks are explained."""
    is_safe = not PROTECTIVE_CODES & {finding.code for finding in findings}
    parts = [f"# Effect: release {comparison.after} against {comparison.before}", *_verdict(release, findings, site)]
    for title, lines in list(sections(comparison))[1:]:
        if title.startswith(_ENTRIES) or not (is_safe or _tells_no_cell(title)):
            continue
        table = _figures(comparison, release) if title == _TABLED else (f"- {_plain(line)}" for line in lines)
        parts += ["", f"## {title}", "", *_bounded(table, len(lines))]
    return "\n".join((*parts, "", *_missing(comparison, is_safe)))


def unreadable_summary(findings: list[Finding], site: str) -> str:
    """What is said of a proposal whose tables cannot be read."""
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


def _figures(comparison: ReleaseDiff, release: Release) -> Iterator[str]:
    """A table of the figures that change: what each was, what it is now, and why."""
    told = {revision.key: revision for revision in release.revisions if revision.release == release.package.version}
    yield from (
        "| table | figure | field | was | now | class | reason |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    )
    for change in comparison.changes.figures.changed:
        entry = told.get(change.key)
        why = (entry.kind, entry.reason) if entry else ("missing", "missing")
        yield _row((*change.key, *_cells(change, comparison), *why))


def _cells(change: Change, comparison: ReleaseDiff) -> tuple[str, str]:
    if change.row in comparison.withheld:
        return "withheld", "withheld"
    return change.was or "(empty)", change.now or "(empty)"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_plain, cells))} |"


def _tells_no_cell(title: str) -> bool:
    """Whether a section names figures, charts or pages alone."""
    return "changed" not in title


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


def _bounded(lines: Iterable[str], count: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number < MOST:
            yield line
    if count > MOST:
        yield f"\nand {count - MOST} more; `make compare` shows all."


def _code(findings: list[Finding], site: str) -> Iterator[str]:
    """Findings as a block that Markdown leaves alone."""
    return (f"    {line}" for line in as_text(findings, site).splitlines())


def _plain(text: str) -> str:
    """A text as it is: no sign in it has a meaning in Markdown, and no account is called."""
    return _SIGNS.sub(lambda match: f"&#{ord(match[0])};", text)
