"""Measures what the project promises about time and size, and prints a table: python -m tests.bench."""

import gzip
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

from playwright.sync_api import BrowserContext, sync_playwright

from tests import bench_disclosure, bench_formats, bench_lighthouse
from tests.browser.serving import chromium, served
from tests.conftest import ROOT

TOPIC = "en/topics/prosecutions.html"


def main() -> None:
    """Print one line for each promise: what, measured, promised."""
    with sync_playwright() as playwright, served(ROOT / "site") as address:
        browser = chromium(playwright)
        seen = first_view(browser.new_context(), address, ROOT / "site")
        browser.close()
    own, mkdocs = seconds(build), seconds(render)
    lines = [
        ("set-up from nothing, warm mirror", f"{seconds(set_up):.1f} s", "30 s"),
        ("check alone", f"{seconds(check):.1f} s", "4 s"),
        ("check, charts, pages, package", f"{own:.1f} s", "25 s with MkDocs"),
        ("MkDocs", f"{mkdocs:.1f} s", "no faster than ours"),
        (f"first view of {TOPIC}, gzipped", f"{seen.total / 1000:.1f} kB", "85 kB"),
        ("of which JavaScript", f"{seen.scripts / 1000:.1f} kB", "40 kB"),
        ("requests of it", str(seen.requests), "10"),
        ("library on first touch, gzipped", f"{zipped(ROOT / 'site/assets/vega.js') / 1000:.0f} kB", "–"),
        ("largest page, gzipped", "{1}: {0:.1f} kB".format(*largest_page()), "120 kB"),
        ("search index, gzipped", f"{zipped(ROOT / 'site/search/search_index.json') / 1000:.1f} kB", "150 kB"),
        ("site", f"{sum(f.stat().st_size for f in (ROOT / 'site').rglob('*')) / 1e6:.1f} MB", "25 MB"),
        *bench_formats.lines(),
        *bench_lighthouse.lines(),
        *bench_disclosure.lines(),
    ]
    for what, measured, promised in lines:
        print(f"{what:<58} {measured:>40}   promised: {promised}")


def seconds(action: Callable[[], None]) -> float:
    """How long an action takes."""
    start = time.monotonic()
    action()
    return time.monotonic() - start


def check() -> None:
    """Check the package."""
    subprocess.run([sys.executable, "-m", "scripts", "check"], cwd=ROOT, check=True, capture_output=True)


def build() -> None:
    """Everything of ours that comes before MkDocs, from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "LICENSE-DATA", folder)
        command = [sys.executable, "-m", "scripts", "build", "--into", folder, "--created", "2026-01-01"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def render() -> None:
    """MkDocs with our few lines after it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def set_up() -> None:
    """A fresh clone up to the point where it could build."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "--quiet", str(ROOT), folder], check=True)
        subprocess.run(["make", "--silent", ".venv/.site"], cwd=folder, check=True, capture_output=True)


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


def first_view(context: BrowserContext, address: str, site: Path) -> FirstView:
    """What the first view of a topic page costs."""
    asked: set[Path] = set()
    context.on("request", lambda request: asked.add(site / unquote(urlparse(request.url).path).lstrip("/")))
    context.new_page().goto(f"{address}/{TOPIC}", wait_until="networkidle")
    sizes = {file: zipped(file) for file in asked if file.is_file()}
    scripts = sum(size for file, size in sizes.items() if file.suffix == ".js")
    return FirstView(sum(sizes.values()), scripts, len(asked))


if __name__ == "__main__":
    main()
