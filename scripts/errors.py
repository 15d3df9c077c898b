"""The exceptions that several rooms raise; each message is a sentence: where – what – what to do.

Exception
├── NotReadableError   a package, declaration or archive cannot be read
├── NotClearedError    a package has errors, so that nothing of it may be shown
└── RefusedError       a command must not do its task
"""

from collections.abc import Sequence

from scripts.findings import Finding


class NotReadableError(Exception):
    """A package, declaration or archive cannot be read; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.where} – {finding.message} – {finding.remedy}")
        self.finding = finding


class NotClearedError(Exception):
    """A package has errors; carries all findings."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"The package has {len(findings)} findings – nothing is published – run `make check`.")
        self.findings = list(findings)


class RefusedError(Exception):
    """A command refuses its task; the message says why and what to do, never the content of a cell or an answer."""
