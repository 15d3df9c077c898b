"""Checks that numbers in prose are figures or derived from figures, apart from dates, laws and small numbers."""

import re
from collections.abc import Iterator

from scripts.disclosure.personal_data.suggestions import suggestion
from scripts.findings import Finding, Place, Rule, Severity
from scripts.reading.declarations.markdown import BINDING, Page
from scripts.reading.package.expressions import NotComputableError, evaluate, is_expression
from scripts.reading.package.figures import Figure
from scripts.reading.release.release import Release

QUESTION = "Is every number in prose a figure, derived from figures, a date, a law's number, or a small one in words?"

LOOSE = Rule(
    "number-loose",
    "A number is typed by hand on a page or in a chart’s words; it would go stale and has no source.",
    "Bind it: [[figure-id]] or [[figure / figure as share]]; or write a small number in words.",
)
UNBOUND = Rule(
    "binding-unknown",
    "A page binds a figure that does not exist, or a derivation that gives no number.",
    "Use an id from the data pages, and the form [[figure / figure as share]] for derivations.",
)

OVERTAKEN = Rule(
    "binding-overtaken",
    "A page or chart names a count that its counter has taken again since, and not the newest one.",
    "Bind the newest, [[newest: indicator]], or name the newer count beside the older one.",
    Severity.WARNING,
)

RULES = (LOOSE, UNBOUND, OVERTAKEN)

_MONTH = "|".join(
    (
        "January|February|March|April|May|June|July|August|September|October|November|December",
        r"январ\w+|феврал\w+|март\w*|апрел\w+|ма[йяею]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+",
        r"січ\w+|лют\w+|берез\w+|квіт\w+|трав\w+|черв\w+|лип\w+|серп\w+|верес\w+|жовт\w+|листопад\w*|груд\w+",
    )
)
_ARTICLE = r"Articles?|[Сс]тат(?:ья|ьи|ье|ью|ей|ьям|ьями|ьях|тя|ті|тю|тею|тей|тям|тями|тях)"
_AND = "and|or|и|или|і|й|та|або"
_ACT = r"Order|Law|No\.|Decree|Resolution|Release|release|BY|Package|Version|[Вв]ыпуск\w*|[Вв]ипуск\w*"
_ALLOWED = re.compile(
    "|".join(
        (
            r"^---$.*?^---$",  # the front matter of a page
            r"```.*?```|`[^`\n]*`",  # code
            r"\]\([^)]*\)|https?://\S+|<[^>]+>|\{[^}\n]*\}",  # addresses, tags and attributes
            rf"\b\d{{1,2}}\s(?:{_MONTH})\b(?:\s\d{{4}})?",  # days
            rf"\b(?:{_MONTH})\s\d{{4}}\b|\b(?:19|20)\d\d\b",  # months and years
            rf"\b(?:{_ARTICLE})\s\d+(?:\.\d+)?(?:(?: \([^)]*\))?(?:, | (?:{_AND}) )\d+(?:\.\d+)?)*",  # articles
            rf"(?:\b(?:{_ACT})|№)\s\d[\w.-]*",  # acts, versions
            r"\b\d+(?:st|nd|rd|th)\b|\b\d+-[а-яїі]{1,3}\b",  # ordinals
            r"^\s*\d+\. |^# \d+\. |\[\d+\. ",  # numbered lists and decisions
        )
    ),
    re.MULTILINE | re.DOTALL,
)
_BRACKETS = re.compile(r"\[\[[^\]\n]*\]\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check(release: Release) -> Iterator[Finding]:
    """Yield the numbers that are not bound to a figure, and the bindings that name no figure."""
    for page in release.pages.markdown:
        for row in _loose_lines("\n".join(page.lines)):
            yield LOOSE.broken(Place(page.file, row), "There is a loose number on this line.")
        yield from _unknown_bindings(page, release)
    yield from _loose_numbers_in_charts(release)
    yield from _overtaken(release)


def _loose_numbers_in_charts(release: Release) -> Iterator[Finding]:
    file = (release.package.root / "charts.yaml").as_posix()
    for chart in release.charts:
        for name in ("title", "subtitle", "description"):
            if any(_loose_lines(getattr(chart, name))):
                yield LOOSE.broken(Place(file, field=f"{chart.chart}.{name}"), "There is a loose number in its words.")


def _loose_lines(text: str) -> Iterator[int]:
    """Yield the line numbers of numbers that must be bound to a figure, counted from 1."""
    bare = _ALLOWED.sub(lambda match: "\n" * match[0].count("\n"), _BRACKETS.sub("", text))
    return (row for row, line in enumerate(bare.split("\n"), start=1) if _NUMBER.search(line))


def _unknown_bindings(page: Page, release: Release) -> Iterator[Finding]:
    for row, binding in page.bindings:
        where = Place(page.file, row)
        if is_expression(binding):
            try:
                evaluate(binding, release.by_id)
            except NotComputableError as error:
                hint = "".join(suggestion(word, release.by_id) for word in _unknown_words(binding, release))
                yield UNBOUND.broken(where, f"A derivation cannot be computed: {error}.{hint}")
        elif not release.figures_in(binding):
            yield UNBOUND.broken(where, f"A binding names no figure.{suggestion(binding, release.by_id)}")


def _unknown_words(expression: str, release: Release) -> Iterator[str]:
    """Yield the words of a derivation that are long enough for an identifier but name no figure."""
    return (word for word in expression.split() if len(word) > 10 and word not in release.by_id)


def _overtaken(release: Release) -> Iterator[Finding]:
    """Yield older counts that stand on a page or in a chart without the newest count of the same series."""
    for page in release.pages.markdown:
        named = [(Place(page.file, row), reference) for row, reference in page.bindings]
        yield from _older_alone(named, (), release)
    file = (release.package.root / "charts.yaml").as_posix()
    for chart in release.charts:
        where = Place(file, field=chart.chart)
        texts = (chart.title, chart.subtitle, chart.description)
        named = [(where, reference) for text in texts for reference in BINDING.findall(text)]
        yield from _older_alone(named, release.figures_of(chart), release)


def _older_alone(named: list[tuple[Place, str]], drawn: tuple[Figure, ...], release: Release) -> Iterator[Finding]:
    places = [(where, figure) for where, reference in named for figure in _figures_in(reference, release)]
    shown = {figure.id for _, figure in places} | {figure.id for figure in drawn}
    for where, figure in places:
        newest = release.newest.vintage_after(figure)
        if newest and newest.id not in shown:
            yield OVERTAKEN.broken(where, f"It names {figure.id}; {newest.id} was counted later.")


def _figures_in(reference: str, release: Release) -> tuple[Figure, ...]:
    """The figures of a reference; none where it cannot be computed, which is a finding of its own."""
    try:
        return release.figures_in(reference)
    except NotComputableError:
        return ()
