"""A finding states where something is wrong, what it is and what to do; it never contains the content of a cell.

The one exception is a suggestion, "Did you mean …?", which names what is known already; see
`disclosure.personal_data.suggestions`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

EXPLAINED = "en/method/checks.html#{}"
"""Where the site explains a code, from the site's own root, which is put before it where it is known."""

NEXT = "Next: mend what is listed first, as one fault often causes others; then run the same command again."


class Severity(StrEnum):
    """How much a finding weighs: an error keeps the package from being published, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Place:
    """Where something is: a file, and where known the row (its line in the file) and the field."""

    file: str
    row: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        """Name the place in words: `data/deaths.csv, row 3, field value`."""
        row = f", row {self.row}" if self.row else ""
        field = f", field {self.field}" if self.field else ""
        return f"{self.file}{row}{field}"


@dataclass(frozen=True)
class Finding:
    """One fault, with the code of the rule that it breaks."""

    code: str
    severity: Severity
    where: Place
    message: str
    remedy: str


@dataclass(frozen=True)
class Rule:
    """A rule that the package must keep; its code is also its anchor on the page "What we check"."""

    code: str
    title: str
    remedy: str
    severity: Severity = Severity.ERROR

    def broken(self, where: Place, message: str) -> Finding:
        """Report that the rule is broken at a place."""
        return Finding(self.code, self.severity, where, message, self.remedy)


MORE = Rule(
    "more-of-the-same",
    "A file breaks one rule so often that only the first findings are listed.",
    "Mend the ones that are listed, then check again.",
)


def bounded(findings: Iterable[Finding], most: int = 100) -> Iterator[Finding]:
    """Pass at most `most` findings of one code in one file, then one that counts the others."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.where.file, finding.code)
        seen[key] += 1
        if seen[key] <= most:
            yield finding
    for (file, code), count in seen.items():
        if count > most:
            yield MORE.broken(Place(file), f"{count - most} more findings of the kind {code} are not listed.")


def is_clear(findings: Iterable[Finding]) -> bool:
    """Whether nothing among the findings forbids publication."""
    return all(finding.severity is not Severity.ERROR for finding in findings)


def as_text(findings: list[Finding], site: str = "", most: int = 10) -> str:
    """Findings for a terminal: by file, the first ten of a kind, how many more there are, and what to do next.

    site: the address of the site, with a slash at its end; empty where it is not known.
    """
    if not findings:
        return "Nothing found."
    lines = []
    for file in dict.fromkeys(finding.where.file for finding in findings):
        here = [finding for finding in findings if finding.where.file == file]
        lines.append(file)
        for code in dict.fromkeys(finding.code for finding in here):
            lines += _kind([finding for finding in here if finding.code == code], site, most)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return "\n".join((*lines, "", f"{len(findings)} found, {errors} of them errors. {NEXT}"))


def _kind(findings: list[Finding], site: str, most: int) -> Iterator[str]:
    """Findings of one kind in one file."""
    for finding in findings[:most]:
        spot = str(finding.where).removeprefix(finding.where.file).lstrip(", ") or "the file"
        yield f"  {finding.severity} {finding.code} – {spot}"
        yield f"    {finding.message}"
    if len(findings) > most:
        yield f"  and {len(findings) - most} more"
    yield f"    → {findings[0].remedy} See {site}{EXPLAINED.format(findings[0].code)}"


def as_json(findings: list[Finding], site: str = "") -> str:
    """Findings for machines: a list of objects with code, severity, where, message and remedy."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


def as_github(findings: list[Finding], site: str = "") -> str:
    """Findings as annotations of GitHub Actions, one a line (docs.github.com, "Workflow commands")."""
    return "\n".join(_annotation(finding, site) for finding in findings)


def _annotation(finding: Finding, site: str) -> str:
    line = f",line={finding.where.row}" if finding.where.row else ""
    message = f"{finding.where}: {finding.message} {finding.remedy} See {site}{EXPLAINED.format(finding.code)}"
    escaped = message.replace("%", "%25").replace("\n", "%0A")
    return f"::{finding.severity} file={finding.where.file}{line},title={finding.code}::{escaped}"
