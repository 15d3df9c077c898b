"""Measures what the project promises about time and size, and prints a table: python -m tests.bench."""

import csv
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

from playwright.sync_api import BrowserContext, sync_playwright

from tests import bench_against, bench_disclosure, bench_formats, bench_growth, bench_lighthouse
from tests.bench_growth import seconds
from tests.browser.serving import chromium, served, settled
from tests.conftest import ROOT

TOPIC = "en/topics/prosecutions.html"


def main() -> None:
    """Print one line for each promise: what, measured, promised."""
    with sync_playwright() as playwright, served(ROOT / "site") as address:
        browser = chromium(playwright)
        seen = first_view(browser.new_context(), address, ROOT / "site")
        browser.close()
    lines = [
        ("set-up from nothing, warm mirror", f"{set_up():.1f} s", "30 s"),
        ("check, charts, pages, package, formats, three languages", f"{build():.1f} s", "–"),
        (f"first view of {TOPIC}, gzipped", f"{seen.total / 1000:.1f} kB", "85 kB"),
        ("of which JavaScript", f"{seen.scripts / 1000:.1f} kB", "40 kB"),
        ("requests of it", str(seen.requests), "10"),
        ("fetched on the first touch of a chart, gzipped", f"{first_touch() / 1000:.0f} kB", "160 kB"),
        ("largest page, gzipped", "{1}: {0:.1f} kB".format(*largest_page()), "120 kB"),
        (
            "largest search index, gzipped",
            f"{max(map(zipped, (ROOT / 'site').glob('*/search.json.js'))) / 1000:.1f} kB",
            "150 kB",
        ),
        ("site with all formats of its release", f"{own_weight(ROOT / 'site') / 1e6:.1f} MB", "–"),
        ("the same for each figure", f"{weight_of_a_figure(ROOT / 'site') / 1e3:.1f} kB", "28.9 kB"),
        ("its copy for reading offline", f"{weight(ROOT / 'site/offline') / 1e6:.1f} MB", "–"),
        *bench_against.lines(),
        *bench_growth.lines(),
        *bench_formats.lines(),
        *bench_lighthouse.lines(),
        *bench_disclosure.lines(),
    ]
    for what, measured, promised in lines:
        print(f"{what:<58} {measured:>40}   promised: {promised}")


def build() -> float:
    """How long everything of ours takes that comes before MkDocs, from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "LICENSE-DATA", folder)
        return seconds(ROOT, sys.executable, "-m", "scripts", "build", "--into", folder, "--created", "2026-01-01")


def set_up() -> float:
    """How long a fresh clone takes to the point where it could build."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "--quiet", str(ROOT), folder], check=True)
        return seconds(Path(folder), "make", "--silent", ".venv/.site")


def weight(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def own_weight(site: Path) -> int:
    """The bytes of a site with one release: without its own copy for reading offline and other archives."""
    version = json.loads((site / "package/datapackage.json").read_text(encoding="utf-8"))["version"]
    others = {*(site / "releases").glob("*.zip")} - {site / "releases" / f"unaccounted-{version}.zip"}
    return weight(site) - weight(site / "offline") - sum(archive.stat().st_size for archive in others)


def weight_of_a_figure(site: Path) -> float:
    """The bytes of a site with one release for each of its figures, without the tables that are computed from others.

    A site of 866 figures was to weigh 25 MB at most, which are 28,900 bytes for each.
    """
    computed = [*(site / "formats").rglob("figures.*"), site / "releases/vintages.csv", site / "metadata/csvw.json"]
    with (site / "formats/csv/figures.csv").open(encoding="utf-8", newline="") as table:
        figures = sum(1 for _ in csv.DictReader(table))
    return (own_weight(site) - sum(file.stat().st_size for file in computed)) / figures


def first_touch() -> int:
    """What the first touch of the heaviest chart fetches: the library, the rooms that use it, the chart; gzipped."""
    site = ROOT / "site"
    shared = (site / "assets" / name for name in ("vega.js", "explore.js", "walk.js"))
    return sum(map(zipped, shared)) + max(map(zipped, site.glob("*/charts/*.js")))


def zipped(file: Path) -> int:
    """The size of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 9))


def largest_page() -> tuple[float, str]:
    """The heaviest page in kilobytes, gzipped, and its path."""
    site = ROOT / "site"
    size, page = max((zipped(page), page) for page in site.rglob("*.html"))
    return size / 1000, page.relative_to(site).as_posix()


@dataclass(frozen=True)
class FirstView:
    """What a browser asks for when it first shows a page: bytes, gzipped, all and of JavaScript alone, and requests."""

    total: int
    scripts: int
    requests: int


def first_view(context: BrowserContext, address: str, site: Path, path: str = TOPIC) -> FirstView:
    """What the first view of a topic page costs."""
    asked: set[Path] = set()
    context.on("request", lambda request: asked.add(site / unquote(urlparse(request.url).path).lstrip("/")))
    settled(context.new_page(), f"{address}/{path}")
    sizes = {file: zipped(file) for file in asked if file.is_file()}
    scripts = sum(size for file, size in sizes.items() if file.suffix == ".js")
    return FirstView(sum(sizes.values()), scripts, len(asked))


if __name__ == "__main__":
    main()
