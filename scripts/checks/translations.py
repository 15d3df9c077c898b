"""Checks that every language has each label, text and page, with the numbers of the original."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from markdown.extensions.toc import slugify

from scripts.findings import Finding, Place, Rule, Severity
from scripts.reading.declarations.catalogs import ORIGINAL, Catalog, page_digest
from scripts.reading.declarations.catalogs import RULES as READING
from scripts.reading.declarations.labels import Labels, flattened
from scripts.reading.declarations.markdown import Page
from scripts.reading.release.localise import Translate, localise
from scripts.reading.release.release import Release

QUESTION = "Does every language say all of it, and say the same: each label, text and page, with the same numbers?"

LABEL = Rule(
    "label-untranslated",
    "A language has no word for something that readers see; they see it in English.",
    "Add the word to labels/<language>.yaml.",
    Severity.WARNING,
)
TEXT = Rule(
    "text-untranslated",
    "A text of the package has no translation, or has changed since; readers see it in English.",
    "A proposal need not. Whoever translates runs `make translations` and fills in what is empty in "
    "translations/<language>.po.",
    Severity.WARNING,
)
PAGE = Rule(
    "page-untranslated",
    "A page has no translation; readers see it in English, with a note.",
    "Write the page under docs/<language>/, or say `translate: false` in the head of the English one.",
    Severity.WARNING,
)
OUTDATED = Rule(
    "page-outdated",
    "A page has changed since it was translated; readers see the old translation, with a note.",
    "A proposal need not. Whoever translates changes the translation too, then enters it with "
    "`make translations PAGE=<the translated page>`.",
    Severity.WARNING,
)
DIFFERS = Rule(
    "translation-differs",
    "A translation has other numbers, bindings or placeholders than its original.",
    "Take over each number, [[binding]] and {placeholder} as it stands in the original.",
)
PAGE_DIFFERS = Rule(
    "page-differs",
    "A translated page binds other figures, has other parts or headings, or leads elsewhere than its original.",
    "Take over each [[binding]], link and heading; give a heading the original’s name: {#name}.",
)

RULES = (*READING, LABEL, TEXT, PAGE, OUTDATED, DIFFERS, PAGE_DIFFERS)

_NAMED = 10
_BOUND = re.compile(r"\[\[[^\]\n]*\]\]|\{[a-z_]*\}")
_GROUPED = re.compile(r"(?<=\d)[ ,.\u00a0\u202f](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+")
_TARGET = re.compile(r"\]\(([^)\s]+)\)|\b(?:href|src)=\"([^\"]+)\"")
_HEADING = re.compile(r"^(#{1,6}) (.*?)(?:\s*\{[^}]*#([\w-]+)[^}]*\})?\s*$")
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[`*]")


def check(release: Release, rules: Sequence[tuple[str, str]] = ()) -> Iterator[Finding]:
    """Yield what another language lacks, and where it says something else; `rules` are the texts of the checks."""
    texts = [*collect_texts(release), *rules]
    for language, catalogue in release.declarations.catalogs.items():
        yield from _labels(release.labels[language], release)
        yield from _texts(catalogue, texts)
        yield from _pages(language, release)


def collect_texts(release: Release) -> list[tuple[str, str]]:
    """List every text of the package that is to be translated, with its kind, each once, in reading order."""
    return collect_walk(lambda translate: localise(release, translate))


def collect_walk(walk: Callable[[Translate], object]) -> list[tuple[str, str]]:
    """List every text that a walk passes to its translation, with its kind, each once."""
    found: dict[tuple[str, str], None] = {}

    def keep(kind: str, text: str) -> str:
        found.setdefault((kind, text))
        return text

    walk(keep)
    return list(found)


def _labels(labels: Labels, release: Release) -> Iterator[Finding]:
    file = (release.package.root / "labels" / f"{labels.language}.yaml").as_posix()
    own, original = flattened(labels), flattened(release.labels[ORIGINAL])
    lacking = [key for key in original if key not in own]
    if lacking:
        first = ", ".join(lacking[:_NAMED])
        yield LABEL.broken(Place(file), f"Words that are missing: {len(lacking)}, the first of them for {first}.")
    for key in original.keys() & own.keys():
        if any(_bound(form) != _bound(original[key]) for form in own[key].split("|")):
            yield DIFFERS.broken(Place(file, field=key), "Its placeholders are not those of the English one.")


def _bound(text: str) -> Counter[str]:
    return Counter(_BOUND.findall(text))


def _texts(catalogue: Catalog, texts: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    lacking = Counter(kind for kind, text in texts if (kind, text) not in catalogue.texts)
    for kind, count in lacking.items():
        yield TEXT.broken(Place(catalogue.file, field=kind), f"Texts without a translation: {count}.")
    for kind, text in texts:
        translated = catalogue.texts.get((kind, text))
        if translated is not None and _numbers(translated) != _numbers(text):
            where = Place(catalogue.file, catalogue.rows[kind, text], kind)
            yield DIFFERS.broken(where, "Its numbers, bindings or placeholders are not those of the original.")


def _numbers(text: str) -> Counter[str]:
    """The bindings, placeholders and digits of a text, however a language groups them."""
    rest = _BOUND.sub(" ", text)
    return _bound(text) + Counter(_DIGITS.findall(_GROUPED.sub("", rest)))


def _pages(language: str, release: Release) -> Iterator[Finding]:
    pages = {page.path: page for page in release.pages.markdown}
    for path, original in pages.items():
        folder, _, name = path.partition("/")
        if folder != ORIGINAL or original.is_english_only:
            continue
        translated = pages.get(f"{language}/{name}")
        if translated is None:
            file = original.file.replace(f"/{path}", f"/{language}/{name}")
            yield PAGE.broken(Place(file), "The page does not exist.")
        elif release.pages.translated.get(language, {}).get(name) != page_digest(original):
            yield OUTDATED.broken(Place(translated.file), "The English page has changed since.")
        else:
            yield from _differing(translated, original)


def _differing(page: Page, original: Page) -> Iterator[Finding]:
    parts = (("bindings and slots", _bindings), ("links", _targets), ("headings", _anchors))
    for name, found in parts:
        if found(page) != found(original):
            yield PAGE_DIFFERS.broken(Place(page.file), f"Its {name} are not those of the English page.")


def _bindings(page: Page) -> Counter[str]:
    return Counter(bound for line in page.lines for bound in re.findall(r"\[\[[^\]\n]*\]\]", line))


def _targets(page: Page) -> Counter[str]:
    return Counter(target for line in page.lines for match in _TARGET.findall(line) for target in match if target)


def _anchors(page: Page) -> list[tuple[int, str]]:
    """The level and name of each heading, the name as it was given or as Markdown makes it from the words."""
    found = (_HEADING.match(line) for line in page.lines)
    return [(len(m[1]), m[3] or slugify(_MARKUP.sub(r"\1", m[2]), "-")) for m in found if m]
