"""Mends faults in what the theme writes, and fails where a fault is no longer there to be mended."""

from dataclasses import dataclass, field


class ThemeChangedError(Exception):
    """The theme no longer writes what we mend."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault

    def __str__(self) -> str:
        """Give place, fault and remedy."""
        return f"theme – nothing was found to mend at {self.fault} – look at the new theme and drop or renew the mend."


@dataclass
class Mends:
    """The mends of one language's pages: how often each found its fault."""

    found: dict[str, int] = field(default_factory=dict)

    def mend(self, html: str, fault: str, remedy: str, name: str = "") -> str:
        """Replace a fault by its remedy; `name` joins the mends of which one must find something."""
        key = name or fault
        self.found[key] = self.found.get(key, 0) + html.count(fault)
        return html.replace(fault, remedy)

    def check(self) -> None:
        """Raise ThemeChangedError for a mend that found nothing on any page."""
        for fault, count in self.found.items():
            if not count:
                raise ThemeChangedError(fault)


def mend(text: str, fault: str, remedy: str) -> str:
    """Replace a fault by its remedy. Raises ThemeChangedError where it is not there."""
    mends = Mends()
    mended = mends.mend(text, fault, remedy)
    mends.check()
    return mended
