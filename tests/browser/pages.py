"""What the tests of the built site visit: the languages that there are, and one page of each type in each of them."""

from pathlib import Path

TYPES = (
    "index.html",
    "topics/index.html",
    "topics/prosecutions.html",
    "topics/compare.html",
    "topics/entitlements.html",
    "data/index.html",
    "data/absences.html",
    "data/statements.html",
    "data/originators.html",
    "data/codes.html",
    "data/conflicts.html",
    "data/releases.html",
    "data/correct-absences.html",
    "research/index.html",
    "research/loading.html",
    "research/examples.html",
    "research/standards.html",
    "method/index.html",
    "method/checks.html",
    "method/disclosure.html",
    "method/marks.html",
    "corrections/index.html",
    "corrections/safely.html",
    "corrections/decisions.html",
    "about/index.html",
)


def languages(site: Path) -> tuple[str, ...]:
    """The folders that hold the site in one language each."""
    return tuple(sorted(page.parts[-3] for page in site.glob("*/topics/index.html")))


def pages_of_each_type(site: Path) -> tuple[str, ...]:
    """One page of each type in each language, those at the top of a language, and those that belong to none."""
    own = [f"{language}/{path}" for language in languages(site) for path in TYPES]
    top = [page.relative_to(site).as_posix() for page in (*site.glob("*/*.html"), *site.glob("*.html"))]
    return tuple(dict.fromkeys((*own, *sorted(top))))
