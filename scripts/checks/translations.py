"""Checks that every language has all labels, texts and pages, with the numbers of the original."""

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

_MAX_LISTED = 10
_PLACEHOLDER = re.compile(r"\[\[[^\]\n]*\]\]|\{[a-z_]*\}")
_GROUPED = re.compile(r"(?<=\d)[ ,.\u00a0\u202f](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+")
_TARGET = re.compile(r"\]\(([^)\s]+)\)|\b(?:href|src)=\"([^\"]+)\"")
_HEADING = re.compile(r"^(#{1,6}) (.*?)(?:\s*\{[^}]*#([\w-]+)[^}]*\})?\s*$")
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[`*]")


def check(release: Release, rules: Sequence[tuple[str, str]] = ()) -> Iterator[Finding]:
    """Yield missing and differing translations; `rules` are the kinds and texts of the checks."""
    texts = [*collect_texts(release), *rules]
    for language, catalogue in release.declarations.catalogs.items():
        yield from _label_faults(release.labels[language], release)
        yield from _text_faults(catalogue, texts)
        yield from _page_faults(language, release)


def collect_texts(release: Release) -> list[tuple[str, str]]:
    """List every text of the package that is to be translated, with its kind, each once, in reading order."""
    return collect_walk(lambda translate: localise(release, translate))


def collect_walk(walk: Callable[[Translate], object]) -> list[tuple[str, str]]:
    """List the kind and text of each call that a walk makes to its translate function, each once."""
    found: dict[tuple[str, str], None] = {}

    def keep(kind: str, text: str) -> str:
        found.setdefault((kind, text))
        return text

    walk(keep)
    return list(found)


def _label_faults(labels: Labels, release: Release) -> Iterator[Finding]:
    file = (release.package.root / "labels" / f"{labels.language}.yaml").as_posix()
    translated, original = flattened(labels), flattened(release.labels[ORIGINAL])
    missing = [key for key in original if key not in translated]
    if missing:
        first = ", ".join(missing[:_MAX_LISTED])
        yield LABEL.broken(Place(file), f"Words that are missing: {len(missing)}, the first of them for {first}.")
    for key in original.keys() & translated.keys():
        if any(_placeholders(form) != _placeholders(original[key]) for form in translated[key].split("|")):
            yield DIFFERS.broken(Place(file, field=key), "Its placeholders are not those of the English one.")


def _placeholders(text: str) -> Counter[str]:
    return Counter(_PLACEHOLDER.findall(text))


def _text_faults(catalogue: Catalog, texts: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    missing = Counter(kind for kind, text in texts if (kind, text) not in catalogue.texts)
    for kind, count in missing.items():
        yield TEXT.broken(Place(catalogue.file, field=kind), f"Texts without a translation: {count}.")
    for kind, text in texts:
        translated = catalogue.texts.get((kind, text))
        if translated is not None and _numbers(translated) != _numbers(text):
            where = Place(catalogue.file, catalogue.rows[kind, text], kind)
            yield DIFFERS.broken(where, "Its numbers, bindings or placeholders are not those of the original.")


def _numbers(text: str) -> Counter[str]:
    """Count the bindings, placeholders and numbers of a text, regardless of digit grouping."""
    rest = _PLACEHOLDER.sub(" ", text)
    return _placeholders(text) + Counter(_DIGITS.findall(_GROUPED.sub("", rest)))


def _page_faults(language: str, release: Release) -> Iterator[Finding]:
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
            yield from _page_differences(translated, original)


def _page_differences(page: Page, original: Page) -> Iterator[Finding]:
    parts = (("bindings and slots", _page_bindings), ("links", _targets), ("headings", _anchors))
    for name, extract in parts:
        if extract(page) != extract(original):
            yield PAGE_DIFFERS.broken(Place(page.file), f"Its {name} are not those of the English page.")


def _page_bindings(page: Page) -> Counter[str]:
    return Counter(bound for line in page.lines for bound in re.findall(r"\[\[[^\]\n]*\]\]", line))


def _targets(page: Page) -> Counter[str]:
    return Counter(target for line in page.lines for match in _TARGET.findall(line) for target in match if target)


def _anchors(page: Page) -> list[tuple[int, str]]:
    """List the level and anchor of each heading; the anchor is explicit or the slug that Markdown generates."""
    found = (_HEADING.match(line) for line in page.lines)
    return [(len(m[1]), m[3] or slugify(_MARKUP.sub(r"\1", m[2]), "-")) for m in found if m]
