"""Measures how long the other formats of a release take and how large they are; part of python -m tests.bench."""

import time
from collections.abc import Iterator
from datetime import date

from scripts.checks import clear
from scripts.publishing.archive import bundle
from scripts.publishing.archive.flat_table import with_flat_table
from scripts.publishing.archive.publication import current_publication
from scripts.publishing.formats import registry
from scripts.publishing.metadata import write_all
from scripts.website.text.plain_references import plain_references
from tests.conftest import ROOT

DAY = date(2026, 1, 1)


def lines() -> Iterator[tuple[str, str, str]]:
    """For each format and for all of them: what, time and size, what is promised."""
    release = clear(ROOT / "datapackage", None, ROOT / "releases")
    publication = with_flat_table(current_publication(release, DAY), release.archives)
    start = time.monotonic()
    files: dict[str, bytes] = {}
    for form in (registry.PARQUET, registry.STATA, registry.SQLITE, registry.XLSX):
        before = time.monotonic()
        made = registry.format_files(form, publication)
        yield f"{form.name} of a release", told(time.monotonic() - before, made), "–"
        files |= made
    yield "all other formats of a release", told(time.monotonic() - start, files), "15 s"
    served = bundle.bundle(release, DAY, ROOT, plain_references(release, release.labels["en"])) | files
    start = time.monotonic()
    described = write_all.all_metadata(release, DAY, served)
    yield "descriptions for machines and citations", told(time.monotonic() - start, described), "–"
    (archive,) = (content for path, content in served.items() if path == registry.ZIP.address(publication))
    yield "the package as one archive", f"{len(archive) / 1e6:.2f} MB", "1 MB"


def told(seconds: float, files: dict[str, bytes]) -> str:
    """A time with the number of files and their size."""
    return f"{seconds:.1f} s, {len(files)} files, {sum(map(len, files.values())) / 1e6:.2f} MB"
